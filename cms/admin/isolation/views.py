"""Views of the page chooser that would show a page by an id which the chooser has not offered."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView, ExternalLinkView
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.reach import linkable

from .titles import title_for


class ChooserBrowseView(BrowseView):
    """Opens at pages that may be linked to only; Wagtail shows any page whose id stands in the address."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        self.asked_for = parent_page_id
        return super().get(request, parent_page_id)

    def get_object_list(self) -> PageQuerySet:
        own = Page.objects.filter(pk=self.parent_page.pk)
        if not self.parent_page.is_root() and not linkable(self.request.user, own).exists():
            if self.asked_for:
                raise Http404("No such page for this user.")
            # Wagtail starts at the common parent of a page type, which may be somebody else's draft.
            self.parent_page = Page.get_first_root_node()
        return super().get_object_list()


class ChooserChosenView(ChosenMultipleView):
    def get(self, request: HttpRequest) -> HttpResponse:
        ids = {int(value) for value in request.GET.getlist("id") if value.isdecimal()}
        if linkable(request.user, Page.objects.filter(pk__in=ids)).count() != len(ids):
            raise Http404("No such page for this user.")
        return super().get(request)


class ChooserExternalLinkView(ExternalLinkView):
    """Turns an address of this site into a page, by the title that the public knows."""

    def post(self, request: HttpRequest) -> HttpResponse:
        response = super().post(request)
        answer = json.loads(response.content)
        # The question whether to make it a page link would print the title of a draft.
        if answer["step"] == "confirm_external_to_internal":
            return self.render_chosen_response(answer["external"])
        return response

    def render_chosen_response(self, result: dict) -> HttpResponse:
        if "adminTitle" in result:
            page = Page.objects.get(pk=result["id"])
            result = result | {"adminTitle": title_for(self.request.user, page)}
        return super().render_chosen_response(result)
