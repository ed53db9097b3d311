"""The sheet on screen and as a file."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from wagtail.models import Page

from reports.exports.compilation.pdf import PdfUnavailable

from ..county import County
from .access import may_see
from .printing import SheetPrinter, context_of, file_stem
from .reading import Publications
from .sheet import ApprovalSheet, number_of


@never_cache
@require_GET
def sheet_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the sheet of the newest publication, or of the one in the query."""
    found = Publications.of(page_id)
    if not found.published:
        return _none(request, page_id)
    return _show(request, found, _chosen(request, found))


@never_cache
@require_GET
def pdf_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Hand out the same sheet as PDF. Where nothing can be printed, the screen says why."""
    found = Publications.of(page_id)
    if not found.published:
        return _none(request, page_id)
    sheet = _chosen(request, found)
    try:
        content = SheetPrinter().print(sheet)
    except PdfUnavailable as reason:
        return _show(request, found, sheet, refused=str(reason), status=503)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, f"{file_stem(sheet)}.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _chosen(request: HttpRequest, found: Publications) -> ApprovalSheet:
    """The publication that the query names, which the user must be allowed to see whatever page she named."""
    entry_id = request.GET.get("entry", "")
    if entry_id and not entry_id.isdecimal():
        raise Http404
    entry = found.find(int(entry_id) if entry_id else None)
    if entry is None:
        raise Http404
    if not may_see(request.user, entry.county_code):
        raise PermissionDenied
    return found.sheet(entry)


def _show(
    request: HttpRequest, found: Publications, sheet: ApprovalSheet, refused: str = "", status: int = 200
) -> HttpResponse:
    pdf = reverse("cms_sheet_pdf", args=[sheet.page_id])
    versions = [
        (number_of(entry), entry) for entry in found.published if may_see(request.user, entry.county_code)
    ]
    context = context_of(sheet) | {
        "versions": versions,
        "pdf_url": f"{pdf}?entry={sheet.entry_id}",
        "refused": refused,
    }
    return render(request, "cms/sheets/sheet.html", context, status=status)


def _none(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say so where nothing was published by the workflow, to whoever may know of the page."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        raise Http404
    county = County.of(page)
    if not may_see(request.user, county.code if county else ""):
        raise PermissionDenied
    context = {"page_title": page.get_admin_display_title(), "page_id": page_id}
    return render(request, "cms/sheets/none.html", context, status=404)
