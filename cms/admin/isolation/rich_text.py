"""Links in the rich text editor: no address and no file name of another county's drafts."""

from typing import Any

from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.documents import get_document_model
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from .files import is_hidden


class PageLink(PageLinkElementHandler):
    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        page = Page.objects.filter(pk=attrs["id"]).first()
        if page and is_hidden(page):
            return {"id": page.pk, "url": None, "parentId": None}
        return super().get_attribute_data(attrs)


class DocumentLink(DocumentLinkElementHandler):
    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        document = get_document_model().objects.filter(pk=attrs.get("id")).first()
        if document and is_hidden(document):
            return {"id": document.pk}
        return super().get_attribute_data(attrs)


LINKS = {
    "link": {'a[linktype="page"]': PageLink("LINK")},
    "document-link": {'a[linktype="document"]': DocumentLink("DOCUMENT")},
}


def replace_links(features: FeatureRegistry) -> None:
    """Convert links in this way; called by the hook ``register_rich_text_features``."""
    for feature, handlers in LINKS.items():
        rule = features.converter_rules_by_converter["contentstate"][feature]
        replaced = rule | {"from_database_format": rule["from_database_format"] | handlers}
        features.register_converter_rule("contentstate", feature, replaced)
