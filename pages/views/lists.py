from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .. import hooks
from ..list_page import list_context


def list_view(request: HttpRequest, key: str) -> HttpResponse:
    """The public list of one kind of page, filtered by plain links."""
    list_type = hooks.list_types.get(key)
    if list_type is None:
        raise Http404
    return render(request, "pages/list.html", list_context(list_type, request))
