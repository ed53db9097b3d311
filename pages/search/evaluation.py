"""Measuring the search by a file of documents and questions, in a transaction that leaves nothing behind."""

import math
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from ..models import StoryIndexPage, StoryPage
from .hits import hits_of, public_pages
from .query import understand

TEN = 10
MOST = 36**4 - 1
_BASE = [field.attname for field in Page._meta.concrete_fields if field.name != "id"]


@dataclass
class Scores:
    """Means over questions; *missed* are those that found nothing although something is relevant."""

    recall: float = 0
    precision: float = 0
    ndcg: float = 0
    queries: int = 0
    missed: list[str] = field(default_factory=list)


class _RolledBack(Exception):
    pass


def evaluate(samples: dict[str, Any]) -> dict[str, Scores]:
    """Return the scores of *samples* by group, and of all under ``""``. Nothing of it stays in the database.

    Documents are put in as real pages and asked for as the public does; pages that were there before do not count.
    """
    answers: dict[int, list[int]] = {}
    try:
        with transaction.atomic():
            keys = _publish(samples["documents"])
            for number, query in enumerate(samples["queries"]):
                found = hits_of(understand(query["q"]), query["q"], public_pages().filter(pk__in=keys))
                answers[number] = [keys[hit.pk] for hit in found]
            raise _RolledBack
    except _RolledBack:
        pass
    groups: dict[str, list[tuple[dict, list[int]]]] = {"": []}
    for number, query in enumerate(samples["queries"]):
        groups[""].append((query, answers[number]))
        groups.setdefault(query.get("group", "–"), []).append((query, answers[number]))
    return {name: _scores(asked) for name, asked in groups.items()}


def _publish(documents: list[dict[str, Any]]) -> dict[int, int]:
    """Store *documents* as published stories; return their numbers in the file by the keys of their pages."""
    index = StoryIndexPage.objects.get()
    stories = [_story(index, place, document) for place, document in enumerate(documents, start=1)]
    bases = [Page(**{name: getattr(one, name) for name in _BASE}) for one in stories]
    Page.objects.bulk_create(bases)
    for story, base in zip(stories, bases, strict=True):
        story.pk = story.page_ptr_id = base.pk
        story.save_base(raw=True)  # without signals: nobody is told of pages that are gone in a moment
    get_search_backend().add_bulk(StoryPage, stories)
    return {story.pk: document["id"] for story, document in zip(stories, documents, strict=True)}


def _story(index: StoryIndexPage, place: int, document: dict[str, Any]) -> StoryPage:
    slug, now = f"evaluated-{place}", timezone.now()
    return StoryPage(
        # Behind whatever stands there.
        path=index.path + Page._int2str(MOST - place).rjust(Page.steplen, "0"),
        depth=index.depth + 1,
        title=document["title"],
        draft_title=document["title"],
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(StoryPage),
        locale_id=index.locale_id,
        body=[("paragraph", f"<p>{escape(document['body'])}</p>")],
        first_published_at=now,
        last_published_at=now,
    )


def _scores(asked: list[tuple[dict, list[int]]]) -> Scores:
    scores = Scores(queries=len(asked))
    for query, found in asked:
        relevant = set(query["relevant"])
        good = [number in relevant for number in found]
        if not relevant:  # to find nothing is right
            scores.recall += 1
            scores.precision += not found
            scores.ndcg += not found
            continue
        scores.recall += sum(good) / len(relevant)
        scores.precision += sum(good[:TEN]) / min(TEN, len(relevant))
        ideal = sum(1 / math.log2(place + 2) for place in range(min(TEN, len(relevant))))
        scores.ndcg += sum(1 / math.log2(place + 2) for place, hit in enumerate(good[:TEN]) if hit) / ideal
        if not found:
            scores.missed.append(query["q"])
    for name in ("recall", "precision", "ndcg"):
        setattr(scores, name, getattr(scores, name) / max(1, len(asked)))
    return scores
