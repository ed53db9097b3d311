"""Panels of the edit forms that Wagtail does not have."""

from typing import Any

from django import forms
from wagtail.admin.panels import FieldPanel, Panel

from . import queries

MEMBER_NAMES = "site-member-names"
TEAM_NAMES = "volunteer-team-names"


def body_panel(help_text: str = "", limit: int | None = None) -> FieldPanel:
    """Return the panel of the field ``body``, with the 字数 below it as it is typed, and *limit* if there is one.

    ``static_src/admin/count.js`` counts as ``pages.text`` does.
    """
    return FieldPanel("body", help_text=help_text, attrs={"data-character-count": limit or ""})


class SiteMemberNamesPanel(Panel):
    """Suggestions for fields made by ``member_name_widget``: the site's members as its editors have them now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/member_names.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            site = self.form.parent_page.specific if self.form.parent_page else None
            draft = site.get_latest_revision_as_object() if site else None
            members = list(draft.members.all()) if draft else []
            return super().get_context_data(parent_context) | {
                "list_id": MEMBER_NAMES,
                "members": members,
                "site": site,
            }


def member_name_widget() -> forms.TextInput:
    """A text field that suggests the names of the site's members, and takes what is typed too."""
    return forms.TextInput(attrs={"list": MEMBER_NAMES, "autocomplete": "off"})


class TeamNamesPanel(Panel):
    """Suggestions for fields made by ``team_widget``: the volunteer teams that the site has written down."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/team_names.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            parent = self.form.parent_page
            return super().get_context_data(parent_context) | {
                "list_id": TEAM_NAMES,
                "names": queries.team_names(parent) if parent else [],
            }


def team_widget() -> forms.TextInput:
    """A text field that suggests the site's volunteer teams, and takes what is typed too."""
    return forms.TextInput(attrs={"list": TEAM_NAMES, "autocomplete": "off"})
