"""Who may do what with whose account, as exact sets: every office × every act × every kind of account."""

from functools import partial

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied

from cms.accounts import changes, deputies, rules
from cms.accounts.people import holder_of
from cms.accounts.rules import Act, Holder, Standing

EVERYTHING = {"VIEW", "EDIT", "MOVE", "DEPUTISE", "LINK", "CLOSE", "REOPEN"}
ACTORS = {
    "editor": Holder(1, in_county=True),
    "lead": Holder(2, in_county=True),
    "moderator": Holder(3, in_department=True),
    "moderator and lead": Holder(4, in_department=True, in_county=True),
    "closed moderator": Holder(5, is_active=False, in_department=True),
    "moderator with the staff flag": Holder(6, in_department=True, beyond=True),
    "administrator": Holder(7, is_superuser=True),
    "closed administrator": Holder(8, is_active=False, is_superuser=True),
    "no role": Holder(9),
}
TARGETS = {
    "county": Holder(21, in_county=True),
    "closed county": Holder(22, in_county=True, is_active=False),
    "county with more rights": Holder(23, in_county=True, beyond=True),
    "department": Holder(24, in_department=True),
    "department and county": Holder(25, in_department=True, in_county=True),
    "administrator": Holder(26, is_superuser=True),
    "administrator in a county": Holder(27, is_superuser=True, in_county=True),
    "no role": Holder(28),
}
COUNTIES = {"county": EVERYTHING, "closed county": EVERYTHING}
DEPARTMENTS = EVERYTHING - {"DEPUTISE"}
ALLOWED = {
    "moderator": COUNTIES,
    "moderator and lead": COUNTIES,
    "moderator with the staff flag": COUNTIES,
    "administrator": COUNTIES | {"department": DEPARTMENTS, "department and county": DEPARTMENTS},
}


@pytest.mark.parametrize("actor", ACTORS)
def test_each_office_may_do_exactly_this(actor):
    found = {
        name: {act.name for act in Act if rules.may(ACTORS[actor], act, target)}
        for name, target in TARGETS.items()
    }
    assert {name: acts for name, acts in found.items() if acts} == ALLOWED.get(actor, {})


@pytest.mark.parametrize("actor", ACTORS)
def test_each_office_opens_accounts_in_exactly_these_places(actor):
    found = {place.name for place in Standing if rules.may_place(ACTORS[actor], place)}
    expected = {"COUNTY"} if actor in ALLOWED else set()
    assert found == expected | ({"DEPARTMENT"} if actor == "administrator" else set())
    assert rules.manages(ACTORS[actor]) == bool(found)


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_changes_her_own_account(actor):
    me = ACTORS[actor]
    same = Holder(me.pk, in_county=True)
    assert not any(rules.may(me, act, target) for act in Act for target in (me, same))


@pytest.mark.django_db
def test_accounts_are_read_as_what_they_are(people):
    editor, flagged, special, grouped = (people.editor("450202", f"one-{n}") for n in range(4))
    flagged.is_staff = True
    flagged.save()
    special.user_permissions.add(Permission.objects.get(codename="add_user"))
    grouped.groups.add(Group.objects.create(name="另设的组"))
    found = {
        "editor": editor,
        "staff flag": flagged,
        "own permission": special,
        "other group": grouped,
        "lead": people.lead("450226"),
        "both": people.lead_and_moderator("450202"),
        "moderator": people.moderator(),
        "admin": people.admin(),
        "nobody": people._user("nobody"),
    }
    assert {name: holder_of(user).standing.name for name, user in found.items()} == {
        "editor": "COUNTY",
        "staff flag": "OTHER",
        "own permission": "OTHER",
        "other group": "OTHER",
        "lead": "COUNTY",
        "both": "DEPARTMENT",
        "moderator": "DEPARTMENT",
        "admin": "ADMINISTRATOR",
        "nobody": "NOBODY",
    }


@pytest.mark.django_db
def test_the_changes_themselves_ask_the_rules(people, city_centre):
    """Whichever view is forgotten: the functions that change refuse."""
    lead, colleague = people.lead("450202"), people.moderator("zulianbu2")
    details = changes.Details("名字", "", "")
    every = (
        partial(changes.edit, details=details),
        changes.close,
        changes.reopen,
        changes.order_link,
        deputies.end_deputy,
    )
    for actor, target in [(lead, people.editor("450226")), (people.moderator(), colleague)]:
        for change in every:
            with pytest.raises(PermissionDenied):
                change(actor, target.pk)
    colleague.refresh_from_db()
    assert colleague.is_active
