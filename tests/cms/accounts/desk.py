"""What the tests of accounts share: the department's browser, addresses, mails read back."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.background import work

CODE, OTHER = "450202", "450226"
LINK = re.compile(r"https?://\S+?(/admin/password_reset/confirm/[^\s\"<]+)")
PERSON = {"name": "韦敏", "post": "妇联干部", "email": "wm@example.org", "username": "editor-450202-9"}


def at(name: str, *args) -> str:
    """Address of one of the pages of accounts."""
    return reverse(f"cms_people_{name}", args=args)


def mails() -> list:
    """Let the worker send what waits; return all that was sent."""
    work()
    return mail.outbox


def link_in(text: str) -> str:
    """The path of the link to set a password."""
    return LINK.search(text)[1]


NEW = "yi ge hen chang de mima"


def set_password(path: str, password: str = NEW) -> tuple[Client, object]:
    """Follow the link in a fresh browser and set the password; return the browser and the last answer."""
    client = Client()
    response = client.get(path, follow=True)
    if response.context["validlink"]:
        form = response.request["PATH_INFO"]
        response = client.post(form, {"new_password1": password, "new_password2": password}, follow=True)
    return client, response


def is_in(client: Client) -> bool:
    """Whether the browser is logged in to the admin."""
    return client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.fixture
def department(people):
    return people.moderator()


@pytest.fixture
def desk(people, department) -> Client:
    """The department's browser."""
    return people.client(department)
