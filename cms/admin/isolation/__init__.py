"""Isolation between counties in the admin: one gate before every view, and a few seams for what views show.

``gate`` closes what a role does not need and addresses that name another county's page. ``views`` are the few
views that take ids elsewhere than in their address. The seams (``titles``, ``widgets``, ``rich_text``,
``people``) hide a title, a file or a name wherever Wagtail would print it, whichever view asks.
"""
