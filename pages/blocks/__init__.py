from .body import BodyBlock, counted_text

__all__ = ["BodyBlock", "counted_text"]
