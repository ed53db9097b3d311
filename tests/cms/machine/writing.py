"""What writers do: create, edit, save, autosave, submit, revert."""

from django.urls import reverse
from wagtail.models import Page

from media.models import CustomDocument, CustomImage
from pages.models import NoticePage, SitePage
from pages.models.works.council import DeliberationCouncilPage
from reports.models import YearEndSummaryPage

from .page_forms import new_page_data, page_data, with_block, with_paragraph, with_photos
from .people import CITY, Person
from .world import World

SAVE, SUBMIT, PUBLISH = {}, {"action-submit": "1"}, {"action-publish": "1"}
WAYS = ("text", "title", "photo", "block", "document", "everything")


def images_of(world: World, county: str) -> list[int]:
    return list(
        CustomImage.objects.filter(title__contains=f"m{county}").order_by("pk").values_list("pk", flat=True)
    )


def change(world: World, page: Page, data: dict, way: str) -> dict:
    """Change *data* of *page* as an editor would."""
    county = world.county_of_path(page.path)
    word = world.token(county)
    if way in ("title", "everything") and "title" in data:
        data = data | {"title": f"标题 {word}"}
    if way in ("text", "everything") or (
        way == "photo" and "photos-TOTAL_FORMS" not in data and "lead_image" not in data
    ):
        data = with_paragraph(data, f"<p>正文 {word}</p>")
    pictures = images_of(world, county)
    if way == "photo" and pictures:
        image = pictures[int(word[-5:]) % len(pictures)]
        if "lead_image" in data:
            data = data | {"lead_image": image}
        elif int(data.get("photos-TOTAL_FORMS", 0)) > 2:
            data = data | {"photos-0-caption": f"说明 {word}", "photos-1-image": image}
        elif "photos-TOTAL_FORMS" in data:
            data = with_photos(data, photo_rows(world, county, 3))
    if way == "block" and pictures and "body-count" in data:
        data = with_block(data, "picture", {"image": pictures[0], "caption": "", "description": ""})
    if way == "document" and "body-count" in data:
        document = CustomDocument.objects.filter(title__contains=f"m{county}").first()
        data = with_block(data, "document", {"document": document.pk, "title": ""}) if document else data
    return data


def photo_rows(world: World, county: str, count: int) -> list[dict]:
    pictures = images_of(world, county)
    return [
        {
            "image": pictures[n % len(pictures)],
            "caption": f"说明 {world.token(county)}",
            "description": f"描述{n}",
        }
        for n in range(count if pictures else 0)
    ]


def edit(world: World, person: Person, pk: int, way: str, button: dict, kind: str = "", **extra) -> None:
    """Open the latest revision in the form, change it in *way* ("" for not at all) and press *button*."""
    page = world.latest(pk)
    data = page_data(page, person.user)
    data = change(world, page, data, way) if way else data
    kind = kind or f"edit{'' if way else ' nothing'} + {next(iter(button), 'save')}"
    world.step(
        kind,
        person,
        lambda: world.post("wagtailadmin_pages:edit", [pk], data | button | extra),
        f"{page} {way}",
    )


def create(world: World, person: Person, model, parent: int, button: dict, full: bool = True) -> None:
    """Fill in the form of a new page, completely or with a title only."""
    above = world.page(parent)
    county = world.county_of_path(above.path) if above.depth > 2 else CITY
    word = world.token(county)
    data = new_page_data(model, above, person.user) | {"title": f"新建 {word}", "slug": word}
    if full:
        data = with_paragraph(data, f"<p>正文 {word}</p>")
        data |= {"township": "示例街道"} if model is SitePage else {}
        data |= {"year": 2020} if model is DeliberationCouncilPage else {}
        if model is YearEndSummaryPage:
            data = with_photos(data, photo_rows(world, county, 3))
    args = [model._meta.app_label, model._meta.model_name, parent]
    kind = f"create + {next(iter(button), 'save')}"
    world.step(
        kind,
        person,
        lambda: world.post("wagtailadmin_pages:add", args, data | button),
        f"{word} under {above}",
    )


MODELS = (YearEndSummaryPage, SitePage, NoticePage, DeliberationCouncilPage)


def autosave(world: World, person: Person, pk: int, overwrite: int, way: str) -> None:
    """Background save over the revision *overwrite*."""
    page = world.latest(pk)
    data = change(world, page, page_data(page, person.user), way)
    data |= {"overwrite_revision_id": overwrite, "loaded_revision_id": page.latest_revision_id or ""}
    url = reverse("wagtailadmin_pages:edit", args=[pk])
    world.step("autosave", person, lambda: world.autosave(url, data), f"{page} over {overwrite}")


def overwrite(world: World, person: Person, pk: int, revision: int, way: str, button: dict) -> None:
    """The same by an ordinary POST, with a revision id that may be forged."""
    edit(
        world,
        person,
        pk,
        way,
        button,
        kind=f"overwrite revision + {next(iter(button), 'save')}",
        overwrite_revision_id=revision,
    )


def revert(world: World, person: Person, pk: int, revision: int, button: dict) -> None:
    """Open an old revision and save, submit or publish it, as the revert form does."""
    page = world.page(pk)
    old = page.revisions.filter(pk=revision).first()
    data = (
        page_data(old.as_object() if old else world.latest(pk), person.user) | {"revision": revision} | button
    )
    kind = f"revert + {next(iter(button), 'save')}"
    # Wagtail's form of an old revision posts to the edit address; the revert address itself takes no forms.
    world.step(kind, person, lambda: _revert(world, pk, revision, data), f"{page} to {revision}")


def _revert(world: World, pk: int, revision: int, data: dict) -> None:
    world.post("wagtailadmin_pages:revisions_revert", [pk, revision], data)
    world.post("wagtailadmin_pages:edit", [pk], data)


def take_back(world: World, person: Person, pk: int, button: str) -> None:
    """取回, or Wagtail's restart, by the buttons' names."""
    data = page_data(world.latest(pk), person.user) | {button: "1"}
    world.step(
        button.removeprefix("action-"),
        person,
        lambda: world.post("wagtailadmin_pages:edit", [pk], data),
        str(pk),
    )
