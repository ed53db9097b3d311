"""Answers as JSON-able values: the index, a part of a list, one page."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from ..addresses import with_query
from .errors import ApiError, missing
from .parameters import PAGING, check, limit_of, narrowed
from .parts import Answer
from .resources import Resource, details_of, resources


def index(request: HttpRequest) -> Answer:
    """What there is, and by which parameters each list is narrowed."""
    check(request.GET, ())
    return {
        "resources": [
            {
                "name": one.name,
                "label": one.label,
                "url": _list_url(one),
                "parameters": [*one.parameters, *PAGING],
            }
            for one in resources.values()
        ]
    }


def resource_named(name: str) -> Resource:
    """The resource of that name; raises ``ApiError``."""
    if name not in resources:
        raise missing(f"没有 {name[:40]} 这类内容。可以用：{'、'.join(resources)}。")
    return resources[name]


def listed(resource: Resource, request: HttpRequest) -> Answer:
    """A part of the list that the address asks for, and the address of the next part."""
    query = request.GET
    check(query, resource.parameters)
    limit = limit_of(query)
    found = resource.rows().filter(narrowed(query, resource.parameters, resource.path))
    behind = found.filter(resource.after(query["cursor"])) if "cursor" in query else found
    rows = list(behind.order_by(*resource.order)[: limit + 1])
    following = None
    if len(rows) > limit:
        cursor = resource.cursor(rows[limit - 1])
        following = _list_url(resource) + with_query(query.dict() | {"cursor": cursor})
    results = resource.tell(rows[:limit])
    for result in results:
        result["api_url"] = _list_url(resource) + f"{result['id']}/"
    return {"count": found.order_by().count(), "next": following, "results": results}


def one(resource: Resource, pk: int, request: HttpRequest) -> Answer:
    """One published page; raises ``ApiError`` for what is not public, and another for what was."""
    if request.GET:
        check(request.GET, ())
        raise missing()
    row = resource.rows().filter(**{resource.key: pk}).first()
    if row is None:
        if Page.objects.filter(pk=pk, live=False, first_published_at__isnull=False).exists():
            raise ApiError(HTTPStatus.GONE, "gone", "这项内容已撤下，不再公开。")
        raise missing(f"没有编号为 {pk} 的{resource.label}。")
    answer = resource.tell([row])[0]
    page = getattr(row, "page", row)
    model = page.specific_class
    specific = model.objects.filter(pk=pk, live=True)
    if model.shown_relations:
        specific = specific.select_related(*model.shown_relations)
    return answer | {"api_url": _list_url(resource) + f"{pk}/"} | details_of(specific.get())


def _list_url(resource: Resource) -> str:
    return settings.SITE_URL + reverse("api_list", args=[resource.name])
