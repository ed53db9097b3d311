"""Putting what was read into a page. Nothing is submitted; what was there before stays in the page's history."""

from dataclasses import dataclass
from pathlib import PurePath

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from wagtail.models import Page

from pages import word
from pages.blocks import BodyBlock

from ...county import County
from ...models import WordImport
from . import pictures
from .forms import APPEND, WordForm

MOST_TITLE = 255


@dataclass(frozen=True)
class Source:
    """An uploaded file that could be read, with who sent it and what she said of its pictures."""

    name: str
    text: word.WordText
    user: AbstractBaseUser
    form: WordForm

    @classmethod
    def read(cls, form: WordForm, user: AbstractBaseUser) -> "Source":
        """Read the file of the valid *form*. Raises ``WordRefused``."""
        file: UploadedFile = form.cleaned_data["file"]
        return cls(file.name, word.read(file, file.name), user, form)

    @property
    def title(self) -> str:
        """The title that the text has, else the file's name."""
        return (self.text.title or PurePath(self.name).stem)[:MOST_TITLE]


def begin(page: Page, parent: Page, source: Source) -> Page:
    """Make *page*, which is not stored yet, the draft of *source* under *parent*, and return it.

    All or nothing: if it cannot be stored, no picture stays either.
    """
    page.title = source.title

    def store() -> None:
        parent.add_child(instance=page)
        page.save_revision(user=source.user, log_action=True)

    _fill(page, source, County.of(parent), store, WordImport.Way.NEW, append=False)
    return page


def fill(page: Page, source: Source) -> None:
    """Save *source* as the newest revision of *page*, which is given as its newest revision has it. All or nothing."""
    data = source.form.cleaned_data
    if data["take_title"] and source.text.title:
        page.title = source.title
    append = data.get("way") == APPEND

    def store() -> None:
        page.save_revision(user=source.user, log_action=True)

    way = WordImport.Way.APPENDED if append else WordImport.Way.FILLED
    _fill(page, source, County.of(page), store, way, append)


def _fill(page: Page, source: Source, county: County | None, store, way: str, append: bool) -> None:
    blocks = BodyBlock().to_python(source.text.blocks)
    if append:
        kept = BodyBlock().get_prep_value(page.body)
        blocks = BodyBlock().to_python([*kept, *source.text.blocks])
    if source.text.blocks:
        page.body = blocks
    taken = pictures.Taken()
    try:
        pictures.take(
            taken, source.text.pictures, page, source.user, county, source.form.cleaned_data, source.name
        )
        _add(page, taken.rows)
        with transaction.atomic():
            store()
            WordImport.objects.create(
                page=page,
                user=source.user,
                file_name=source.name,
                way=way,
                notes=[*source.text.left_out, *taken.notes],
                title=source.title,
                characters=source.text.characters,
                photos=len(taken.rows),
            )
    except BaseException:
        taken.undo()
        raise


def _add(page: Page, rows: list) -> None:
    last = max((photo.sort_order or 0 for photo in page.photos.all()), default=-1)
    for number, row in enumerate(rows, start=last + 1):
        row.sort_order = number
        page.photos.add(row)
