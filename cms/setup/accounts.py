"""Groups, permissions and collections of the counties and the organisation department."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, Page

from pages.models import CountyPage

from .. import roles
from ..county import County

STOCK_GROUPS = ["Editors", "Moderators"]
CITY_COLLECTION = "市级"


def ensure_collection(name: str) -> Collection:
    """Return the collection *name* directly under the root."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def ensure_county(page: CountyPage) -> County:
    """Make or mend groups, permissions and collection of the county of *page*."""
    collection = ensure_collection(page.title)
    editors = roles.sync_role(roles.EDITOR, page, collection, page.title)
    leads = roles.sync_role(roles.LEAD, page, collection, page.title)
    county, _ = County.objects.update_or_create(
        code=page.code,
        defaults={
            "name": page.title,
            "page": page,
            "editors": editors,
            "leads": leads,
            "collection": collection,
        },
    )
    return county


def ensure_organisation(home: Page) -> Group:
    """Make or mend the organisation department's group."""
    group = roles.sync_role(roles.MODERATOR, home, ensure_collection(CITY_COLLECTION))
    roles.grant_choose_everywhere(group, Collection.get_first_root_node())
    return group


def remove_stock_groups() -> None:
    """Remove the groups that Wagtail's migrations make, unless somebody is in them."""
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
