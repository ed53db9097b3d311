"""How well the search finds, by two sets of documents and questions with different words, on the database in use."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from pages.models import SearchDocument
from pages.search.evaluation import evaluate
from tests.conftest import SAMPLES

pytestmark = pytest.mark.django_db
GOLD, OTHER = SAMPLES / "search-gold.json", SAMPLES / "search-other-words.json"


@pytest.fixture
def small(tmp_path):
    """Three documents and two questions, of which one cannot be answered."""
    samples = {
        "documents": [
            {
                "id": 1,
                "title": "刺绣课开班",
                "body": "姐妹们学绣花。",
                "topic": "",
                "county": "",
                "year": 2020,
            },
            {
                "id": 2,
                "title": "河堤清洁日",
                "body": "捡了三车垃圾。",
                "topic": "",
                "county": "",
                "year": 2021,
            },
            {
                "id": 3,
                "title": "读书会",
                "body": "<b>共读一本书</b>",
                "topic": "",
                "county": "",
                "year": 2022,
            },
        ],
        "queries": [
            {"qid": 1, "q": "刺绣", "group": "甲", "relevant": [1]},
            {"qid": 2, "q": "无此一说", "group": "乙", "relevant": [2]},
        ],
    }
    file = tmp_path / "samples.json"
    file.write_text(json.dumps(samples, ensure_ascii=False), encoding="utf-8")
    return file


@pytest.mark.parametrize("file", [GOLD, OTHER], ids=["gold", "other words"])
def test_what_is_relevant_is_found_and_first(file):
    samples = json.loads(file.read_text(encoding="utf-8"))
    scores = evaluate(samples)[""]
    assert scores.queries == len(samples["queries"])
    assert scores.recall >= 0.97
    assert scores.precision >= 0.95
    assert scores.ndcg >= 0.95
    assert len(scores.missed) <= 0.02 * scores.queries


def test_measuring_leaves_nothing_behind(small):
    models = (Page, IndexEntry, SearchDocument)
    before = [model.objects.count() for model in models]
    call_command("evaluate_search", small, stdout=StringIO())
    assert [model.objects.count() for model in models] == before


def test_the_command_tells_what_was_missed(small, capsys):
    call_command("evaluate_search", small, "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["groups"]["甲"]["recall"] == told["groups"]["甲"]["precision"] == 1
    assert told["groups"]["乙"]["recall"] == 0
    assert told["all"]["missed"] == ["无此一说"]


@pytest.mark.parametrize("threshold", ["--min-recall=0.6", "--min-precision=0.6", "--max-missed=0.4"])
def test_a_threshold_that_is_not_reached_fails(small, threshold, capsys):
    with pytest.raises(CommandError, match="没有达到要求"):
        call_command("evaluate_search", small, threshold)


def test_thresholds_that_are_reached_do_not_fail(small, capsys):
    call_command("evaluate_search", small, "--min-recall=0.5", "--min-precision=0.5", "--max-missed=0.5")


def test_a_file_that_is_none_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.json"):
        call_command("evaluate_search", tmp_path / "missing.json")
