"""Readers' reports of mistakes in the admin: the department's inbox, a county's list of what was forwarded to it."""
