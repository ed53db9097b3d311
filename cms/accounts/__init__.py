"""Accounts that the organisation department runs without being superuser.

``rules`` decides who may do what with whose account; ``changes`` does it and writes it down; views, forms and mails
stand around them. Wagtail's own views of users stay with the administrator.
"""
