"""System check of what printing PDF needs on the machine. With ``check --deploy`` only, since it loads Pango."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from . import fonts

NO_PANGO = "reports.W001"
NO_FONT = "reports.W002"


def can_print(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn where the compilation cannot be exported as PDF, or would show boxes for Chinese."""
    try:
        from . import engine  # noqa: F401
    except (ImportError, OSError) as error:
        return [
            Warning(
                f"Nothing can be exported as PDF: {str(error).splitlines()[0]}",
                hint="apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
                id=NO_PANGO,
            )
        ]
    if not fonts.chinese_fonts():
        return [
            Warning(
                "Nothing can be exported as PDF: no font with simplified Chinese is installed.",
                hint="apt-get install fonts-noto-cjk",
                id=NO_FONT,
            )
        ]
    return []


def connect() -> None:
    """Register the check."""
    register(can_print, deploy=True)
