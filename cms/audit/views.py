"""The list on screen, and as a file. There is nothing to change here, and no view that does."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from . import export
from .access import may_see
from .cursor import Cursor
from .filters import AuditFilter
from .listing import page, walk

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
View = Callable[..., HttpResponseBase]


def _for_department(view: View) -> View:
    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not may_see(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


@never_cache
@require_GET
@_for_department
def audit_view(request: HttpRequest) -> HttpResponseBase:
    """Show a page of the list; ``?from=`` says where it begins."""
    form = AuditFilter(request.GET)
    start = Cursor.parse(request.GET.get("from", ""))
    wanted = form.wanted()
    rows, following = page(wanted, start, PER_PAGE) if wanted else ([], None)
    query = request.GET.copy()
    query.pop("from", None)
    context = {
        "header_title": "操作记录",
        "form": form,
        "rows": rows,
        "following": following,
        "is_first": start is None,
        "query": query.urlencode(),
        "most": export.MOST,
    }
    return render(request, "cms/audit/list.html", context)


@never_cache
@require_GET
@_for_department
def export_view(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Hand out what is filtered as ``csv`` or ``xlsx``."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    wanted = AuditFilter(request.GET).wanted()
    rows = walk(wanted, export.MOST + 1) if wanted else iter(())
    if kind == "csv":
        response = StreamingHttpResponse(export.csv_lines(rows), content_type="text/csv; charset=utf-8")
    else:
        response = FileResponse(export.xlsx_file(rows), content_type=XLSX)
    name = f"操作记录-{timezone.localdate():%Y-%m-%d}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
