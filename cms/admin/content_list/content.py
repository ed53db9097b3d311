"""Which pages the list holds, and what of them it may name."""

from functools import cache

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages import tree
from pages.models import CountyPage, NoticeIndexPage, SitePage, StoryIndexPage
from pages.reach import own_paths

from ...county import County
from ...workflow.page_state import with_state

CITY = "市妇联"


@cache
def types(of_the_city: bool) -> tuple[type[Page], ...]:
    """Return the page types that stand under counties and sites, and with *of_the_city* those of its sections."""
    parents = [CountyPage, SitePage] + ([StoryIndexPage, NoticeIndexPage] if of_the_city else [])
    models = dict.fromkeys(model for parent in parents for model in parent.allowed_subpage_models())
    return tuple(models)


def reaches_city(user: AbstractBaseUser) -> bool:
    """Whether *user*'s part of the tree is more than some counties."""
    return any(len(path) < tree.COUNTY_DEPTH * tree.STEP for path in own_paths(user))


def below(paths: tuple[str, ...]) -> Q:
    """Pages at *paths* and below them."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(path__startswith=path)
    return found


def content_of(user: AbstractBaseUser) -> PageQuerySet:
    """Return the pages in *user*'s part of the tree that the list holds, with their ``state``."""
    content_types = ContentType.objects.get_for_models(*types(of_the_city=True), CountyPage).values()
    return with_state(Page.objects.filter(below(own_paths(user)), content_type__in=content_types))


def counties_of(user: AbstractBaseUser) -> QuerySet[County]:
    """Return the counties in *user*'s part of the tree, in the order of their codes."""
    paths = [Q(page__path__startswith=path) for path in own_paths(user)]
    return County.objects.filter(Q(*paths, _connector=Q.OR) if paths else Q(pk__in=[])).select_related("page")


def sites_of(user: AbstractBaseUser) -> PageQuerySet:
    """Return the demonstration sites in *user*'s part of the tree, drafts too."""
    return SitePage.objects.filter(below(own_paths(user))).order_by("path").only("pk", "path", "draft_title")


def authors_of(user: AbstractBaseUser) -> QuerySet[AbstractBaseUser]:
    """Return the owners of the pages in *user*'s part of the tree; not all names are hers to read."""
    users = get_user_model().objects.filter(pk__in=content_of(user).values("owner"))
    return users.order_by("last_name", "first_name", "username")
