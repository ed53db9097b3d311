"""Health of the process and of what it needs."""

import uuid

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Database, cache and storage answer; 503 with the failing part's name otherwise, no details to the public."""
    state = {name: _works(check) for name, check in CHECKS.items()}
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def _works(check) -> bool:
    try:
        return check()
    except Exception:
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _cache() -> bool:
    key, value = f"readyz-{uuid.uuid4()}", uuid.uuid4().hex
    cache.set(key, value, 10)
    found = cache.get(key) == value
    cache.delete(key)
    return found


def _storage() -> bool:
    answers = getattr(default_storage, "answers", None)
    if answers:  # a bucket, which has a short way of its own: nobody waits for time-outs here
        return answers()
    name = default_storage.save(f"health/{uuid.uuid4().hex}.txt", ContentFile(b"ok"))
    default_storage.delete(name)
    return True


CHECKS = {"database": _database, "cache": _cache, "storage": _storage}
