"""What is told of the people: state, offices, gender; and their spans. Needs the model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.mention import Office
from tests.mentions.people.conftest import Read


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan President Daniel arap Moi arrived.", "KE"),
        ("Poland's Lech Walesa said so.", "PL"),
        ("Alexander Dubcek, the Czechoslovak leader, and Janos Kadar, Hungary's party chief, met.", "HU"),
        ("King Olav of Norway opened the session.", "NO"),
        ("Peru's foreign minister, Fernando de Trazegnies, signed.", "PE"),
        ("The envoy, Richard Holbrooke, said nothing.", None),
    ],
)
def test_state(read: Read, text: str, country: str | None) -> None:
    assert read(text)[1][-1].country == country


def test_offices(read: Read) -> None:
    _, [person], _ = read("Former Brazilian President Fernando Henrique Cardoso spoke.")
    assert person.offices == (Office("President", "BR", former=True),)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Bandaranaike left.", "f"),
        ("King Hassan left.", "m"),
        ("Spokesman Larry Speakes left.", "m"),
        ("His wife, Suzanne Mubarak, left.", "f"),
        ("Businesswoman Anita Roddick left.", "f"),
        ("Tansu Ciller left.", "f"),
        ("President Shukri left because he was tired.", "m"),
        ("President Ozal spoke. She was tired.", "f"),
        ("President Ozal met Premier Simeonov. He was tired.", None),
        ("Robin Zwane left.", None),
        ("Park Chung-hee left.", None),
    ],
)
def test_gender(read: Read, text: str, gender: str) -> None:
    assert read(text)[1][0].gender == gender


def test_spans_are_without_title_and_possessive(read: Read) -> None:
    article, _, mentions = read("Mr Kohl's aide met President François Mitterrand's.")
    spans = [article.segments[m.segment].doc[m.start : m.end].text for m in mentions]
    assert spans == ["Kohl", "François Mitterrand"]
    assert [article.segments[m.segment].doc[m.head].text for m in mentions] == ["Kohl", "Mitterrand"]


_TEXT = "President Mr the of and said in , . 's Ana Lima Chile Chilean de bin Kim Il al-Nur May II J. who Bank NATO met"
_WORDS = st.sampled_from(_TEXT.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_any_words(read: Read, text: str) -> None:
    article, entities, mentions = read(text)
    keys = [entity.key for entity in entities]
    assert len(set(keys)) == len(keys)
    assert {m.entity for m in mentions} == set(keys)
    taken = [(m.segment, token) for m in mentions for token in range(m.start, m.end)]
    assert len(set(taken)) == len(taken)
    assert all(m.start <= m.head < m.end <= len(article.segments[m.segment].doc) for m in mentions)
    assert [(m.segment, m.start) for m in mentions] == sorted((m.segment, m.start) for m in mentions)
    assert all(entity.name == entity.names[0] for entity in entities)
