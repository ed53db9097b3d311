"""Featured works from their texts: one builder for all eight kinds, since the texts use the models' field names."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from pages.models import WorkPage
from pages.models.works import MODELS

from .body import body
from .content import Photo, Work
from .this_year import dated

BY_SLUG = {model.kind.slug: model for model in MODELS}
Upload = Callable[[Photo], Any]


def work_page(text: Work, upload: Upload) -> WorkPage:
    """The page of *text*, not stored yet; *upload* turns a drawn picture into one of the library's.

    Raises ``FieldDoesNotExist``, ``TypeError`` or ``Term.DoesNotExist`` for facts that the kind does not have.
    """
    model = BY_SLUG[text.kind]
    page = model(
        title=text.title,
        year=text.year or timezone.localdate().year,
        introduction=text.introduction,
        highlight=text.highlight,
        body=body(text.body),
        live=False,
    )
    for name, value in text.facts.items():
        setattr(page, name, _fact(page, name, value, upload, undated=text.year is None))
    page.photos = [
        _row(page, "photos")(
            image=upload(photo), caption=photo.caption, description=photo.description, sort_order=order
        )
        for order, photo in enumerate(text.photos)
    ]
    return page


def _fact(page: WorkPage, name: str, value: Any, upload: Upload, undated: bool) -> Any:
    """*value* as the field or relation *name* of *page* takes it."""
    if name in page.fact_relations:
        rows = dated(value, timezone.localdate()) if undated else value
        return [_row(page, name)(**_pictured(row, upload), sort_order=n) for n, row in enumerate(rows)]
    field = page._meta.get_field(name)
    if field.many_to_many:
        return [field.related_model.objects.get(name=term, **field.get_limit_choices_to()) for term in value]
    if name == "opinions":
        return field.stream_block.to_python([{"type": "opinion", "value": one} for one in value])
    return value


def _row(page: WorkPage, relation: str) -> type:
    return page._meta.get_field(relation).related_model


def _pictured(row: dict[str, Any], upload: Upload) -> dict[str, Any]:
    """*row*, its picture uploaded and described."""
    if "picture" not in row:
        return row
    photo = row["picture"]
    others = {name: value for name, value in row.items() if name != "picture"}
    return others | {"image": upload(photo), "description": photo.description}
