"""Whether the machine has a Chinese font, asked of fontconfig, which Pango asks, too."""

import ctypes
import ctypes.util


class _FontSet(ctypes.Structure):
    _fields_ = [("number", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p)]


def chinese_fonts() -> int:
    """Return how many fonts have simplified Chinese; without any, paper shows boxes. Raises ``OSError`` without
    fontconfig."""
    library = ctypes.CDLL(ctypes.util.find_library("fontconfig") or "libfontconfig.so.1")
    library.FcNameParse.restype = library.FcObjectSetCreate.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(_FontSet)
    library.FcFontList.argtypes = [ctypes.c_void_p] * 3
    for destroy in (library.FcPatternDestroy, library.FcObjectSetDestroy, library.FcFontSetDestroy):
        destroy.argtypes, destroy.restype = [ctypes.c_void_p], None
    pattern, objects = library.FcNameParse(b":lang=zh-cn"), library.FcObjectSetCreate()
    found = library.FcFontList(None, pattern, objects)
    number = found.contents.number if found else 0
    if found:
        library.FcFontSetDestroy(found)
    library.FcObjectSetDestroy(objects)
    library.FcPatternDestroy(pattern)
    return number
