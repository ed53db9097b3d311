"""Mails that the site writes of itself: how they look, how they are sent, and that each goes once."""
