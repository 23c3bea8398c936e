from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotation.truecase import is_shouting, truecased
from kg.corpus.article import Article, Field, Paragraph, ParagraphKind
from kg.corpus.layout import lay_out

BODY = (
    "VIENNA, June 4 (Wire) - President John F. Kennedy and Nikita Khrushchev met for a second day. Kennedy, who was "
    "tired, said the talks were sober. Mr. Khrushchev, host of the lunch, spoke at the Soviet Embassy of Berlin. "
    "Charles de Gaulle and Konrad Adenauer of NATO's allies were told by Dean Rusk. Rusk flies on, officials said. "
    "In London, John McCone waited; Harold Macmillan will visit Washington and the White House in the autumn."
)


def recased(headline: str, body: str = BODY) -> str:
    return truecased(lay_out(Article("1", body, headline)).paragraphs)[0]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kennedy, Khrushchev Meet Again in Vienna", "Kennedy, Khrushchev meet again in Vienna"),
        ("Rusk Flies On After Sober Talks", "Rusk flies on after sober talks"),
        ("Adenauer And De Gaulle Sign A Treaty", "Adenauer and de Gaulle sign a treaty"),
        ("Macmillan to Visit White House", "Macmillan to visit White House"),
        (
            "Summit Over: NATO Ministers Rebuff Khrushchev's Offer",
            "Summit over: NATO ministers Rebuff Khrushchev's offer",
        ),
        ("KENNEDY BRIEFS DE GAULLE ON BERLIN", "Kennedy briefs de Gaulle on Berlin"),
        ("MCCONE'S VISIT TO NATO; U.S. OFFICIALS SILENT", "McCone's visit to NATO; U.S. officials Silent"),
        ("US AND UK WARY", "US and UK Wary"),
        ("Rusk Met De Gaulle", "Rusk met de Gaulle"),
    ],
)
def test_words_get_the_case_that_the_body_gives_them(headline: str, expected: str) -> None:
    assert recased(headline) == expected


@pytest.mark.parametrize(
    "headline", ["Kennedy and Khrushchev meet in Vienna", "Second Day of talks", "John F. Kennedy", "Vienna", "12", ""]
)
def test_headings_whose_case_tells_something_stay(headline: str) -> None:
    paragraphs = lay_out(Article("1", BODY, headline)).paragraphs
    assert truecased(paragraphs) == [p.text for p in paragraphs]


def test_a_common_word_that_the_body_has_as_a_name_stays_one() -> None:
    body = "On Monday Secretary of State Condoleezza Rice flew to Rabat, where Rice met farmers who grow rice."
    assert recased("Rice Visits Morocco", body) == "Rice visits Morocco"
    assert recased("Farmers Welcome Rice, Ask for Help", body) == "Farmers welcome Rice, ask for help"


def test_verbs_of_a_dictionary_are_known_in_their_inflected_forms() -> None:
    paragraphs = lay_out(Article("1", BODY, "Kennedy Snubs Adenauer, Rebuffing Envoys")).paragraphs
    assert truecased(paragraphs, verbs={"snub", "rebuff"})[0] == "Kennedy snubs Adenauer, rebuffing envoys"


@given(st.text(max_size=80), st.text(max_size=200))
def test_only_case_changes_and_bodies_stay(heading: str, body: str) -> None:
    paragraphs = [
        Paragraph(Field.TITLE, 0, len(heading), ParagraphKind.HEADLINE, heading),
        Paragraph(Field.TEXT, 0, len(body), ParagraphKind.BODY, body),
    ]
    texts = truecased(paragraphs)
    assert texts[1] == body
    assert len(texts[0]) == len(heading)
    assert [c.lower() for c in texts[0].casefold()] == [c.lower() for c in heading.casefold()]


@given(st.lists(st.sampled_from(("Kennedy", "Meets", "SIGN", "of", "in", "NATO", "visit")), max_size=8))
def test_a_text_that_is_no_heading_in_capitals_is_given_back(words: list[str]) -> None:
    heading = " ".join(words)
    paragraphs = [Paragraph(Field.TITLE, 0, len(heading), ParagraphKind.HEADLINE, heading)]
    assert is_shouting(heading) or truecased(paragraphs) == [heading]
