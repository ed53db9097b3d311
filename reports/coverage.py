"""One summary of a county for several sites (notice, part three; PRODUCT 3): each site is reported on once."""

from django.db.models import Q, QuerySet

from pages.problems import Problem

from . import models, queries

PLACE = "包括哪些示范点"


def problems(summary) -> list[Problem]:
    """Return what is wrong with the sites that *summary* covers, as it is in memory."""
    if not summary.is_of_county:
        return _site_problems(summary)
    covered = list(summary.covers.all())
    if not covered:
        words = "县区合写的总结，请勾选写到了哪些示范点；只写一个示范点的，请写在那个示范点下面。"
        return [Problem("covers", PLACE, words)]
    found = []
    for site in covered:
        if not site.path.startswith(summary.parent_path):
            found.append(Problem("covers", PLACE, f"“{site.title}”不在本县区，请取消勾选。"))
    alone = set(_own_of(summary, covered).values_list("path", flat=True))
    for site in covered:
        if any(path.startswith(site.path) for path in alone):
            words = f"“{site.title}”另有一份单独的 {summary.year} 年总结，请取消勾选，或者先删去那一份。"
            found.append(Problem("covers", PLACE, words))
    return found


def _site_problems(summary) -> list[Problem]:
    other = (
        queries.covering(summary.parent_path, summary.year).filter(covers__path=summary.parent_path).first()
    )
    if not other:
        return []
    words = f"这个示范点已经写进县区的总结“{other.draft_title}”，一年只报一份。"
    return [Problem("year", "年份", words)]


def _own_of(summary, sites) -> QuerySet:
    """Summaries that *sites* have of their own for the year of *summary*, drafts too."""
    return models.YearEndSummaryPage.objects.filter(_below(sites), year=summary.year).exclude(pk=summary.pk)


def _below(sites) -> Q:
    found = Q(pk__in=[])
    for site in sites:
        found |= Q(path__startswith=site.path)
    return found


def named(summary) -> list[str]:
    """Return the names of the sites that *summary* covers, for readers: of published sites only."""
    return [site.title for site in summary.covers.all() if site.live]
