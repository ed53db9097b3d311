"""The interface's addresses: JSON for every answer, errors too, "not modified" from two queries."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from ..api import answers
from ..api.errors import ApiError, missing
from ..versions import version_of

FIVE_MINUTES = 5 * 60
SAFE = ("GET", "HEAD")


def index_view(request: HttpRequest) -> HttpResponse:
    """What there is to ask for."""
    return _answer(request, lambda: answers.index(request))


def list_view(request: HttpRequest, name: str) -> HttpResponse:
    """A part of a list."""
    return _answer(request, lambda: answers.listed(answers.resource_named(name), request))


def detail_view(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One page."""
    return _answer(request, lambda: answers.one(answers.resource_named(name), pk, request))


def unknown_view(request: HttpRequest) -> HttpResponse:
    """Whatever else is asked for below the interface's address."""

    def answer() -> dict:
        raise missing()

    return _answer(request, answer)


def _answer(request: HttpRequest, make: Callable[[], dict]) -> HttpResponse:
    if request.method not in SAFE:
        response = _told(
            {"error": _error("method_not_allowed", "只能读取（GET）。")}, HTTPStatus.METHOD_NOT_ALLOWED
        )
        response.headers["Allow"] = ", ".join(SAFE)
        return response
    version = version_of()
    etag = version.etag(request.get_full_path(), timezone.localdate())

    @condition(etag_func=lambda _request: etag)
    def answer(_request: HttpRequest) -> HttpResponse:
        try:
            return _told(make(), HTTPStatus.OK)
        except ApiError as error:
            return _told({"error": _error(error.code, error.message)}, error.status)

    response = answer(request)
    if response.status_code < HTTPStatus.BAD_REQUEST:
        patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
    else:
        del response["ETag"]
    return response


def _told(answer: dict, status: HTTPStatus) -> JsonResponse:
    response = JsonResponse(answer, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Access-Control-Allow-Origin"] = "*"  # public, and nobody's cookie makes a difference
    return response


def _error(code: str, message: str) -> dict[str, str]:
    return {"code": code, "message": message}
