"""Labels that Wagtail derives from field names, out of reach of any catalogue of translations."""

from wagtail.admin.forms import choosers

LINK_TEXT = "链接文字"
LABELS = {
    choosers.ExternalLinkChooserForm: {"link_text": LINK_TEXT},
    choosers.AnchorLinkChooserForm: {"link_text": LINK_TEXT},
    choosers.EmailLinkChooserForm: {
        "email_address": "电子邮箱",
        "link_text": LINK_TEXT,
        "subject": "主题",
        "body": "正文",
    },
    choosers.PhoneLinkChooserForm: {"phone_number": "电话号码", "link_text": LINK_TEXT},
}


def translate() -> None:
    """Set the labels; called once when the application starts."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
