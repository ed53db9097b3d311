"""The admin's home for each role: what must I do now?"""

from functools import partial

from django.http import HttpRequest

from reports.guidance.queries import awaiting_department, open_for

from .. import roles
from ..accounts.admin import PeoplePanel
from ..corrections.panel import CorrectionsPanel
from ..county import County
from ..membership import groups_of
from . import worklist
from .guidance_panel import GuidancePanel
from .panels import DraftsPanel, ReturnedPanel, UnderWayPanel, WaitingPanel
from .report_panels import DuePanel, LedgerPanel


def construct(request: HttpRequest, panels: list) -> None:
    """Replace Wagtail's panels by those of the user's roles; called by the hook ``construct_homepage_panels``."""
    user = request.user
    own = County.worked_for_by(user)
    led = [county for county in own if county.leads_id in groups_of(user)]
    moderator = roles.is_moderator(user)
    panels[:] = []
    if led or moderator:
        panels.append(WaitingPanel(show_county=moderator))
    if own:
        submissions = worklist.Submissions(own)
        paths = tuple(county.page.path for county in own)
        panels += [
            DuePanel(own, user),
            ReturnedPanel(submissions),
            UnderWayPanel(submissions),
            DraftsPanel(own),
            GuidancePanel(partial(open_for, paths), "调研指导待回复", "去回复", order=110),
            CorrectionsPanel(of_department=False),
        ]
    if moderator or user.is_superuser:
        panels.append(PeoplePanel())
        panels.append(LedgerPanel())
        panels.append(CorrectionsPanel(of_department=True))
        panels.append(GuidancePanel(awaiting_department, "调研指导新回复", "查看", order=120))
