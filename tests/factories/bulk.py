"""Many published events at once, past the workflow, for measurements."""

from datetime import timedelta
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from pages.models import (
    LecturePage,
    Listing,
    OnSiteMeetingPage,
    StoryPage,
    Term,
    Vocabulary,
    VolunteerActivityPage,
)
from pages.works.kinds import KINDS

_numbers = count(1)
EVENTS = (LecturePage, VolunteerActivityPage, OnSiteMeetingPage, StoryPage)


def many(model, site, number: int, image=None, first=None, every: timedelta = timedelta(hours=7)) -> None:
    """Publish *number* pages of *model* under *site*, spread over places in time, choices and works.

    The first takes place at *first*, an hour ago unless told; each other one *every* earlier.
    """
    site.refresh_from_db()
    first = first or timezone.now() - timedelta(hours=1)
    terms = {value: list(Term.objects.filter(vocabulary=value)) for value in Vocabulary.values}
    content_type = ContentType.objects.get_for_model(model)
    below = Page.objects.filter(path__startswith=site.path, depth=site.depth + 1).count()
    pages = []
    for n in range(number):
        unique = next(_numbers)
        pages.append(
            Page(
                path=site.path + Page._int2str(below + n + 1).rjust(Page.steplen, "0"),
                depth=site.depth + 1,
                title=f"{model._meta.verbose_name}第 {unique} 场",
                draft_title=f"第 {unique} 场",
                slug=f"bulk-{unique}",
                url_path=f"{site.url_path}bulk-{unique}/",
                content_type=content_type,
                locale_id=site.locale_id,
                live=True,
                first_published_at=first - n * every,
                last_published_at=first - n * every,
            )
        )
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=site.pk).update(numchild=below + number)
    specific = [_specific(model, page, n, first - n * every, terms) for n, page in enumerate(pages)]
    for one in specific:
        one.save_base(raw=True)
    if model is LecturePage:
        through = LecturePage.topics.through
        topics = terms[Vocabulary.LECTURE_TOPIC]
        through.objects.bulk_create(
            through(lecturepage_id=one.pk, term_id=topics[(n + k) % len(topics)].pk)
            for n, one in enumerate(specific)
            for k in range(2)
        )
    Listing.objects.bulk_create(
        Listing(
            page_id=one.pk,
            kind=model.listing_kind,
            year=timezone.localdate(first - n * every).year,
            date=timezone.localdate(first - n * every),
            image=image,
            note="文昌社区三楼妇女之家",
        )
        for n, one in enumerate(specific)
    )


def _specific(model, page: Page, n: int, when, terms):
    """The row of *model* beside *page*, the *n*-th of its kind."""

    def some(vocabulary: Vocabulary) -> Term:
        return terms[vocabulary][n % len(terms[vocabulary])]

    values = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
    if model is StoryPage:
        own = {
            "kind": ("practice", "story")[n % 2],
            "work": KINDS[n % len(KINDS)].slug,
            "lead": "一盏路灯的故事。",
        }
    elif model is OnSiteMeetingPage:
        own = {"held_on": timezone.localdate(when), "host": "城中区妇联", "learnt": "亮牌服务"}
    else:
        own = {"starts_at": when, "ends_at": when + timedelta(hours=2), "place_name": "三楼妇女之家"}
        if model is LecturePage:
            own |= {"form": some(Vocabulary.LECTURE_FORM), "language": some(Vocabulary.LANGUAGE)}
        else:
            own |= {"kind": some(Vocabulary.SERVICE_KIND), "team": "木棉花"}
    return model(page_ptr_id=page.pk, **values, **own)
