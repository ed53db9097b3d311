"""Showcase stories and which of them are featured."""

from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page

from .. import models
from .listed import listings_of


def featured_on(day: date) -> QuerySet:
    """What is featured on *day*, in the organisation department's order."""
    featured = models.FeaturedStory.objects.filter(story__live=True, starts_on__lte=day)
    return featured.filter(Q(ends_on=None) | Q(ends_on__gte=day))


def featured_stories(day: date) -> list:
    """The published stories that are featured on *day*, in the organisation department's order."""
    featured = (
        featured_on(day)
        .select_related("story__listing__image", "story__site")
        .prefetch_related("story__listing__image__renditions")
        .defer("story__body")
    )
    return [one.story for one in featured]


def stories_to_show(day: date, number: int) -> list:
    """Listings of the first *number* stories: those featured on *day* in their order, then the latest."""
    stories = models.Listing.objects.filter(kind="story", page__live=True)
    latest = stories.order_by("-date", "-page").values("pk")[:number]
    featured = featured_on(day)
    own = featured.filter(story=OuterRef("page")).order_by("sort_order", "-starts_on", "pk")
    found = (
        listings_of("story")
        .filter(Q(page__in=featured.order_by().values("story")) | Q(pk__in=latest))
        .annotate(
            place=Subquery(own.values("sort_order")[:1]), featured=Subquery(own.values("starts_on")[:1])
        )
        .order_by(F("place").asc(nulls_last=True), "-featured", "-date", "-page")
    )
    return list(found[:number])


def named_by_live_story(place: Page) -> bool:
    """Whether a published story names *place* or a site below it, so that deleting it would change what is live."""
    return models.StoryPage.objects.live().filter(site__path__startswith=place.path).exists()
