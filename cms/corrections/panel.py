"""How many reports wait, on the home of whoever they wait for; nothing if there are none."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from pages.models import Correction

from .forwarded import forwarded_to


class CorrectionsPanel(Component):
    """A heading with the number, and the way there."""

    template_name = "cms/corrections/panel.html"
    order = 121

    def __init__(self, of_department: bool) -> None:
        self.of_department = of_department

    def number(self, request: HttpRequest) -> int:
        """How many wait."""
        if self.of_department:
            return Correction.objects.filter(state=Correction.State.OPEN).count()
        return forwarded_to(request.user).count()

    def get_context_data(self, parent_context) -> dict:
        inbox = f"{reverse('corrections_modeladmin_index')}?state={Correction.State.OPEN}"
        return {
            "number": self.number(parent_context["request"]),
            "of_department": self.of_department,
            "url": inbox if self.of_department else reverse("cms_forwarded"),
        }
