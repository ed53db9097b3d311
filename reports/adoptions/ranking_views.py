"""The ranking's page, to be looked at and printed, and the same table as XLSX."""

from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from ..exports.cells import xlsx_cell
from .ranking import Place, Score, ranked, scores_of, whole, years

HEADINGS = ["名次", "县区", "一季度", "二季度", "三季度", "四季度", "全年积分", "采用篇数"]
WIDTHS = [8, 22, 10, 10, 10, 10, 12, 12]


def ranking_view(request: HttpRequest, register: Any) -> HttpResponse:
    """Show the ranking of ``?year=``, this year's if it is none that can be chosen; ``?export=xlsx`` gives the file.

    Whether *request*'s user may see it, *register* has asked before.
    """
    today = timezone.localdate()
    choices = years(today.year)
    year = next((one for one in choices if str(one) == request.GET.get("year")), today.year)
    scores = scores_of(year)
    places, total = ranked(scores), whole(scores)
    if request.GET.get("export") == "xlsx":
        return _file(f"采用积分排名-{year}年-{today:%Y-%m-%d}.xlsx", f"{year} 年", places, total)
    context = {
        "year": year,
        "years": choices,
        "headings": HEADINGS,
        "places": places,
        "total": total,
        "until": today,
        "is_running": year == today.year,
        "index_url": register.url_helper.index_url,
        "own_url": register.url_helper.get_action_url("ranking"),
    }
    return render(request, "reports/adoptions/ranking.html", context)


def _file(name: str, sheet: str, places: list[Place], total: Score) -> FileResponse:
    workbook = Workbook(write_only=True)
    worksheet = workbook.create_sheet(title=sheet)
    worksheet.freeze_panes = "A2"
    for number, width in enumerate(WIDTHS, start=1):
        worksheet.column_dimensions[get_column_letter(number)].width = width
    worksheet.append(HEADINGS)
    for rank, score in [*((place.rank, place.score) for place in places), (None, total)]:
        row = [rank, score.county, *score.quarters, score.total, score.items]
        worksheet.append([xlsx_cell(worksheet, value) for value in row])
    output = BytesIO()
    workbook.save(output)
    output.seek(0)
    return FileResponse(output, as_attachment=True, filename=name)
