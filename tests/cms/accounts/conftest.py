from .desk import department, desk

__all__ = ["department", "desk"]
