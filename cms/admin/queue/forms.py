"""By what the queue is narrowed and sorted."""

from collections.abc import Sequence

from django import forms

from .rows import ORDERS, Row

AGES = {"": "全部", "3": "等了 3 天以上", "7": "等了 7 天以上"}
FINDINGS = {"": "全部", "none": "没有提醒", "some": "有提醒"}


class QueueForm(forms.Form):
    """Choices are those that the rows have: nobody is offered what narrows to nothing."""

    county = forms.ChoiceField(label="县区", required=False)
    kind = forms.ChoiceField(label="类型", required=False)
    age = forms.ChoiceField(label="等候", required=False, choices=list(AGES.items()))
    findings = forms.ChoiceField(label="检查", required=False, choices=list(FINDINGS.items()))
    order = forms.ChoiceField(
        label="排序", required=False, choices=[(key, label) for key, (label, _) in ORDERS.items()]
    )

    def __init__(self, data, rows: Sequence[Row]) -> None:
        super().__init__(data or None)
        self.rows = rows
        counties = dict.fromkeys(sorted(row.item.county_name for row in rows if row.item.county_name))
        kinds = dict.fromkeys(sorted(row.item.type_name for row in rows))
        self.fields["county"].choices = [("", "全部"), *((name, name) for name in counties)]
        self.fields["kind"].choices = [("", "全部"), *((name, name) for name in kinds)]
        if len(counties) < 2:
            del self.fields["county"]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the order was chosen."""
        return any(value for name, value in self._chosen.items() if name != "order")

    def narrowed(self) -> list[Row]:
        """Return the rows that fit, in the chosen order; a choice that does not exist narrows nothing."""
        chosen = self._chosen
        rows = [row for row in self.rows if self._fits(row, chosen)]
        _, key = ORDERS[chosen.get("order") or "since"]
        return sorted(rows, key=key)

    @property
    def _chosen(self) -> dict[str, str]:
        if not self.is_bound:
            return {}
        self.is_valid()
        return self.cleaned_data

    @staticmethod
    def _fits(row: Row, chosen: dict[str, str]) -> bool:
        if chosen.get("county") and row.item.county_name != chosen["county"]:
            return False
        if chosen.get("kind") and row.item.type_name != chosen["kind"]:
            return False
        if chosen.get("age") and row.item.waiting_days < int(chosen["age"]):
            return False
        wanted = chosen.get("findings")
        return not wanted or (wanted == "some") == bool(row.warnings)
