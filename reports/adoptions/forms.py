"""The form in which an adoption is recorded."""

from typing import Any

from django.db.models import Q
from wagtail.admin.forms import WagtailAdminModelForm

from pages.queries import counties

from ..models import Adoption, AdoptionChannel


class AdoptionForm(WagtailAdminModelForm):
    """Offers channels in use; remembers who recorded the row; asks the channel for points that are left empty."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = counties()
        self.fields["county"].empty_label = "请选择"
        channel = self.fields["channel"]
        channel.queryset = AdoptionChannel.objects.filter(Q(active=True) | Q(pk=self.instance.channel_id))
        channel.empty_label = "请选择"

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        # Whoever mends the channel and leaves the points as they are means the new channel's points.
        if self.instance.pk and "channel" in self.changed_data and "points" not in self.changed_data:
            data["points"] = None
        return data

    def save(self, commit: bool = True) -> Adoption:
        if not self.instance.pk:
            self.instance.recorded_by = self.for_user
        return super().save(commit)
