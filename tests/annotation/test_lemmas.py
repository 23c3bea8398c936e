"""Remembered lemmas are those of spaCy's own lemmatizer."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

from kg.annotation import lemmas
from kg.annotation.lemmas import adapt_lemmatizer

WORDS = ["Talks", "talks", "talk", "met", "meeting", "Merkel", "is", "ties", "better", "1990s", "'s", " ", "ß"]
POS = ["NOUN", "VERB", "AUX", "ADJ", "PROPN", "NUM", "SPACE"]
MORPHS = ["", "Number=Sing", "Number=Plur", "VerbForm=Inf", "Tense=Past|VerbForm=Fin", "Degree=Pos", "Degree=Cmp"]
TABLES: dict[str, dict[str, Any]] = {
    "lemma_rules": {"noun": [["ies", "y"], ["s", ""]], "verb": [["s", ""], ["ing", ""]], "adj": [["er", ""]]},
    "lemma_exc": {"verb": {"met": ["meet"], "is": ["be"]}, "adj": {"better": ["good"]}},
    "lemma_index": {"noun": ["talk", "tie"], "verb": ["talk", "meet"], "adj": ["good"]},
}


def pipeline(*, overwrite: bool = False) -> Language:
    nlp = spacy.blank("en")
    tables = Lookups()
    for name, table in TABLES.items():
        tables.add_table(name, table)
    nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": overwrite}).initialize(lookups=tables)  # type: ignore[attr-defined]
    return nlp


@pytest.fixture(scope="module", params=[False, True], ids=["kept", "overwritten"])
def pipelines(request: pytest.FixtureRequest) -> tuple[Language, Language]:
    adapted = pipeline(overwrite=request.param)
    adapt_lemmatizer(adapted)
    return pipeline(overwrite=request.param), adapted


def lemmas_of(nlp: Language, tokens: list[tuple[str, str, str, str]]) -> list[str]:
    words, pos, morphs, before = ([token[part] for token in tokens] for part in range(4))
    doc = Doc(nlp.vocab, words=words, pos=pos, morphs=morphs, lemmas=before)
    [doc] = nlp.get_pipe("lemmatizer").pipe([doc])  # type: ignore[attr-defined]
    return [token.lemma_ for token in doc]


TOKENS = st.lists(
    st.tuples(*map(st.sampled_from, (WORDS, POS, MORPHS, ["", "", "", "be"]))),
    max_size=12,
)


@settings(deadline=None, max_examples=200)
@given(tokens=TOKENS)
def test_they_are_the_same(pipelines: tuple[Language, Language], tokens: list[tuple[str, str, str, str]]) -> None:
    plain, adapted = pipelines
    assert lemmas_of(adapted, tokens) == lemmas_of(plain, tokens)


def test_no_more_is_remembered_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_KEPT", 2)
    plain, adapted = pipeline(), pipeline()
    adapt_lemmatizer(adapted)
    tokens = [(f"{word}{number}s", "NOUN", "Number=Plur", "") for word in ("tie", "talk") for number in range(9)]
    assert lemmas_of(adapted, tokens) == lemmas_of(plain, tokens)
    cache = adapted.get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
    assert len(cache) <= 3 < len(plain.get_pipe("lemmatizer").cache)  # type: ignore[attr-defined]


def test_words_that_were_forgotten_are_named_again() -> None:
    nlp = pipeline()
    adapt_lemmatizer(nlp)
    for _ in range(2):
        with nlp.memory_zone():
            assert lemmas_of(nlp, [("summiteers", "NOUN", "Number=Plur", "")]) == ["summiteer"]


def test_a_pipeline_with_other_lemmas_is_left_alone() -> None:
    nlp = spacy.blank("en")
    tables = Lookups()
    tables.add_table("lemma_lookup", {"met": "meet"})
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=tables)  # type: ignore[attr-defined]
    adapt_lemmatizer(nlp)
    assert [token.lemma_ for token in nlp("Merkel met")] == ["Merkel", "meet"]
