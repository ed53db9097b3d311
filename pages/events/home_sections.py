"""What the home page shows of events and of stories."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from .. import chrome, queries
from ..cards import cards_of_listings
from . import schedule

EVENTS = 4
STORIES = 3


def events(request: HttpRequest, names: dict[str, str]) -> dict[str, Any] | None:
    """The next events, or, while none is announced, the latest; left out without any."""
    today = timezone.localdate()
    found = schedule.next_or_latest(today, EVENTS)
    if not found:
        return None
    coming = found[0].date >= today
    return {
        "title": "近期活动",
        "subtitle": "即将举行，欢迎参加" if coming else "最近举行的活动",
        "url": reverse("calendar"),
        "items": cards_of_listings(found, request, names, pictures=False),
        "lists": [(reverse("list_lectures"), "全部宣讲"), (reverse("list_activities"), "全部志愿服务")],
    }


def stories(request: HttpRequest, names: dict[str, str]) -> dict[str, Any] | None:
    """The featured stories of today, filled up with the latest; the first is shown large. Left out without any."""
    found = queries.stories_to_show(timezone.localdate(), STORIES)
    if not found:
        return None
    first, *others = cards_of_listings(found, request, names)
    return {
        "title": "经验故事",
        "subtitle": "姐妹们怎么做，做成了什么",
        "url": chrome.stories_url(),
        "large": first,
        "items": others,
        "first": True,
    }
