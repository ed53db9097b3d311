from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .. import hooks
from ..cards import cards_for
from ..contexts import Crumb
from ..lists import narrow
from ..pager import pager_context

PER_PAGE = 12


def list_view(request: HttpRequest, key: str) -> HttpResponse:
    """The public list of one kind of page, filtered by plain links."""
    list_type = hooks.list_types.get(key)
    if list_type is None:
        raise Http404
    queryset, filters = narrow(list_type, request.GET)
    current = Paginator(queryset, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": list_type.heading,
        "intro": list_type.introduction,
        "filters": filters,
        "count": current.paginator.count,
        "cards": cards_for(current, request),
        "pager": pager_context(current, request.GET),
        "empty_hint": list_type.empty_hint,
        "breadcrumbs": [Crumb("首页", "/"), Crumb(list_type.heading)],
    }
    return render(request, "pages/list.html", context)
