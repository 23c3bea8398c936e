"""Kinds, keys and spans of the mentions that are found. Needs the model."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.mentions.geography import Gazetteer, find_in_text
from kg.mentions.mention import MentionKind
from tests.mentions.geography.conftest import Annotate, Find


@pytest.mark.parametrize(
    ("text", "entity", "kind", "country"),
    [
        ("Norway joined the talks.", "Country:NO", MentionKind.NAME, "NO"),
        ("The U.K. joined the talks.", "Country:GB", MentionKind.ABBREVIATION, "GB"),
        ("Kenyan officials joined the talks.", "Country:KE", MentionKind.DEMONYM, "KE"),
        ("The talks were held in Lusaka.", "Place:Lusaka", MentionKind.CAPITAL, "ZM"),
        ("The Kremlin denied it.", "Place:Kremlin", MentionKind.SEAT, "RU"),
        ("The talks were held in Rotterdam.", "Place:Rotterdam", MentionKind.NAME, "NL"),
        ("Scotland voted.", "Place:Scotland", MentionKind.NAME, "GB"),
        ("He toured the Middle East.", "Place:Middle East", MentionKind.NAME, None),
        ("He was born in Paris, Texas, in 1950.", "Place:Paris, Texas", MentionKind.NAME, "US"),
    ],
)
def test_a_mention(find: Find, text: str, entity: str, kind: MentionKind, country: str | None) -> None:
    entities, mentions = find(text)
    assert mentions[0].entity == entity
    assert (mentions[0].kind, mentions[0].country) == (kind, country)
    assert entity in {found.key for found in entities}


def test_mentions_are_in_order_and_apart(find: Find) -> None:
    _, mentions = find(
        "U.S.-China talks in Geneva, Switzerland, follow Sino-Russian talks in Vladivostok.\n\nItaly agreed."
    )
    spans = [(mention.segment, mention.start, mention.end) for mention in mentions]
    assert spans == sorted(spans)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(spans))
    assert {m.country for m in mentions} == {"US", "CN", "CH", "RU", "IT"}
    assert all(mention.start <= mention.head < mention.end for mention in mentions)


def test_all_forms_of_a_state_are_its_names(find: Find) -> None:
    [entity], _ = find("Burma freed prisoners. Myanmar's generals spoke. Burmese monks marched.")
    assert entity.name == entity.names[0]
    assert {"Burma", "Myanmar", "Burmese"} <= {*entity.names, entity.name}


def test_an_unlisted_place_gets_its_state_from_the_words_beside_it(find: Find) -> None:
    entities, _ = find("The ministers met in the Italian village of Castelbrando.")
    assert ("Place:Castelbrando", "IT") in {(entity.key, entity.country) for entity in entities}


def test_spans_point_at_the_words(annotate: Annotate, find: Find) -> None:
    text = "The talks between Ottawa and Côte d’Ivoire’s capital were held in Türkiye."
    [segment] = annotate(text).segments
    words = [segment.doc[mention.start : mention.end].text for mention in find(text)[1]]
    assert words[0] == "Ottawa"
    assert words[-1] == "Türkiye"


@pytest.mark.parametrize(
    ("dateline", "country"),
    [
        ("NAIROBI, March 3 (Wire) -", "KE"),
        ("NEW DELHI -", "IN"),
        ("CONCORD, N.H. (Wire) -", "US"),
        ("ALMATY, Kazakhstan -", "KZ"),
        ("PORT-AU-PRINCE, Haiti (Wire) —", "HT"),
        ("St. Petersburg —", "RU"),
    ],
)
def test_datelines(gazetteer: Gazetteer, dateline: str, country: str) -> None:
    assert {found.country for found in find_in_text(dateline, gazetteer)} == {country}
