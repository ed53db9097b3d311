"""Wagtail's own mails about workflows: off, and out of everybody's account page. This package writes them."""

from wagtail.admin.mail import EmailNotificationMixin
from wagtail.admin.views.account import NotificationsSettingsPanel

STOCK_RECIPIENTS = EmailNotificationMixin.get_valid_recipients


def silence() -> None:
    """Leave Wagtail's notifiers without recipients; called once when the application starts.

    There is no setting for it, and their signals are connected after this application has started.
    """
    EmailNotificationMixin.get_valid_recipients = lambda self, instance, **kwargs: set()
    NotificationsSettingsPanel.is_active = lambda self: False
