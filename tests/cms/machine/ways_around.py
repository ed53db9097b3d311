"""Every other way that Wagtail has of changing what is live, where it stands, or who decides."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Task, Workflow

from cms.county import County
from media.models import CustomImage
from tests.factories.pictures import picture_bytes

from .people import A, Person
from .world import World
from .writing import edit

BULK = ("publish", "unpublish", "move", "delete")
API = (
    "publish",
    "unpublish",
    "delete",
    "convert_alias",
    "copy",
    "move",
    "create_alias",
    "revert_to_page_revision",
    "copy_for_translation",
)


def schedule(world: World, person: Person, pk: int, button: dict, past: bool) -> None:
    """Send dates that the form does not offer."""
    when = timezone.localtime(timezone.now() + timedelta(days=-1 if past else 1)).strftime("%Y-%m-%d %H:%M")
    edit(
        world,
        person,
        pk,
        "text",
        button,
        kind="schedule",
        go_live_at=when,
        expire_at="" if past else when,
        slug=f"s{pk}",
    )


def run_scheduled(world: World) -> None:
    world.step(
        "publish_scheduled", world.staff["superuser"], lambda: call_command("publish_scheduled", verbosity=0)
    )


def unpublish(world: World, person: Person, pk: int, descendants: bool) -> None:
    data = {"include_descendants": "on"} if descendants else {}
    world.step(
        "unpublish",
        person,
        lambda: world.post("wagtailadmin_pages:unpublish", [pk], data),
        str(world.page(pk)),
    )


def withdraw(world: World, person: Person, pk: int, below: bool) -> None:
    data = {"reason": "内容有错误，需要更正。"} | ({"below": "on"} if below else {})
    world.step("withdraw", person, lambda: world.post("cms_withdraw", [pk], data), str(world.page(pk)))


def bulk(world: World, person: Person, action: str, pks: list[int], destination: int) -> None:
    query = "?" + "&".join(f"id={pk}" for pk in pks)
    data = {
        "include_descendants": "on",
        "chooser": destination,
        "confirm_site_name": "柳州市基层妇联改革示范点",
    }
    args = ["wagtailcore", "page", action]
    world.step(
        f"bulk {action}",
        person,
        lambda: world.post("wagtail_bulk_action", args, data, query),
        f"{pks} to {destination}",
    )


def copy(world: World, person: Person, pk: int, parent: int, extra: dict) -> None:
    page = world.page(pk)
    word = world.token(world.county_of_path(world.page(parent).path))
    data = {
        "new_title": f"副本 {word}",
        "new_slug": word,
        "new_parent_page": parent,
        "copy_subpages": "on",
    } | extra
    kind = f"copy{' + ' + next(iter(extra)) if extra else ''}"
    world.step(kind, person, lambda: world.post("wagtailadmin_pages:copy", [pk], data), f"{page} to {parent}")


def move(world: World, person: Person, pk: int, parent: int) -> None:
    words = f"{world.page(pk)} to {world.page(parent)}"
    within = world.county_of_path(world.page(pk).path) == world.county_of_path(world.page(parent).path)
    kind = "move within county" if within else "move to another county"
    world.step(kind, person, lambda: world.post("wagtailadmin_pages:move_confirm", [pk, parent], {}), words)


def simple(world: World, person: Person, name: str, pk: int) -> None:
    """Views that take the page and a bare POST."""
    data = {"next": "/admin/", "restriction_type": "login"}
    world.step(
        name, person, lambda: world.post(f"wagtailadmin_pages:{name}", [pk], data), str(world.page(pk))
    )


SIMPLE = ("delete", "lock", "unlock", "convert_alias", "set_privacy", "set_page_position")


def unschedule(world: World, person: Person, pk: int, revision: int) -> None:
    args = [pk, revision]
    world.step(
        "unschedule",
        person,
        lambda: world.post("wagtailadmin_pages:revisions_unschedule", args, {}),
        f"{args}",
    )


def api(world: World, person: Person, action: str, pk: int, destination: int, revision: int) -> None:
    """Write through the admin's API."""
    url = reverse("wagtailadmin_api:pages:action", args=[pk, action])
    data = {
        "destination_page_id": destination, "recursive": True, "keep_live": True, "revision_id": revision,
        "locale": "zh-hans", "update_slug": f"api-{pk}-{revision}", "slug": f"api-{pk}-{revision}",
    }  # fmt: skip
    world.step(
        f"api {action}", person, lambda: world.api(url, data), f"{pk} to {destination}, revision {revision}"
    )


def api_verb(world: World, person: Person, method: str, pk: int) -> None:
    """Verbs that the API should not know."""
    url = reverse("wagtailadmin_api:pages:detail", args=[pk])
    world.step(
        f"api {method.upper()}",
        person,
        lambda: world.api(url, {"title": "改名", "live": True}, method),
        str(pk),
    )


IMAGE_WAYS = (
    "caption",
    "description",
    "focal point",
    "file",
    "delete",
    "collection",
    "photographer",
    "title",
)


def image(world: World, person: Person, pk: int, way: str) -> None:
    """Edit, replace or delete a picture that pages use."""
    stored = CustomImage.objects.get(pk=pk)
    word = world.token(stored.title.split("x")[0][-6:])
    data = {
        "title": stored.title, "caption": stored.caption, "description": stored.description, "tags": "",
        "photographer": stored.photographer, "collection": stored.collection_id,
        "focal_point_x": "", "focal_point_y": "", "focal_point_width": "", "focal_point_height": "",
    }  # fmt: skip
    if way in ("caption", "description", "photographer"):
        data[way] = f"改动 {word}"
    if way == "title":
        data[way] = f"改名 {word}"
    if way == "focal point":
        spot = int(word[-5:]) % 40 + 10
        data |= {"focal_point_x": spot, "focal_point_y": 5, "focal_point_width": 8, "focal_point_height": 8}
    if way == "file":
        data["file"] = SimpleUploadedFile("new.jpg", picture_bytes((96, 64)), "image/jpeg")
    if way == "collection":
        data["collection"] = CustomImage.objects.exclude(collection=stored.collection).first().collection_id
    name = "wagtailimages:delete" if way == "delete" else "wagtailimages:edit"
    world.step(f"image {way}", person, lambda: world.post(name, [pk], data), stored.title)


FLOW_WAYS = (
    "disable workflow",
    "enable workflow",
    "disable task",
    "enable task",
    "remove from tree",
    "own workflow",
)


def mend(world: World) -> None:
    """An administrator puts the workflow right again."""
    world.step(
        "setup_site",
        world.staff["superuser"],
        lambda: call_command("setup_site", verbosity=0, stdout=StringIO()),
    )


def flow(world: World, person: Person, way: str, pk: int, number: int) -> None:
    """The superuser changes the workflow itself."""
    workflow = Workflow.objects.order_by("pk").first()
    tasks = list(Task.objects.order_by("pk"))
    task = tasks[number % len(tasks)]
    home = Page.objects.get(depth=2)
    post = {
        "disable workflow": ("wagtailadmin_workflows:disable", [workflow.pk], {}),
        "enable workflow": ("wagtailadmin_workflows:enable", [workflow.pk], {}),
        "disable task": ("wagtailadmin_workflows:disable_task", [task.pk], {}),
        "enable task": ("wagtailadmin_workflows:enable_task", [task.pk], {}),
        "remove from tree": ("wagtailadmin_workflows:remove", [home.pk], {}),
        "own workflow": (
            "wagtailadmin_workflows:add",
            [],
            _workflow_form(f"另一流程{number}", [tasks[-1].pk], [pk]),
        ),
    }[way]
    world.step(way, person, lambda: world.post(*post), f"page {pk}")


def lead_role(world: World) -> None:
    """The superuser takes the second lead's role away, or gives it back; decisions follow the role of the moment."""
    person = world.staff["second lead A"]
    holds = bool(person.lead_of)
    user, group = person.user, County.objects.get(code=A).leads_id
    data = {
        "username": user.username, "email": user.email, "first_name": "审定", "last_name": "王", "is_active": "on",
        "groups": [] if holds else [group],
    }  # fmt: skip

    def act() -> None:
        answer = world.post("wagtailusers_users:edit", [user.pk], data)
        if answer.status_code == 302:
            world.staff[person.name] = replace(person, lead_of="" if holds else A)

    world.step("lead role taken or given", world.staff["superuser"], act)


def _workflow_form(name: str, tasks: list[int], pages: list[int]) -> dict:
    data = {"name": name, "active": "on"}
    for prefix, field, values in (("workflow_tasks", "task", tasks), ("pages", "page", pages)):
        data |= {
            f"{prefix}-TOTAL_FORMS": len(values),
            f"{prefix}-INITIAL_FORMS": 0,
            f"{prefix}-MIN_NUM_FORMS": 0,
            f"{prefix}-MAX_NUM_FORMS": 1000,
        }
        for number, value in enumerate(values):
            data |= {
                f"{prefix}-{number}-{field}": value,
                f"{prefix}-{number}-id": "",
                f"{prefix}-{number}-ORDER": number + 1,
                f"{prefix}-{number}-DELETE": "",
            }
    return data
