"""Remembered rules set what spaCy's own attribute ruler sets."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotation.attribute_rules import adapt_attribute_ruler

WORDS = ["Merkel", "is", "'s", "ai", "n't", "gon", "na", "nothin'", "That", "there", " ", "talks"]
TAGS = ["NNP", "VBZ", "VBP", "RB", "DT", "_SP"]
RULES = (
    ([[{"TAG": "NNP"}]], {"POS": "PROPN"}, 0),
    ([[{"TAG": "VBZ"}], [{"TAG": "VBP"}]], {"POS": "VERB", "MORPH": "Tense=Pres"}, 0),
    ([[{"TAG": "VBZ", "LOWER": {"IN": ["is", "'s"]}}]], {"POS": "AUX", "LEMMA": "be"}, 0),
    ([[{"TAG": {"NOT_IN": ["DT", ""]}, "LOWER": "that"}]], {"POS": "SCONJ"}, 0),
    ([[{"LOWER": {"REGEX": "^n[ou]thin'$"}}], [{"LOWER": "there"}]], {"LEMMA": "nothing"}, 0),
    ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "go"}, 0),
    ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "to", "POS": "PART"}, -1),
    ([[{"SHAPE": "Xxxxx"}]], {"MORPH": "Number=Sing"}, 0),
    ([[{"IS_SPACE": True}]], {"TAG": "_SP", "POS": "SPACE"}, 0),
)


def pipeline() -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    for patterns, attributes, index in RULES:
        ruler.add(patterns, attributes, index)  # type: ignore[attr-defined]
    return nlp


@pytest.fixture(scope="module")
def pipelines() -> tuple[Language, Language]:
    adapted = pipeline()
    adapt_attribute_ruler(adapted)
    return pipeline(), adapted


def what_is_set(nlp: Language, tokens: list[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    words = [word for word, _ in tokens]
    doc = Doc(nlp.vocab, words=words, tags=[tag for _, tag in tokens])
    return [(t.tag_, t.pos_, str(t.morph), t.lemma_) for t in nlp.get_pipe("attribute_ruler")(doc)]


@settings(deadline=None, max_examples=200)
@given(tokens=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), max_size=12))
def test_the_same_is_set(pipelines: tuple[Language, Language], tokens: list[tuple[str, str]]) -> None:
    plain, adapted = pipelines
    assert what_is_set(adapted, tokens) == what_is_set(plain, tokens)


def test_a_pipeline_without_rules_is_left_alone() -> None:
    nlp = spacy.blank("en")
    adapt_attribute_ruler(nlp)
    assert [token.text for token in nlp("Merkel met Hollande.")] == ["Merkel", "met", "Hollande", "."]
