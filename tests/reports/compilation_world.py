"""Approved summaries with every kind of block, and the PDF of them read back."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from pages.blocks import BodyBlock
from reports.exports.compilation.pdf import load_engine
from reports.exports.scope import Scope
from tests.conftest import need
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

PARAGRAPH = (
    '<p>第一段甲乙丙，<b>要紧的话</b>，见<a href="http://example.org/news">市里的报道</a>。</p>'
    "<h3>段内小题</h3><ol><li>头一条</li><li>第二条</li></ol><p>末了一句。</p>"
)


def full_body(image, document) -> list[dict]:
    """A body with a block of each kind, as it is stored."""
    picture = {"image": image.pk, "caption": "正文插图", "description": "描述"}
    table = {
        "columns": [{"type": "text", "heading": "类别"}, {"type": "number", "heading": "次数"}],
        "rows": [{"values": ["照明与道路", "37"]}],
        "caption": "",
    }
    return [
        {"type": "heading", "value": "一、总的情况"},
        {"type": "paragraph", "value": PARAGRAPH},
        {"type": "quotation", "value": {"text": "路灯亮了。", "attribution": "一位居民"}},
        {"type": "picture", "value": picture},
        {"type": "gallery", "value": [picture, picture | {"caption": "图集第二张"}]},
        {"type": "figures", "value": [{"number": "1,520", "unit": "人次", "label": "现场听众"}]},
        {"type": "table", "value": {"caption": "议了什么", "table": table}},
        {"type": "document", "value": {"document": document.pk, "title": "活动台账"}},
        {
            "type": "video",
            "value": {"url": "https://video.example.org/v/77", "title": "山歌短片", "cover": None},
        },
    ]


def publish_full(summary, body: list[dict], people):
    """Give the draft *summary* a *body*, and publish it."""
    summary.body = BodyBlock().to_python(body)
    summary.save_revision()
    return publish(summary, people)


def publish_summaries(county, number: int, people, **fields) -> list:
    """Publish *number* sites of *county*, each with a summary of 2020."""
    image = make_picture(county.collection)
    found = []
    for n in range(number):
        site = publish(make_site(county, title=f"{county.code[-2:]}号社区{n}"), people)
        found.append(
            publish(make_summary(site, title=f"{county.code}总结之{n:02}篇", image=image, **fields), people)
        )
    return found


@dataclass
class ReadBack:
    """A PDF as its readers have it: the text of each page, bookmarks, progress that was told while it was made."""

    reader: object
    texts: list[str]
    progress: list[tuple[int, int]]

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def lines(self, pages: int) -> list[str]:
        """The lines of the first *pages*, without white space."""
        lines = [line for page in self.reader.pages[:pages] for line in page.extract_text().splitlines()]
        return ["".join(line.split()) for line in lines]

    @property
    def pictures(self) -> int:
        """How many pictures are in the file, those that are shown twice counted once."""
        found = set()
        for page in self.reader.pages:
            resources = page.get("/Resources", {}).get_object()
            found |= {one.idnum for one in resources.get("/XObject", {}).values()}
        return len(found)

    def page_of(self, words: str, after: int = 0) -> int:
        """Index of the first page from *after* on that says *words*."""
        return next(n for n, text in enumerate(self.texts) if n >= after and words in text)

    def bookmarks(self, items=None, depth: int = 0) -> list[tuple[int, str, int]]:
        """Depth, title and page index of each bookmark."""
        found = []
        for item in self.reader.outline if items is None else items:
            if isinstance(item, list):
                found += self.bookmarks(item, depth + 1)
            else:
                found.append((depth, item.title, self.reader.get_destination_page_number(item)))
        return found


def needs_pdf() -> None:
    """Skip without Pango, or fail where nothing may be skipped."""
    need(importlib.util.find_spec("weasyprint"), "WeasyPrint")
    try:
        load_engine()
    except Exception as error:
        need(False, f"Pango ({error})")


def printed(target: Path, county=None, year: int = 2020) -> ReadBack:
    """Build the compilation at *target* and read it."""
    from pypdf import PdfReader

    from reports.exports.compilation.pdf import build

    progress: list[tuple[int, int]] = []
    build(Scope(year, county), target, lambda done, total: progress.append((done, total)))
    reader = PdfReader(target)
    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    return ReadBack(reader, texts, progress)
