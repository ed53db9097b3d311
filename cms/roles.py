"""Who may do what: the one table from roles to permissions, and the function that puts it in force."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from .membership import groups_of

ORGANISATION = "市妇联组联部"
FILES_OF_OWN = frozenset({"add", "change", "choose"})


@dataclass(frozen=True)
class Role:
    """Permissions of one role. Page permissions hold at the role's page and below it."""

    group_name: str
    model_permissions: frozenset[str]
    page_permissions: frozenset[str]
    file_permissions: frozenset[str]

    def name_for(self, county_name: str = "") -> str:
        """Name of the role's group, for a county's role with the county's name."""
        return self.group_name.format(county=county_name)


EDITOR = Role(
    group_name="县区编辑·{county}",
    model_permissions=frozenset({"wagtailadmin.access_admin"}),
    page_permissions=frozenset({"add_page", "change_page"}),
    file_permissions=FILES_OF_OWN,
)
LEAD = Role(
    group_name="县区审定·{county}",
    model_permissions=frozenset({"wagtailadmin.access_admin"}),
    page_permissions=frozenset({"add_page", "change_page"}),
    file_permissions=FILES_OF_OWN,
)
MODERATOR = Role(
    group_name=ORGANISATION,
    model_permissions=frozenset(
        {
            "wagtailadmin.access_admin",
            "pages.change_siteidentity",
            "cms.change_officecontact",
            "pages.change_correction",
            "pages.view_correction",
            "pages.add_term",
            "pages.change_term",
            "pages.add_featuredstory",
            "pages.change_featuredstory",
            "pages.delete_featuredstory",
            "pages.view_featuredstory",
            "pages.add_wordtoavoid",
            "pages.change_wordtoavoid",
            "pages.delete_wordtoavoid",
            "pages.view_wordtoavoid",
            "pages.add_searchequivalent",
            "pages.change_searchequivalent",
            "pages.delete_searchequivalent",
            "pages.view_searchequivalent",
            "reports.add_reportingyear",
            "reports.change_reportingyear",
            "reports.view_reportingyear",
            "reports.add_guidancevisit",
            "reports.change_guidancevisit",
            "reports.view_guidancevisit",
            "reports.add_adoption",
            "reports.change_adoption",
            "reports.delete_adoption",
            "reports.view_adoption",
            "reports.add_adoptionchannel",
            "reports.change_adoptionchannel",
            "reports.view_adoptionchannel",
        }
    ),
    page_permissions=frozenset({"add_page", "change_page"}),
    file_permissions=FILES_OF_OWN,
)
ROLES = {"editor": EDITOR, "lead": LEAD, "moderator": MODERATOR}


def is_moderator(user: AbstractBaseUser) -> bool:
    """Whether *user* belongs to the organisation department. Superuser status does not count."""
    return ORGANISATION in groups_of(user).values()


def sync_role(role: Role, page: Page, collection: Collection, county_name: str = "") -> Group:
    """Make or mend the group of *role* so that it has exactly the table's permissions. Idempotent."""
    group, _ = Group.objects.get_or_create(name=role.name_for(county_name))
    group.permissions.set(_permissions(role.model_permissions))
    _set_page_permissions(group, role, page)
    _set_collection_permissions(group, {collection: role.file_permissions})
    return group


def grant_choose_everywhere(group: Group, root: Collection) -> None:
    """Let *group* see and choose the files of all collections, beside what it already may."""
    for permission in _file_permissions({"choose"}):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _permissions(names: frozenset[str]):
    wanted = Q(pk__in=[])
    for name in names:
        app_label, codename = name.split(".")
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    found = list(Permission.objects.filter(wanted))
    if len(found) != len(names):
        raise LookupError(f"unknown permission among {sorted(names)}")
    return found


def _set_page_permissions(group: Group, role: Role, page: Page) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=role.page_permissions
    )
    group.page_permissions.exclude(page=page, permission__in=permissions).delete()
    for permission in permissions:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _set_collection_permissions(group: Group, table: dict[Collection, frozenset[str]]) -> None:
    wanted = {
        (collection.pk, permission.pk)
        for collection, names in table.items()
        for permission in _file_permissions(names)
    }
    for row in group.collection_permissions.all():
        if (row.collection_id, row.permission_id) not in wanted:
            row.delete()
    for collection_id, permission_id in wanted:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection_id=collection_id, permission_id=permission_id
        )


def _file_permissions(names):
    # Wagtail asks for the permissions of its own models, whatever models a site has put in their place.
    wanted = Q(pk__in=[])
    for app_label, model in [("wagtailimages", "image"), ("wagtaildocs", "document")]:
        wanted |= Q(content_type__app_label=app_label, codename__in=[f"{name}_{model}" for name in names])
    return Permission.objects.filter(wanted)
