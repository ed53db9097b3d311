"""How far a user's eyes reach in the tree: drafts of her own part, and what the public can read anyway.

No role is named here; "own" means that the user holds any page permission at the page or above it.
"""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Substr
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from . import tree

DEEPEST = 8  # deeper than any page stands; each level costs one look-up by index


def own_paths(user: AbstractBaseUser) -> tuple[str, ...]:
    """Return the paths at and below which *user* sees drafts; ``("",)`` stands for the whole tree."""
    if not user.is_active:
        return ()
    if user.is_superuser:
        return ("",)
    granted = page_permission_policy.get_cached_permissions_for_user(user)
    return tuple(sorted({one.page.path for one in granted}))


def is_own(user: AbstractBaseUser, page: Page) -> bool:
    """Whether *user* may know of drafts at *page*. A page that is not stored yet is its author's."""
    return not page.path or any(page.path.startswith(path) for path in own_paths(user))


def leads_to_own(user: AbstractBaseUser, page: Page) -> bool:
    """Whether *page* stands above something of *user*'s own, as the home page stands above each county."""
    return any(path.startswith(page.path) for path in own_paths(user))


def published(pages: PageQuerySet) -> PageQuerySet:
    """Limit *pages* to those that the public can read: live, and everything above them live too."""
    found = pages.filter(live=True)
    for depth in range(tree.HOME_DEPTH, DEEPEST):
        above = Page.objects.filter(live=False, path=Substr(OuterRef("path"), 1, depth * tree.STEP))
        found = found.exclude(Exists(above))
    return found


def linkable(user: AbstractBaseUser, pages: PageQuerySet) -> PageQuerySet:
    """Limit *pages* to those that *user* may name in a page of hers: her own, and published ones."""
    own = Q(pk__in=[])
    for path in own_paths(user):
        own |= Q(path__startswith=path)
    return pages.filter(own | Q(pk__in=published(Page.objects.all()).values("pk")))


def linked_pages(page: Page) -> set[int]:
    """Return the ids of the pages that *page*, as it is in memory, refers to in links and fields."""
    page_type = ReferenceIndex._get_base_content_type(Page).pk
    references = ReferenceIndex._extract_references_from_object(page)
    return {int(object_id) for content_type, object_id, *_paths in references if content_type == page_type}


def unlinkable(user: AbstractBaseUser, ids: Iterable[int]) -> list[int]:
    """Return those of *ids* that name an existing page which *user* may not link to, in order."""
    existing = Page.objects.filter(pk__in=ids)
    allowed = linkable(user, existing).values_list("pk", flat=True)
    return sorted(set(existing.values_list("pk", flat=True)) - set(allowed))
