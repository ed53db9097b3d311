"""Sheets on paper: the HTML of the screen without its toolbar, printed by the engine of all PDF exports."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.template.loader import render_to_string

from pages import qr
from reports.exports.compilation.pdf import load_engine
from reports.exports.file_names import safe_name

from .sheet import ApprovalSheet

INSTEAD = "也可以打开审签单页面，用浏览器打印。"
OWN_NAME, OWN_TITLE = 20, 40  # signs in names of files: the whole stays below what Windows takes


class SheetPrinter:
    """Prints sheets one after the other with one set of fonts. Raises ``PdfUnavailable`` where nothing can be printed."""

    def __init__(self) -> None:
        self._printer = load_engine(INSTEAD).Printer()

    def print(self, sheet: ApprovalSheet) -> bytes:
        """Return *sheet* as a PDF file."""
        with TemporaryDirectory(prefix="sheet-") as folder:
            target = Path(folder) / "sheet.pdf"
            html = render_to_string("cms/sheets/paper.html", context_of(sheet))
            self._printer.print(html, Path(folder), target)
            return target.read_bytes()


def context_of(sheet: ApprovalSheet) -> dict:
    """Return what the templates need: the sheet and the QR code of the page's address, if there is one."""
    url = sheet.facts.url
    return {"sheet": sheet, "qr": qr.svg(url, "这一页的二维码") if url else ""}


def file_stem(sheet: ApprovalSheet) -> str:
    """县区-示范点-标题-编号, without what no system takes in a name; without a site, its part is left out."""
    parts = [(sheet.facts.unit, OWN_NAME), (sheet.facts.site, OWN_NAME), (sheet.title, OWN_TITLE)]
    names = [safe_name(text, longest) for text, longest in parts if text]
    return "-".join([*names, sheet.number])
