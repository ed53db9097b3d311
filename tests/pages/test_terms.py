"""Choices that the organisation department extends: what pages say by them is never changed."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pages.models import Term, Vocabulary
from pages.vocabularies import STARTING, ensure_terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def term():
    return Term.objects.create(vocabulary=Vocabulary.LANGUAGE, name="客家话")


@pytest.mark.parametrize(("field", "value"), [("name", "仫佬语"), ("vocabulary", Vocabulary.PLACE)])
def test_name_and_list_of_a_stored_choice_stay(term, field, value):
    setattr(term, field, value)
    with pytest.raises(ValidationError, match="选项已经可能被页面使用，名称不能改。请停用它，另外新建一个。"):
        term.full_clean()
    with pytest.raises(ValidationError):
        term.save()
    assert getattr(Term.objects.get(pk=term.pk), field) != value


def test_a_choice_can_be_hidden_and_moved(term):
    term.active, term.sort_order = False, 3
    term.save()
    kept = Term.objects.get(pk=term.pk)
    assert (kept.active, kept.sort_order) == (False, 3)


def test_a_list_has_no_name_twice(term):
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(vocabulary=term.vocabulary, name=term.name)
    Term.objects.create(vocabulary=Vocabulary.PLACE, name=term.name)


def names(vocabulary) -> list[str]:
    return list(Term.objects.filter(vocabulary=vocabulary).values_list("name", flat=True))


def test_setup_made_the_notices_choices_in_their_order():
    assert {vocabulary: names(vocabulary) for vocabulary in Vocabulary} == STARTING
    assert "男女平等基本国策" in names(Vocabulary.LECTURE_TOPIC)


def test_setting_up_again_makes_only_what_is_missing(term):
    hidden = Term.objects.get(vocabulary=Vocabulary.LANGUAGE, name="瑶语")
    hidden.active = False
    hidden.save()
    Term.objects.filter(vocabulary=Vocabulary.LANGUAGE, name="苗语").delete()
    count = Term.objects.count()
    ensure_terms()
    ensure_terms()
    assert Term.objects.count() == count + 1
    assert names(Vocabulary.LANGUAGE).count("苗语") == 1
    hidden.refresh_from_db()
    assert not hidden.active
    assert Term.objects.filter(pk=term.pk).exists()
