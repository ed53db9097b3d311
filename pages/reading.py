"""How somebody wants to read: size of the text, and 关怀版 (larger, of high contrast, one thing below the other).

The choice is in a cookie of two words, so that it holds on every page, with scripts and without.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

COOKIE = "reading"
SECONDS = 365 * 24 * 60 * 60
CARE = "care"
SIZES = {"": "标准", "large": "大", "larger": "特大"}


@dataclass(frozen=True)
class Reading:
    """*size* is a key of ``SIZES``; *care*: whether 关怀版 is on."""

    size: str = ""
    care: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> "Reading":
        """Return what the browser has kept; words that are none of ours mean nothing."""
        words = request.COOKIES.get(COOKIE, "").split(".")
        return cls(next((word for word in words if word in SIZES), ""), CARE in words)

    @property
    def sizes(self) -> list[tuple[str, str, bool]]:
        """Value, label, and whether it is the chosen one."""
        return [(value, label, value == self.size) for value, label in SIZES.items()]

    def keep(self, response: HttpResponse) -> None:
        """Have the browser of *response* remember it; the standard needs no cookie."""
        words = [word for word in (self.size, CARE if self.care else "") if word]
        if words:
            response.set_cookie(COOKIE, ".".join(words), max_age=SECONDS, samesite="Lax")
        else:
            response.delete_cookie(COOKIE, samesite="Lax")


class ReadingMiddleware:
    """Keeps pages in a chosen form out of caches that are shared; the standard form may lie in them."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.COOKIES.get(COOKIE) and response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cache-Control", "private")
            patch_vary_headers(response, ["Cookie"])
        return response
