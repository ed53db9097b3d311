"""Last year's work as the draft of a new year."""

from django.contrib.auth.models import AbstractBaseUser
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from ..models import WorkPage

NOT_COPIED = {"photos"}  # pictures are of their year


def copy_for_year(page: WorkPage, year: int, user: AbstractBaseUser) -> WorkPage:
    """Return a new draft beside *page* for *year*, owned by *user*.

    Standing facts and the text come along; dated rows (``yearly_relations``) and photos stay behind. Nothing is
    asked about permissions here.
    """
    source = page.get_latest_revision_as_object()
    model = type(source)
    copied = model(title=source.title.replace(str(source.year), str(year)), owner=user, live=False)
    own = {field.name for field in Page._meta.get_fields()} | {"page_ptr"}
    for field in model._meta.concrete_fields:
        if field.name not in own:
            setattr(copied, field.attname, getattr(source, field.attname))
    copied.year = year
    for relation in _standing_relations(model):
        rows = list(getattr(source, relation).all())
        for row in rows:
            row.pk = None
        setattr(copied, relation, rows)
    for field in model._meta.many_to_many:
        if field.name not in own:
            getattr(copied, field.name).set(getattr(source, field.name).all())
    page.get_parent().add_child(instance=copied)
    copied.save_revision(user=user, log_action="wagtail.create", clean=False)
    return copied


def _standing_relations(model: type[WorkPage]) -> list[str]:
    left_out = NOT_COPIED | set(model.yearly_relations)
    names = [
        rel.get_accessor_name() for rel in get_all_child_relations(model) if rel.related_model is not None
    ]
    own = {rel.get_accessor_name() for rel in get_all_child_relations(Page)}
    return [name for name in names if name not in left_out and name not in own]
