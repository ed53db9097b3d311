"""Who acts, and what the test itself knows of their roles; the product's own answers are never asked."""

from dataclasses import dataclass

from django.test import Client

from tests.people import People

A, B, CITY = "450202", "450226", "000000"


@dataclass(frozen=True)
class Person:
    """One member of staff with roles as they are at this moment."""

    name: str
    user: object
    client: Client
    editor_of: str = ""
    lead_of: str = ""
    moderator: bool = False
    superuser: bool = False

    @property
    def county(self) -> str:
        return self.editor_of or self.lead_of

    @property
    def sees_one_county(self) -> bool:
        """Whether nothing unpublished of another county may reach her."""
        return bool(self.county) and not self.moderator and not self.superuser


def make_staff() -> dict[str, Person]:
    """Editors and leads of two counties, two leads in one of them, three moderators, one in both, one superuser."""
    people = People()

    def browser(user) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user)
        return client

    rows = [
        ("editor A", people.editor(A), {"editor_of": A}),
        ("editor B", people.editor(B), {"editor_of": B}),
        ("lead A", people.lead(A), {"lead_of": A}),
        ("second lead A", people.lead(A, "lead-second"), {"lead_of": A}),
        ("lead B", people.lead(B), {"lead_of": B}),
        ("moderator 1", people.moderator("zulianbu"), {"moderator": True}),
        ("moderator 2", people.moderator("zulianbu2"), {"moderator": True}),
        ("moderator 3", people.moderator("zulianbu3"), {"moderator": True}),
        ("lead A and moderator", people.lead_and_moderator(A), {"lead_of": A, "moderator": True}),
        ("superuser", people.admin(), {"superuser": True}),
    ]
    return {name: Person(name, user, browser(user), **roles) for name, user, roles in rows}
