"""One year-end summary as a Word document, which comes back through "从 Word 读入" with the same text and pictures.

So nothing stands in its text but the summary's own words: where it is from is said in the header.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from .bodies import bodies
from .office.body import Body
from .office.document import Paper
from .office.elements import paragraph, run
from .office.originals import original
from .office.photos import Photo, Photos
from .scope import PROJECT
from .summaries import OneSummary


def summary_docx(summary: OneSummary, county: str, target: Path | BinaryIO) -> list[str]:
    """Write *summary* of the *county*'s name as DOCX to *target*; return the labels of photos that were not there.

    Photos are the stored ones, in their full size.
    """
    page = summary.page
    place = summary.site.title if summary.site else county
    paper = Paper(page.title, f"{county}妇联")
    paper.number_pages(f"{PROJECT}　{place}　{page.year}年度总结")
    paper.add(paragraph("Title", run(page.title)))
    with TemporaryDirectory(prefix="summary-") as folder:
        photos = Photos(paper, Path(folder), original)
        Body(paper, photos).write(*bodies([page]))
        paper.add(*photos.all(Photo(row.image, row.caption, row.description) for row in summary.photos))
        paper.save(target)
    return photos.missing
