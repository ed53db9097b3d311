"""Registers: lists that one office keeps and everybody who sees the list may see whole. See ``base``."""
