"""Where the choices of text size and 关怀版 are sent."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..reading import SIZES, Reading


# A forged request could do no more than enlarge somebody's text; a token would put a cookie on every page.
@csrf_exempt
@require_POST
def reading_view(request: HttpRequest) -> HttpResponse:
    """Keep ``size`` or ``care`` (``on``, ``off``), whichever was sent, and go back to the page that asked, if it is of this site.

    The browser says which it was; an address within the form would make each page another.
    """
    kept = Reading.of(request)
    size, care = request.POST.get("size", kept.size), request.POST.get("care")
    chosen = Reading(size if size in SIZES else kept.size, kept.care if care is None else care == "on")
    after = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(after, {request.get_host()}, require_https=request.is_secure()):
        after = "/"
    response = HttpResponseRedirect(after)
    chosen.keep(response)
    return response
