"""QR codes (ISO/IEC 18004): bytes, versions 1 to 10, level M, as SVG. Nothing of it knows of sheets."""

from .matrix import TooLong, matrix
from .svg import svg

__all__ = ["TooLong", "matrix", "svg"]
