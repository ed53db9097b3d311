"""Pictures in Word documents, read from their files only when the document is written: one is in memory at a time."""

from pathlib import Path

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from lxml import etree

from ..cells import xml_text
from .elements import element

EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png"}
_DRAWING = f"""
<w:drawing {nsdecls("w", "wp", "a", "pic", "r")}>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent/><wp:docPr/>
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
      <pic:pic>
        <pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
        <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        </pic:spPr>
      </pic:pic>
    </a:graphicData></a:graphic>
  </wp:inline>
</w:drawing>"""


class PicturePart(Part):
    """A picture whose bytes stay on disk until they are written."""

    path: Path

    @classmethod
    def of(cls, path: Path, media_type: str, number: int, package: OpcPackage) -> "PicturePart":
        """Return the part for the file at *path*, the picture *number* of the document."""
        name = PackURI(f"/word/media/image{number}.{EXTENSIONS[media_type]}")
        part = cls(name, media_type, package=package)
        part.path = path
        return part

    @property
    def blob(self) -> bytes:
        return self.path.read_bytes()


def drawing(relation: str, number: int, name: str, description: str, width: float, height: float):
    """Return a run with the picture of *relation*; *width* and *height* in centimetres."""
    made = parse_xml(_DRAWING)
    etree.cleanup_namespaces(made, keep_ns_prefixes=["r"])
    size = {"cx": str(Cm(width)), "cy": str(Cm(height))}
    for properties in (made.find(".//{*}docPr"), made.find(".//{*}cNvPr")):
        properties.set("id", str(number))
        properties.set("name", name)
        properties.set("descr", xml_text(description))
    for extent in (made.find(".//{*}extent"), made.find(".//{*}xfrm/{*}ext")):
        for key, value in size.items():
            extent.set(key, value)
    made.find(".//{*}blip").set(f"{{{made.nsmap['r']}}}embed", relation)
    return element("r", (made,))


def fitted(width: int, height: int, widest: float, highest: float) -> tuple[float, float]:
    """Return the size in centimetres at which *width* × *height* pixels fit."""
    scale = min(widest / max(width, 1), highest / max(height, 1))
    return round(width * scale, 2), round(height * scale, 2)
