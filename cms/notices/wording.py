"""Transitions put into words, for the templates of both kinds of mails."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from pages.mail.message import absolute

from ..admin import worklist
from ..workflow.ledger import Action, LedgerEntry
from .audience import Concern
from .models import TransitionMail
from .reach import Reach

DECIDE, REVISE, KNOW = Concern
DEPARTMENT = "市妇联组联部"
LEAD = "审定领导"
CITY = "全市"
# What the mail is headed, and what somebody did.
WORDS = {
    (Action.SUBMITTED, DECIDE): ("等您审核", "提交审核"),
    (Action.RESUBMITTED, DECIDE): ("等您审核", "没有改动，重新提交审核"),
    (Action.LEAD_APPROVED, DECIDE): ("等您审核", "县区审定通过"),
    (Action.LEAD_APPROVED, KNOW): ("已通过县区审定", "县区审定通过，转市妇联组联部审核"),
    (Action.LEAD_RETURNED, REVISE): ("县区退回，请修改", "退回修改"),
    (Action.CITY_RETURNED, REVISE): ("市级退回，请修改", "退回修改"),
    (Action.CITY_RETURNED, KNOW): ("市级已退回编辑修改", "退回修改"),
    (Action.HANDED_BACK, DECIDE): ("市级有改动，等您重新审定", "修改后转县区重新审定"),
    (Action.PUBLISHED, KNOW): ("已审核通过并发布", "审核通过并发布"),
    (Action.WITHDRAWN, KNOW): ("已撤下", "从网站撤下，公众不再看得到"),
}
RETURNS = (Action.LEAD_RETURNED, Action.CITY_RETURNED)
OF_LEADS = (Action.LEAD_APPROVED, Action.LEAD_RETURNED)
OF_COUNTY = (Action.SUBMITTED, Action.RESUBMITTED)


@dataclass(frozen=True)
class Line:
    """One transition as one person reads it."""

    heading: str
    title: str
    type_name: str
    place: str
    actor: str
    happened: str
    at: datetime
    comment_label: str
    comment: str
    action: str
    url: str
    concern: str

    @property
    def subject(self) -> str:
        """Such as ``等您审核：《2020年总结》``."""
        return f"{self.heading}：《{self.title}》"


class Telling:
    """What mails about *entries* say; pages, places and words are asked for once. Only the title is of the content."""

    def __init__(self, entries: Iterable[LedgerEntry], reach: Reach) -> None:
        entries = list(entries)
        self.reach = reach
        pages = Page.objects.filter(pk__in={entry.page_id for entry in entries})
        self.pages = {page.pk: page for page in pages}
        self.items = {item.page_id: item for item in worklist.items_of(self.pages.values())}
        published = [entry.submission for entry in entries if entry.action == Action.PUBLISHED]
        approvals = LedgerEntry.objects.filter(action=Action.CITY_APPROVED, submission__in=published)
        self.approvals = dict(approvals.values_list("submission", "comment")) if published else {}

    def line(self, mail: TransitionMail) -> Line:
        """What *mail* tells. A page that was deleted has no place and leads to the desk."""
        entry, item = mail.entry, self.items.get(mail.entry.page_id)
        heading, happened = WORDS[entry.action, mail.concern]
        action, url = self._way_on(mail)
        comment = (
            self.approvals.get(entry.submission, "") if entry.action == Action.PUBLISHED else entry.comment
        )
        names = [item.county_name, item.site_name] if item else []
        return Line(
            heading=heading,
            title=entry.page_title,
            type_name=item.type_name if item else "页面",
            place=" · ".join(filter(None, names)) or (CITY if not entry.county_code else ""),
            actor=_actor(entry, item.county_name if item else ""),
            happened=happened,
            at=timezone.localtime(entry.created_at),
            comment_label="退回理由" if entry.action in RETURNS else "审核意见",
            comment=comment.strip(),
            action=action,
            url=url,
            concern=mail.concern,
        )

    def _way_on(self, mail: TransitionMail) -> tuple[str, str]:
        entry, page = mail.entry, self.pages.get(mail.entry.page_id)
        if page is None:
            return "打开后台", absolute("wagtailadmin_home")
        if mail.concern == DECIDE:
            return "去审核", absolute("cms_review", page.pk)
        if mail.concern == KNOW and entry.action == Action.PUBLISHED and page.live:
            return "看公开页面", settings.WAGTAILADMIN_BASE_URL + page.get_url_parts()[-1]
        if not self.reach.works_for(
            mail.user, entry.county_code
        ):  # a county's form is closed to the department
            return "看已撤下的页面", absolute("cms_content") + "?state=withdrawn"
        return ("去修改" if mail.concern == REVISE else "打开页面"), absolute(
            "wagtailadmin_pages:edit", page.pk
        )


def _actor(entry: LedgerEntry, county: str) -> str:
    """Post and name."""
    if not entry.user_name:
        return "系统"
    if not entry.county_code:
        return f"{DEPARTMENT} {entry.user_name}"
    if entry.action in OF_LEADS:
        return f"{county}{LEAD} {entry.user_name}"
    if entry.action in OF_COUNTY:
        return f"{county} {entry.user_name}"
    return entry.user_name if entry.action == Action.WITHDRAWN else f"{DEPARTMENT} {entry.user_name}"
