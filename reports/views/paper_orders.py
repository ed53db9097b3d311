"""What a user does with her exports; each address answers for her own ones only, others are not there."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ..exports import orders
from ..exports.papers import PAPERS, Paper
from ..exports.scope import Scope
from ..exports.shown import shown
from ..models import Export, ReportingYear
from .access import may_see, paths_of
from .chosen import chosen_county, counties_within

NOT_THERE = "没有这种材料，或者没有这一年，请重新选择。"
NOT_OF_CITY = "“{title}”按县区制作，请先选一个县区。"
NO_FILE = "这份文件已经过期或者不在了，请重新制作。"


@never_cache
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Order a paper. Whose county it is not is refused."""
    paths = paths_of(request.user)
    try:
        county = chosen_county(request.POST.get("county", ""), paths, counties_within(paths))
    except LookupError as error:
        raise PermissionDenied from error
    year = request.POST.get("year", "")
    paper = PAPERS.get(request.POST.get("paper", ""))
    if paper is None or not _exists(year):
        messages.error(request, NOT_THERE)
        return redirect("reports_papers")
    scope = Scope(int(year), county)
    return _back(scope, done=_order(request, paper, scope))


@never_cache
@require_POST
def again(request: HttpRequest, export_id: int) -> HttpResponse:
    """Order once more what failed, was cancelled or has expired; the old row goes."""
    export = _own(request, export_id)
    scope = Scope(export.year, export.county)
    if not may_see(request.user, export.county):
        raise PermissionDenied
    paper = PAPERS.get(export.paper)
    done = False
    if paper is None:
        messages.error(request, NOT_THERE)
    elif not shown(export, timezone.now()).can_be_made_again:
        messages.info(request, "这一份不用重新制作。")
    elif done := _order(request, paper, scope):
        orders.remove(export)
    return _back(scope, done)


@never_cache
@require_POST
def cancel(request: HttpRequest, export_id: int) -> HttpResponse:
    """Give up an unfinished export."""
    export = _own(request, export_id)
    if done := orders.cancel(export):
        messages.success(request, f"已取消：{export.file_name}")
    else:
        messages.info(request, "这一份已经做完或者停止，不用取消。")
    return _back(Scope(export.year, export.county), done)


@never_cache
@require_POST
def delete(request: HttpRequest, export_id: int) -> HttpResponse:
    """Delete a finished export with its file."""
    export = _own(request, export_id)
    if done := orders.remove(export):
        messages.success(request, f"已删除：{export.file_name}")
    else:
        messages.info(request, "这一份还没有做完，请先取消。")
    return _back(Scope(export.year, export.county), done)


@never_cache
@require_GET
def file(request: HttpRequest, export_id: int) -> HttpResponseBase:
    """Hand out the file to its user as long as she may see what is in it."""
    export = _own(request, export_id)
    if not may_see(request.user, export.county):
        raise PermissionDenied
    paper = PAPERS.get(export.paper)
    content = None
    if shown(export, timezone.now()).is_ready:
        try:
            content = export.file.storage.open(export.file.name)
        except FileNotFoundError:
            content = None
    if content is None:
        messages.error(request, NO_FILE)
        return _back(Scope(export.year, export.county), done=False)
    media_type = paper.media_type if paper else "application/octet-stream"
    response = FileResponse(content, as_attachment=True, filename=export.file_name, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


def _own(request: HttpRequest, export_id: int) -> Export:
    return get_object_or_404(Export.objects.select_related("county"), pk=export_id, user=request.user)


def _exists(year: str) -> bool:
    return year.isdecimal() and ReportingYear.objects.filter(year=int(year)).exists()


def _order(request: HttpRequest, paper: Paper, scope: Scope) -> bool:
    """Order *paper* and tell the user what became of it; return whether it is under way now."""
    if not paper.covers(scope):
        messages.error(request, NOT_OF_CITY.format(title=paper.title))
        return False
    try:
        placed = orders.order(request.user, paper, scope)
    except orders.TooMany:
        messages.warning(request, f"您已有 {orders.AT_ONCE} 份在排队或制作，等做完一份，或者取消一份，再点。")
        return False
    if placed.is_new:
        messages.success(
            request, f"开始制作：{placed.export.file_name}。做好以后在这里下载，可以先做别的事。"
        )
    else:
        messages.info(request, f"这一份已经在制作，没有重复开始：{placed.export.file_name}")
    return True


def _back(scope: Scope, done: bool) -> HttpResponse:
    """Go back to the list, where the row is; if nothing was done, to the top, where the reason is."""
    query = {"year": scope.year} | ({"county": scope.county.code} if scope.county else {})
    anchor = "#papers-mine" if done else ""
    return redirect(f"{reverse('reports_papers')}?{urlencode(query)}{anchor}")
