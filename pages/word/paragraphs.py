"""One paragraph of Word as a line: what readers see of its runs, and its pictures."""

import re
from collections.abc import Iterator

from .context import Context, chosen
from .lines import Line, Span, tidy
from .names import child, number, q, switch, value
from .pictures import Drawing
from .values import Picture

PASSED_THROUGH = {
    q(f"w:{name}") for name in ("smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "sdt")
}
INSERTED, DELETED = {q("w:ins"), q("w:moveTo")}, {q("w:del"), q("w:moveFrom")}
EQUATIONS = {q("m:oMath"), q("m:oMathPara")}
SIGNS = {q("w:tab"): "\t", q("w:ptab"): "\t", q("w:cr"): "\n", q("w:noBreakHyphen"): "-"}
NOTES = {q("w:footnoteReference"): "footnotes", q("w:endnoteReference"): "endnotes"}
_LINK = re.compile(r"\s*HYPERLINK\s+\"", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"([0-9]{1,4})[.．、]?\s*")
LARGE = 36  # half points: 小二 and above, as titles are set
SHORT = 60


class Paragraph:
    """Reads one ``w:p``; ``line`` is what it holds, *captions* were found in its text boxes."""

    def __init__(self, element, context: Context) -> None:
        self._context = context
        context.count_paragraph()
        self._style = value(element, "w:pPr", "w:pStyle") or context.styles.default
        self._instructions: list[bool] = []
        self.spans: list[Span] = []
        self.pictures: list[Picture] = []
        self.captions: list[str] = []
        self._picture_first = False
        self.label = context.numbering.label(element, self._style)
        self.joins_next = child(element, "w:pPr", "w:rPr", "w:del") is not None
        for part in element:
            self._inline(part)
        self.line = self._line(element)

    def _line(self, element) -> Line:
        role = self._context.styles.role(self._style)
        line = Line(tidy(self.spans), self.pictures, role.kind, role.level)
        line.centred = self._context.styles.centred(element)
        line.picture_first = self._picture_first
        level = number(value(element, "w:pPr", "w:outlineLvl"), 9)
        if line.kind == "text" and 0 <= level < 9 and len(line.text) <= SHORT:
            line.kind, line.level = "heading", level + 1
        if line.kind == "list":
            line.kind = "text"
            line.number = int(found[1]) if (found := _PLAIN_NUMBER.fullmatch(self.label.text)) else 0
        if line.spans and self.label.text and not line.number:
            first = line.spans[0]
            line.spans.insert(0, Span(self.label.text, first.bold, first.italic, first.face, first.large))
        line.bullet = self.label.bullet and line.kind == "text"
        return line

    def _inline(self, element) -> None:
        tag = element.tag
        if tag == q("w:r"):
            self._run(element, child(element, "w:rPr"))
        elif tag == q("w:hyperlink") or tag in PASSED_THROUGH:
            if tag == q("w:hyperlink") and element.get(q("r:id")):
                self._context.left_out.add("links")
            self._inlines(element)
        elif tag in INSERTED:
            self._context.left_out.add("changes")
            self._inlines(element)
        elif tag in DELETED:
            self._context.left_out.add("changes")
        elif tag in EQUATIONS:
            self._context.left_out.add("equations")
        elif tag == q("mc:AlternateContent"):
            for part in chosen(element):
                self._inline(part)

    def _inlines(self, element) -> None:
        for part in element:
            self._inline(part)

    def _run(self, run, properties) -> None:
        text = ""
        for part in run:
            sign = self._sign(part)
            if sign is None:
                self._other(part, properties)
            else:
                text += sign
        if text and True not in self._instructions:
            self._add(text, properties)

    def _sign(self, part) -> str | None:
        if part.tag == q("w:t"):
            return part.text or ""
        if part.tag == q("w:br"):
            return "\n" if part.get(q("w:type"), "textWrapping") == "textWrapping" else ""
        if part.tag in NOTES:
            return self._note(part)
        return SIGNS.get(part.tag)

    def _add(self, text: str, properties) -> None:
        styles, style, left_out = self._context.styles, self._style, self._context.left_out
        if styles.switch("w:vanish", properties, style):
            if text.strip():
                left_out.add("hidden")
            return
        if any(switch(properties, name) for name in ("w:strike", "w:dstrike")):
            left_out.add("struck")
        bold, italic = (styles.switch(name, properties, style) for name in ("w:b", "w:i"))
        large = styles.size(properties, style) >= LARGE
        self.spans.append(Span(text, bold, italic, styles.heading_face(properties, style), large))

    def _note(self, reference) -> str:
        notes = self._context.notes
        notes.append((NOTES[reference.tag], reference.get(q("w:id"), "")))
        self._context.left_out.add("notes")
        return f"［{len(notes)}］"

    def _other(self, part, properties) -> None:
        tag, left_out = part.tag, self._context.left_out
        if tag in {q("w:drawing"), q("w:pict")}:
            self._drawing(Drawing(part, self._context))
        elif tag == q("w:object"):
            left_out.add("equations" if _is_equation(part) else "objects")
        elif tag == q("mc:AlternateContent"):
            for inner in chosen(part):
                self._other(inner, properties)
        elif tag == q("w:fldChar"):
            self._field(part.get(q("w:fldCharType")))
        elif tag == q("w:instrText") and _LINK.match(part.text or ""):
            left_out.add("links")
        elif tag == q("w:ruby"):
            left_out.add("pinyin")
            self._inlines(base if (base := child(part, "w:rubyBase")) is not None else ())
        elif tag == q("w:sym"):
            left_out.add("symbols")
        elif tag == q("w:commentReference"):
            left_out.add("comments")

    def _drawing(self, drawing: Drawing) -> None:
        if drawing.pictures and not self.pictures:
            self._picture_first = not any(span.text.strip() for span in self.spans)
        self.pictures += drawing.pictures
        self.captions += drawing.captions

    def _field(self, kind: str | None) -> None:
        """Text of a field is hidden while its instruction is written, shown once its result begins."""
        if kind == "begin":
            self._instructions.append(True)
        elif self._instructions and kind == "separate":
            self._instructions[-1] = False
        elif self._instructions and kind == "end":
            self._instructions.pop()


def _is_equation(element) -> bool:
    objects: Iterator = element.iter(q("o:OLEObject"))
    return any(found.get("ProgID", "").startswith("Equation") for found in objects)
