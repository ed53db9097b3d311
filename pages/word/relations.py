"""Relationships that lead nowhere, as WPS and converters leave them; python-docx would give up at the first."""

import posixpath
import zipfile
from io import BytesIO

from docx.oxml import parse_xml
from lxml import etree


def readable_parts(archive: zipfile.ZipFile) -> list[str]:
    """Return the names of the parts that may be read: all but SVG drawings, for which Word has a PNG as well."""
    return [path for path in archive.namelist() if not path.lower().endswith((".svg", "/"))]


def without_dangling(archive: zipfile.ZipFile, content: bytes) -> bytes:
    """Return *content*, the bytes of *archive*, without relationships to parts that it lacks or that are not read."""
    names = set(readable_parts(archive))
    changed = {}
    for path in names:
        if path.endswith(".rels") and b"<" in (xml := archive.read(path)):
            cleaned = _cleaned(xml, path, names)
            if cleaned is not None:
                changed[path] = cleaned
    if not changed:
        return content
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as target:
        for path in names:
            target.writestr(path, changed[path] if path in changed else archive.read(path))
    return copy.getvalue()


def _cleaned(xml: bytes, path: str, names: set[str]) -> bytes | None:
    try:
        root = parse_xml(xml)
    except etree.XMLSyntaxError as error:
        raise ValueError("broken relationships") from error
    folder = posixpath.dirname(posixpath.dirname(path))
    dangling = [relation for relation in root if not _reachable(relation, folder, names)]
    for relation in dangling:
        root.remove(relation)
    return etree.tostring(root) if dangling else None


def _reachable(relation, folder: str, names: set[str]) -> bool:
    if relation.get("TargetMode") == "External":
        return True
    target = relation.get("Target") or ""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") in names
