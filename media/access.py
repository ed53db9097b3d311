"""Who may fetch a stored file, and the seam by which a higher package says what the public uses."""

from collections.abc import Callable, Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from wagtail.permissions import policy_registry

from .models import CustomDocument, CustomImage

MediaFile = CustomImage | CustomDocument
PublicUse = Callable[[CustomDocument], bool]

STAFF_ACTIONS = ["choose", "change"]
_public_uses: list[PublicUse] = []


def register_public_use(fn: PublicUse) -> PublicUse:
    """Register *fn*, which says whether something live shows a document; any yes suffices.

    It is asked for every download by the public and must answer for the present moment. With nothing
    registered no document is public.
    """
    if fn not in _public_uses:
        _public_uses.append(fn)
    return fn


def unregister_public_use(fn: PublicUse) -> None:
    """Undo ``register_public_use(fn)``."""
    _public_uses.remove(fn)


def is_public(document: CustomDocument) -> bool:
    """Return whether something live shows *document*."""
    return any(uses(document) for uses in _public_uses)


def is_staff_of(user: AbstractBaseUser | AnonymousUser, instance: MediaFile) -> bool:
    """Return whether *user* may choose or change *instance* by the permissions on its collection."""
    policy = policy_registry.get_by_type(type(instance))
    return policy.user_has_any_permission_for_instance(user, STAFF_ACTIONS, instance)


def choosable_ids(
    user: AbstractBaseUser | AnonymousUser, model: type[MediaFile], ids: Iterable[int]
) -> set[int]:
    """Return those of *ids* that *user* may put on a page, in one query."""
    mine = policy_registry.get_by_type(model).instances_user_has_permission_for(user, "choose")
    return set(mine.filter(pk__in=list(ids)).values_list("pk", flat=True))


def visible_to(user: AbstractBaseUser | AnonymousUser, model: type[MediaFile]) -> QuerySet:
    """Return the rows of *model* that *user* may choose or change: her own county's, and what is shared."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, STAFF_ACTIONS)


def may_download(user: AbstractBaseUser | AnonymousUser, document: CustomDocument) -> bool:
    """Return whether *user*, or anybody, may download *document*."""
    return is_staff_of(user, document) or is_public(document)
