"""The data that a browser would send for a page's edit form, made from the form itself."""

from typing import Any

from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text

Data = dict[str, Any]


def page_data(page: Page, user, parent: Page | None = None) -> Data:
    """Return POST data that changes nothing of *page*, a specific page as its latest revision has it.

    A page that is not stored yet is to stand under *parent*.
    """
    parent = parent or page.get_parent()
    form = page.get_edit_handler().get_form_class()(instance=page, for_user=user, parent_page=parent)
    data = _fields(form)
    for name, formset in form.formsets.items():
        prefix = formset.prefix
        data |= {
            f"{prefix}-TOTAL_FORMS": len(formset.initial_forms),
            f"{prefix}-INITIAL_FORMS": len(formset.initial_forms),
        }
        data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
        for number, row in enumerate(formset.initial_forms):
            data |= _fields(row) | {f"{prefix}-{number}-ORDER": number + 1, f"{prefix}-{number}-DELETE": ""}
        del name
    return data


def new_page_data(model: type[Page], parent: Page, user) -> Data:
    """Return POST data of the empty form for a new page of *model* under *parent*."""
    form = model.get_edit_handler().get_form_class()(instance=model(), for_user=user, parent_page=parent)
    data = _fields(form)
    for formset in form.formsets.values():
        data |= {f"{formset.prefix}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
        data[f"{formset.prefix}-MAX_NUM_FORMS"] = 1000
    return data


def _fields(form) -> Data:
    data: Data = {}
    for bound in form:
        if bound.name in ("ORDER", "DELETE"):
            continue
        value, name = bound.value(), bound.html_name
        if hasattr(bound.field, "block"):
            data |= block_data(name, bound.field.block, value)
            continue
        widget = bound.field.widget
        if isinstance(value, bool) and type(widget).__name__ == "CheckboxInput":
            data |= {name: "on"} if value else {}
            continue
        sent = value if hasattr(value, "pk") or hasattr(widget, "model") else widget.format_value(value)
        sent = getattr(sent, "pk", sent)
        if getattr(widget, "allow_multiple_selected", False):
            data[name] = list(sent)
            continue
        if isinstance(sent, list | tuple):
            sent = sent[0] if sent else ""
        data[name] = "" if sent is None else sent
    return data


def block_data(prefix: str, block: blocks.Block, value: Any) -> Data:
    """What the StreamField's script sends for *value*."""
    if isinstance(block, blocks.StreamBlock):
        data: Data = {f"{prefix}-count": len(value or [])}
        for number, child in enumerate(value or []):
            data |= _envelope(f"{prefix}-{number}", number, child.id) | {
                f"{prefix}-{number}-type": child.block_type
            }
            data |= block_data(f"{prefix}-{number}-value", child.block, child.value)
        return data
    if isinstance(block, blocks.ListBlock):
        data = {f"{prefix}-count": len(value)}
        for number, child in enumerate(value.bound_blocks):
            data |= _envelope(f"{prefix}-{number}", number, child.id)
            data |= block_data(f"{prefix}-{number}-value", child.block, child.value)
        return data
    if isinstance(block, blocks.StructBlock):
        data = {}
        for name, child in block.child_blocks.items():
            data |= block_data(f"{prefix}-{name}", child, value.get(name))
        return data
    if isinstance(value, RichText):
        return {prefix: rich_text(value.source)}
    return {prefix: getattr(value, "pk", value) if value is not None else ""}


def _envelope(prefix: str, number: int, block_id: str | None) -> Data:
    return {f"{prefix}-order": number, f"{prefix}-deleted": "", f"{prefix}-id": block_id or ""}


def with_paragraph(data: Data, html: str) -> Data:
    """Replace all of the body by one paragraph, or the introduction where the page has no body."""
    if "body-count" in data:
        kept = {name: value for name, value in data.items() if not name.startswith("body-")}
        new = {"body-count": 1, "body-0-type": "paragraph", "body-0-value": rich_text(html)}
        return kept | new | _envelope("body-0", 0, "")
    if "support" in data or "township" in data:
        return data | {"introduction": rich_text(html)}
    return data | ({"introduction": html[:100]} if "introduction" in data else {})


def with_block(data: Data, kind: str, values: Data) -> Data:
    """Add one struct block of *kind* at the end of the body."""
    number = int(data.get("body-count", 0))
    new = {f"body-{number}-value-{name}": value for name, value in values.items()}
    new |= {f"body-{number}-type": kind, "body-count": number + 1} | _envelope(f"body-{number}", number, "")
    return data | new


def with_photos(data: Data, rows: list[Data]) -> Data:
    """Add *rows* of new photos to a summary's form."""
    start = int(data["photos-TOTAL_FORMS"])
    data = data | {"photos-TOTAL_FORMS": start + len(rows)}
    for number, row in enumerate(rows, start=start):
        data |= {f"photos-{number}-{name}": value for name, value in row.items()}
        data |= {
            f"photos-{number}-id": "",
            f"photos-{number}-ORDER": number + 1,
            f"photos-{number}-DELETE": "",
        }
    return data
