from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.annotation.annotate import Annotator
from kg.corpus.article import Article
from kg.corpus.layout import lay_out


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load()


def parsed(annotator: Annotator, headline: str) -> Doc:
    (article,) = annotator.annotate([lay_out(Article("1", "Nothing else is known.", headline))])
    return article.segments[0].doc


def subjects(doc: Doc, verb: str) -> list[str]:
    (found,) = [token for token in doc if token.text == verb]
    first = next(child for child in found.children if child.dep_ == "nsubj")
    return [first.text, *(token.text for token in first.subtree if token.dep_ == "conj")]


@pytest.mark.parametrize(
    ("headline", "verb", "expected"),
    [
        ("Sarkozy, Cameron visit Tripoli", "visit", ["Sarkozy", "Cameron"]),
        ("Ortega, Arias to meet in Managua", "meet", ["Ortega", "Arias"]),
        ("Italy, Libya sign treaty", "sign", ["Italy", "Libya"]),
        ("End of a feud: Kirchner and Uribe sign a trade pact", "sign", ["Kirchner", "Uribe"]),
        ("Thatcher and Gorbachev hold talks", "hold", ["Thatcher", "Gorbachev"]),
    ],
)
def test_names_before_a_plain_verb_are_its_subjects(
    annotator: Annotator, headline: str, verb: str, expected: list[str]
) -> None:
    doc = parsed(annotator, headline)
    assert subjects(doc, verb) == expected
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("headline", ["Mubarak Receives Rabin, Rules Out Summit", "Walesa Visits Kiev"])
def test_titles_are_parsed_as_sentences(annotator: Annotator, headline: str) -> None:
    doc = parsed(annotator, headline)
    assert doc[1].pos_ == "VERB"
    assert doc[0].dep_ == "nsubj"
    assert doc.text.lower() == headline.lower()
