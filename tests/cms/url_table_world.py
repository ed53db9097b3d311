"""What the table of addresses is asked about: everything of 城中区 that nobody else may see.

Every secret has the word ``qx7zk9`` in it, so that one search finds any of them in any response. A shorter word would
now and then stand in a random CSRF token.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Site, Task, UploadedFile, Workflow

from cms.county import County
from pages.models import Correction, FeaturedStory, SearchEquivalent, Term, WordToAvoid
from pages.views.corrections import SALT as THANKS
from reports.models import AdoptionChannel, ReportingYear
from tests.cms.forms import summary_data
from tests.factories.adoptions import make_adoption
from tests.factories.events import make_lecture, make_story
from tests.factories.exports import make_export_row, make_ready
from tests.factories.guidance import make_answer, make_visit
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture, picture_bytes
from tests.factories.works import make_work
from tests.flow import decide, fresh, publish, submit
from tests.media.samples import PDF
from tests.people import People

SECRET = "qx7zk9"
OWN, OTHER = "450202", "450226"
ROLES = ("anonymous", "editor", "lead", "other_editor", "other_lead", "moderator", "admin")
STRANGERS = ("other_editor", "other_lead")


@dataclass
class World:
    """Browsers by role, and the values that stand for the arguments of addresses."""

    clients: dict[str, Client]
    values: dict[str, object]
    forms: dict[str, str]


def build() -> World:
    """Make the users, and one of everything in 城中区: a summary with its lead again after a return."""
    people, county = People(), County.objects.get(code=OWN)
    editor, lead = people.editor(OWN, "qx7zk9-editor"), people.lead(OWN, "qx7zk9-lead")
    for user in (editor, lead):
        user.last_name = f"Qx7zk9{user.username}"
        user.save()
    users = {
        "editor": editor,
        "lead": lead,
        "other_editor": people.editor(OTHER),
        "other_lead": people.lead(OTHER),
        "moderator": people.moderator(),
        "admin": people.admin(),
    }
    other_county = County.objects.get(code=OTHER)
    other_page = make_site(other_county, title="三江的示范点", owner=users["other_editor"])
    live = publish(make_site(county, title="示范点公开"), people)
    _retitle(live, editor)
    Page.objects.filter(pk=county.page_id).update(live=True)  # else the public does not reach the site
    place = make_site(county, title="示范点Qx7zk9site", owner=editor)
    summary = make_summary(place, title="总结Qx7zk9summary", image=_picture(county), owner=editor)
    submit(summary, editor)
    decide(summary, lead, "reject", "理由Qx7zk9comment")
    submit(summary, editor)
    values = _values(county, place, fresh(summary), editor, lead)
    values |= {
        "live": live.pk,
        "visit": _visit(place, users["moderator"], editor),
        "export": make_export_row(editor, county.page, file_name="导出Qx7zk9export.docx").pk,
        "ready_export": make_ready(editor, county.page, file_name="导出Qx7zk9ready.docx").pk,
        "draft_visit": make_visit(place, users["moderator"], sent=False, findings="草稿qx7zk9visit").pk,
        "draft": make_site(county, title="草稿Qx7zk9draft", owner=editor).pk,
        "work": make_work("green", place, title="工作Qx7zk9work", owner=editor).pk,
        "lecture": make_lecture(place, title="宣讲Qx7zk9lecture", owner=editor).pk,
        "featured": FeaturedStory.objects.create(
            story=publish(make_story(), people), starts_on=date(2020, 1, 1)
        ).pk,
        "term": Term.objects.first().pk,
        "year": ReportingYear.objects.first().pk,
        "word": WordToAvoid.objects.first().pk,
        "equivalent": SearchEquivalent.objects.first().pk,
        "adoption": make_adoption(county, page=live, title="采用Qx7zk9adoption").pk,
        "channel": AdoptionChannel.objects.first().pk,
        "other_county": other_county.page_id,
        "other_page": other_page.pk,
        "colleague": people.moderator("zulianbu2").pk,
        "administrator": users["admin"].pk,
        "spare_user": people.editor(OWN, "qx7zk9-spare").pk,
    }
    clients = {"anonymous": Client()} | {role: people.client(user) for role, user in users.items()}
    report = _report(live, county, users["moderator"])
    values |= {"correction": report.pk, "thanks": signing.dumps(report.pk, salt=THANKS)}
    return World(clients, values, _forms(summary, county, place))


def _picture(county: County):
    return make_picture(county.collection, title="照片Qx7zk9photo")


def _report(page, county: County, moderator) -> Correction:
    return Correction.objects.create(
        page=page,
        page_title=page.title,
        page_url=page.url,
        county_id=county.page_id,
        kind="typo",
        text="纠错Qx7zk9correction",
        contact="电话Qx7zk9contact",
        state=Correction.State.FORWARDED,
        answer="请改Qx7zk9answer",
        handled_by=moderator,
        handled_at=timezone.now(),
    )


def _visit(place, moderator, editor) -> int:
    words = {"visitors": "部长qx7zk9visitors", "findings": "情况qx7zk9findings", "advice": "建议qx7zk9advice"}
    visit = make_visit(place, moderator, **words)
    make_answer(visit, editor, "回复qx7zk9answer")
    return visit.pk


def _retitle(site, editor) -> None:
    site.title = "示范点Qx7zk9renamed"
    site.save_revision(user=editor, log_action=True)


def _values(county: County, site, summary, editor, lead) -> dict[str, object]:
    document = get_document_model().objects.create(
        title="文件Qx7zk9document", file=ContentFile(PDF, "qx7zk9plan.pdf"), collection=county.collection
    )
    state = summary.current_workflow_state
    session = EditingSession.objects.create(
        user=editor, content_object=summary, last_seen_at=summary.latest_revision_created_at, is_editing=True
    )
    return {
        "page": summary.pk,
        "site": site.pk,
        "county": county.page_id,
        "revision": summary.latest_revision_id,
        "task_state": state.current_task_state_id,
        "workflow_state": state.pk,
        "task": Task.objects.get(name="县区审定").pk,
        "workflow": Workflow.objects.get().pk,
        "image": summary.photos.first().image_id,
        "document": document.pk,
        "filename": document.filename,
        "collection": county.collection_id,
        "user": lead.pk,
        "group": county.leads_id,
        "web_site": Site.objects.get().pk,
        "redirect": Redirect.objects.create(old_path="/qx7zk9", redirect_page=site).pk,
        "session": session.pk,
        "waiting_image": _uploaded(get_image_model(), picture_bytes(), "qx7zk9waiting.jpg", editor),
        "waiting_document": _uploaded(get_document_model(), PDF, "qx7zk9waiting.pdf", editor),
        "spare_image": make_picture(county.collection, title="备用Qx7zk9spare").pk,
        "spare_group": Group.objects.create(name="备用").pk,
        "spare_collection": Collection.get_first_root_node().add_child(name="备用Qx7zk9collection").pk,
    }


def _forms(summary, county: County, place) -> dict[str, str]:
    """Bodies of the requests whose views do not answer to an empty one."""
    copy = {"new_title": "副本", "new_slug": "fuben", "new_parent_page": county.page_id}
    link = {"external-link-chooser-url": "https://example.org/", "external-link-chooser-link_text": "链接"}
    return {
        "": "",
        "summary": urlencode(summary_data(summary), doseq=True),
        "copy": urlencode(copy),
        "move": urlencode({"new_parent_page": county.page_id}),
        "link": urlencode(link),
        "year": "year=2021",
        "photo": f"page={place.pk}",
        "paper": urlencode({"paper": "statistics", "year": 2020, "county": OWN}),
        "answer": urlencode({"text": "已经整改"}),
    }


def _uploaded(model, content: bytes, name: str, user) -> int:
    content_type = ContentType.objects.get_for_model(model)
    return UploadedFile.objects.create(
        for_content_type=content_type, file=ContentFile(content, name), uploaded_by_user=user
    ).pk
