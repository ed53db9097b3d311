"""What choosers print about their value: nothing of another county's, even if its id was forged."""

from typing import Any

from wagtail.admin.widgets import BaseChooser

from .files import is_hidden

HIDDEN = "（其他县区未公开的内容）"
_stock = BaseChooser.get_value_data


def _value_data(self: BaseChooser, value: Any) -> dict[str, Any] | None:
    instance = self.get_instance(value)
    if instance is None or not is_hidden(instance):
        return _stock(self, instance)
    # A form that was refused for something else is shown again with what was sent, so the id stays.
    return {
        "id": instance.pk,
        "edit_url": None,
        self.display_title_key: HIDDEN,
        "preview": {"url": "", "width": 0, "height": 0},
        "default_alt_text": "",
    }


def connect() -> None:
    """Put it in place of Wagtail's method, which all choosers and chooser blocks share; called once at the start."""
    BaseChooser.get_value_data = _value_data
