"""Pictures in a drawing, inline or floating, alone or in groups; everything else there is noted as left out."""

import posixpath
import re

from media.exceptions import PhotoRefused
from media.sniffing import photo_format

from .captions import captions_in
from .context import Context, chosen, plain_text
from .names import child, q
from .values import Picture

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "HEIF": "image/heic"}
METAFILES = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x01\x00\x00\x00")
# What Word or WPS wrote by themselves is no description: "Picture 1", "微信图片_2020", "图片包含 人员… 描述已自动生成".
_NO_DESCRIPTION = re.compile(
    r"自动生成|AI 生成|^(?:微信|QQ|屏幕)?(?:图片|截图)?[\s\d_\-—.（）()]*$|\.(?:jpe?g|png|webp|heic|gif|bmp)$",
    re.I,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
VML_SHAPES = {
    q(f"v:{name}") for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve")
}
OTHERS = {q("c:chart"): "charts", q("dgm:relIds"): "smart_art"}


class Drawing:
    """What is in one drawing (``w:drawing`` or ``w:pict``): *pictures*, and *captions* in its text boxes."""

    def __init__(self, element, context: Context) -> None:
        self.pictures: list[Picture] = []
        self.captions: list[str] = []
        self._context = context
        outer = next(element.iter(q("wp:docPr")), None)
        self._outer_alt = "" if outer is None else outer.get("descr", "")
        self._walk(element)

    def _walk(self, element) -> None:
        tag = element.tag
        if tag == q("mc:AlternateContent"):
            for part in chosen(element):
                self._walk(part)
        elif tag == q("pic:pic"):
            properties = child(element, "pic:nvPicPr", "pic:cNvPr")
            alt = "" if properties is None else properties.get("descr", "")
            self._blip(child(element, "pic:blipFill", "a:blip"), alt)
        elif tag == q("wps:wsp"):
            self._shape(element)
        elif tag in VML_SHAPES:
            self._vml(element)
        elif tag in OTHERS:
            self._context.left_out.add(OTHERS[tag])
        elif tag != q("v:shapetype"):
            for part in element:
                self._walk(part)

    def _shape(self, shape) -> None:
        blips = list(shape.iterfind(f"{q('wps:spPr')}/{q('a:blipFill')}/{q('a:blip')}"))
        for blip in blips:
            self._blip(blip, "")
        box = child(shape, "wps:txbx", "w:txbxContent")
        if not self._box(box) and not blips:
            self._context.left_out.add("shapes")

    def _vml(self, shape) -> None:
        data = child(shape, "v:imagedata")
        if data is not None:
            if id := data.get(q("r:id")):
                self._take(id, shape.get("alt", ""))
            else:
                self._context.left_out.add("linked")
        if not self._box(child(shape, "v:textbox", "w:txbxContent")) and data is None:
            self._context.left_out.add("shapes")

    def _box(self, box) -> bool:
        """Note the text box *box*, take what is in it; return whether there was anything."""
        if box is None:
            return False
        drawings = [Drawing(inner, self._context) for inner in outermost(box)]
        for drawing in drawings:
            self.pictures += drawing.pictures
            self.captions += drawing.captions
        text = plain_text(box)
        if captions := captions_in(text):
            self.captions += captions
        elif text:
            self._context.left_out.add_box(text)
        return bool(text or drawings)

    def _blip(self, blip, alt: str) -> None:
        if blip is None:
            return
        if id := blip.get(q("r:embed")):
            self._take(id, alt or self._outer_alt)
        else:
            self._context.left_out.add("linked" if blip.get(q("r:link")) else "missing")

    def _take(self, id: str, alt: str) -> None:
        context = self._context
        relation = context.part.rels.get(id)
        if relation is None or relation.is_external:
            context.left_out.add("missing" if relation is None else "linked")
            return
        part = relation.target_part
        name = posixpath.basename(str(part.partname))
        try:
            format = photo_format(part.blob[:512], name)
        except PhotoRefused:
            metafile = part.blob.startswith(METAFILES) or name.lower().endswith((".emf", ".wmf"))
            context.left_out.add("metafiles" if metafile else "formats")
            return
        context.count_picture()
        self.pictures.append(Picture(part.blob, MEDIA_TYPES[format], name, alt=described(alt)))


def outermost(element):
    """Yield the drawings below *element* that are in no other drawing, alternatives chosen."""
    for part in chosen(element) if element.tag == q("mc:AlternateContent") else element:
        if part.tag in {q("w:drawing"), q("w:pict")}:
            yield part
        else:
            yield from outermost(part)


def described(alt: str) -> str:
    """Return *alt* if it may be somebody's description in Chinese, else nothing."""
    alt = " ".join(alt.split())
    return alt if _CHINESE.search(alt) and not _NO_DESCRIPTION.search(alt) else ""
