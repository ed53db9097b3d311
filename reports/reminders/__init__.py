"""Mails before and after a deadline to a county's people, and once a week to the organisation department (PRODUCT 3)."""
