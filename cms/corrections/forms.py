"""The form in which the department answers for a report. What the reader wrote is shown and stays as it is."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from pages.models import Correction

State = Correction.State
TO_EXPLAIN = {
    State.FORWARDED: "请写明请县区做什么，县区看得到这段话。",
    State.REJECTED: "请写明为什么不采纳，读者来问的时候好答复。",
}


class CorrectionForm(WagtailAdminModelForm):
    """Demands a reason where somebody will ask for it; remembers who handled the report, and when."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        state = data.get("state")
        if state == State.FORWARDED and self.instance.county_id is None:
            self.add_error("state", ValidationError("这一页是市级的，没有县区可以转办。"))
        if state in TO_EXPLAIN and not data.get("answer", "").strip():
            self.add_error("answer", ValidationError(TO_EXPLAIN[state]))
        return data

    def save(self, commit: bool = True) -> Correction:
        if self.instance.state == State.OPEN:
            self.instance.handled_by = self.instance.handled_at = None
        else:
            self.instance.handled_by, self.instance.handled_at = self.for_user, timezone.now()
        return super().save(commit)
