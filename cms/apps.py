from django.apps import AppConfig


class CmsConfig(AppConfig):
    """How the site is run: roles, workflow, the publishing rule."""

    name = "cms"
    verbose_name = "运行管理"

    def ready(self) -> None:
        from . import reporting
        from .admin import account_names, labels
        from .corrections import mail as corrections_mail
        from .notices import stock, writing
        from .sheets import papers
        from .workflow import signals

        labels.translate()
        account_names.connect()
        signals.connect()
        writing.connect()
        stock.silence()
        reporting.connect()
        papers.connect()
        corrections_mail.connect()
