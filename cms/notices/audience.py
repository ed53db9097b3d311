"""Who hears what: the one table from transitions to people. Pure, no queries."""

from enum import Enum

from django.db.models import TextChoices

from ..workflow.ledger import Action


class Audience(Enum):
    """People by their part in a submission; who they are is found in ``people.py``."""

    WRITER = "whoever submitted; the county's editors if she works there no more"
    LEADS = "the county's lead reviewers"
    MODERATORS = "the organisation department"
    DECIDERS = "those of the organisation department who may decide on this submission"


class Concern(TextChoices):
    """What somebody is to do about it. The first two wait for her, so that no choice leaves them out."""

    DECIDE = "decide", "等您审核"
    REVISE = "revise", "退回修改"
    KNOW = "know", "供您知晓"


WRITER, LEADS, MODERATORS, DECIDERS = Audience
DECIDE, REVISE, KNOW = Concern
NOBODY: dict[Audience, Concern] = {}
URGENCY = (DECIDE, REVISE, KNOW)  # what holds for a person of two audiences

# Never the person who acted, whatever stands here.
OF_COUNTY: dict[str, dict[Audience, Concern]] = {
    Action.FOUNDED: NOBODY,
    Action.SUBMITTED: {LEADS: DECIDE},
    Action.RESUBMITTED: {DECIDERS: DECIDE},
    Action.LEAD_APPROVED: {DECIDERS: DECIDE, WRITER: KNOW},
    Action.LEAD_RETURNED: {WRITER: REVISE},
    Action.CITY_APPROVED: NOBODY,  # its publication is told
    Action.CITY_RETURNED: {WRITER: REVISE, LEADS: KNOW},
    Action.HANDED_BACK: {LEADS: DECIDE},
    Action.TAKEN_BACK: NOBODY,  # what waits in a digest is left out of it
    Action.PUBLISHED: {WRITER: KNOW, LEADS: KNOW},
    Action.WITHDRAWN: {WRITER: KNOW, LEADS: KNOW, MODERATORS: KNOW},
}
# Home, notices and the like, which have no lead; their writers are moderators.
OF_CITY: dict[str, dict[Audience, Concern]] = {
    **dict.fromkeys(Action, NOBODY),
    Action.SUBMITTED: {DECIDERS: DECIDE},
    Action.CITY_RETURNED: {WRITER: REVISE},
    Action.PUBLISHED: {WRITER: KNOW},
    Action.WITHDRAWN: {MODERATORS: KNOW},
}

# After which later transitions of the page there is nothing left to do. A withdrawal leaves a submission where it is.
DECISIONS = frozenset(
    {
        Action.LEAD_APPROVED,
        Action.LEAD_RETURNED,
        Action.CITY_APPROVED,
        Action.CITY_RETURNED,
        Action.HANDED_BACK,
    }
)
DONE_BY: dict[str, frozenset[str]] = {
    DECIDE: DECISIONS | {Action.TAKEN_BACK},
    REVISE: frozenset({Action.SUBMITTED, Action.RESUBMITTED, Action.TAKEN_BACK}),
    KNOW: frozenset(),
}


def audiences(action: str, of_county: bool) -> dict[Audience, Concern]:
    """Return who hears of *action*, and to do what."""
    return (OF_COUNTY if of_county else OF_CITY)[action]


def more_urgent(one: Concern | None, other: Concern) -> Concern:
    """Return what counts for somebody to whom both apply."""
    return other if one is None else min(one, other, key=URGENCY.index)
