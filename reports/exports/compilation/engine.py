"""WeasyPrint: HTML to PDF files. Imported only when something is printed, since it needs Pango on the machine."""

import gc
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import HTML, images
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

# Its module of pictures lets Pillow take damaged ones for whole, for the entire process: uploads would come through.
images.ImageFile.LOAD_TRUNCATED_IMAGES = False


@dataclass(frozen=True)
class Printed:
    """A PDF file of so many *pages*, and on which of them, counted from 0, each anchor begins."""

    file: Path
    pages: int
    anchors: dict[str, int]


class OnlyPictures(URLFetcher):
    """Gives the JPEG files of one directory and refuses everything else, whatever the HTML asks for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        """Return the file at *url*, or raise ``ValueError``; WeasyPrint then leaves the place empty."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or path.parent != self.folder or path.suffix != ".jpg":
            raise ValueError(f"refused: {url[:200]}")
        return super().fetch(path.as_uri())


class Printer:
    """Prints the files of one job. They share their fonts, of which each takes 25 MB."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()

    def print(self, html: str, pictures: Path, target: Path) -> Printed:
        """Print *html* to *target*, with pictures from the directory *pictures* only."""
        document = HTML(string=html, url_fetcher=OnlyPictures(pictures)).render(font_config=self._fonts)
        document.write_pdf(target)
        anchors: dict[str, int] = {}
        for number, page in enumerate(document.pages):
            for name in page.anchors:
                anchors.setdefault(name, number)  # what goes on over several pages is named on each
        printed = Printed(target, len(document.pages), anchors)
        # Boxes and styles point at each other: waiting for the collector would keep several documents at once.
        del document
        gc.collect()
        return printed
