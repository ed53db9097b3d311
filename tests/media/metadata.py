"""An independent reading of picture files: marker by marker, without Pillow."""

import struct

METADATA_SEGMENTS = {0xE1: "APP1", 0xED: "APP13", 0xFE: "COM"}
METADATA_CHUNKS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"EXIF", b"XMP "}
# Long enough not to turn up among the pixels by chance. The TIFF headers begin the block that holds a position.
TIFF_HEADERS = (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08")
TRACES = (b"Exif\0\0", b"GPSLatitude", b"http://ns.adobe.com/xap", b"HUAWEI", b"Photoshop 3.0", *TIFF_HEADERS)


def metadata_in(content: bytes) -> list[str]:
    """Name every place of *content* (JPEG, PNG, WebP) that holds, or looks like, metadata."""
    found = [trace.decode("latin-1") for trace in TRACES if trace in content]
    if content.startswith(b"\xff\xd8"):
        found += [
            METADATA_SEGMENTS[marker] for marker, _ in jpeg_segments(content) if marker in METADATA_SEGMENTS
        ]
    elif content.startswith(b"\x89PNG"):
        found += [name.decode() for name in chunks(content, 8, ">I4s", extra=4) if name in METADATA_CHUNKS]
    elif content.startswith(b"RIFF"):
        found += [name.decode() for name in chunks(content, 12, "<4sI", extra=0) if name in METADATA_CHUNKS]
    else:
        raise AssertionError("neither JPEG, PNG nor WebP")
    return found


def jpeg_segments(content: bytes) -> list[tuple[int, bytes]]:
    """Return marker and payload of each segment before the picture's data."""
    segments, at = [], 2
    while content[at] == 0xFF and content[at + 1] != 0xDA:
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        segments.append((content[at + 1], content[at + 4 : at + 2 + length]))
        at += 2 + length
    return segments


def chunks(content: bytes, at: int, header: str, extra: int) -> list[bytes]:
    """Return the names of the chunks of a PNG (``extra`` is its checksum) or a WebP."""
    names = []
    while at + 8 <= len(content):
        first, second = struct.unpack(header, content[at : at + 8])
        name, length = (first, second) if isinstance(first, bytes) else (second, first)
        names.append(name)
        at += 8 + length + extra + (length % 2 if extra == 0 else 0)
    return names
