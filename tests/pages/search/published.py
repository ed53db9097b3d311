"""Published stories past the workflow, indexed as saving indexes them."""

from itertools import count

from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from pages.models import StoryIndexPage, StoryPage

_numbers = count(1)


def story(
    title: str, text: str = "正文。", parent: Page | None = None, live: bool = True, **fields
) -> StoryPage:
    """A story under *parent*, by default the city's own; not *live*, a draft that never was."""
    parent = Page.objects.get(pk=(parent or StoryIndexPage.objects.get()).pk)
    page = StoryPage(
        title=title,
        slug=f"searched-{next(_numbers)}",
        body=[("paragraph", f"<p>{text}</p>")],
        live=False,
        **fields,
    )
    parent.add_child(instance=page)
    if live:
        StoryPage.objects.filter(pk=page.pk).update(live=True, first_published_at=timezone.now())
        page = StoryPage.objects.get(pk=page.pk)
        get_search_backend().add(page)
    return page
