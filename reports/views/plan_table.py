"""The plan table of a county or the city as a file, each user's own part of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from pages.models import CountyPage

from ..exports.plan_docx import plan_docx
from ..exports.plan_table import plan_table
from ..exports.plan_xlsx import plan_xlsx
from .access import paths_of, sees_all

OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    "xlsx": (plan_xlsx, f"{OFFICE}.spreadsheetml.sheet"),
    "docx": (plan_docx, f"{OFFICE}.wordprocessingml.document"),
}


@never_cache
@require_GET
def plan_table_view(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """Give the accepted plans of *year* as *kind*; ``?county=`` narrows the city's to one county."""
    if kind not in FORMATS:
        raise Http404
    paths, county = _part(request)
    make, media_type = FORMATS[kind]
    response = HttpResponse(make(plan_table(year, paths, county)), content_type=media_type)
    name = f"特色亮点工作计划表-{year}年-{county.title if county else '全市'}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def _part(request: HttpRequest) -> tuple[tuple[str, ...], CountyPage | None]:
    """The paths and the county that are asked for; a county's people get their own, whatever they ask."""
    paths = paths_of(request.user)
    counties = CountyPage.objects.defer("introduction", "support")
    if not sees_all(paths):
        county = counties.filter(path__in=paths).first()
        return paths, county
    code = request.GET.get("county", "")
    county = counties.filter(code=code).first() if code else None
    if code and county is None:
        raise Http404
    return ((county.path,) if county else paths), county
