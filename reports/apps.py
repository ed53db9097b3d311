from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What counties owe in a reporting year."""

    name = "reports"
    verbose_name = "年度报送"

    def ready(self) -> None:
        from . import defaults, enrolment, sections
        from .exports.compilation import checks

        defaults.connect()
        enrolment.connect()
        sections.register()
        checks.connect()
