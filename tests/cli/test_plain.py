"""Nothing that a stranger writes reaches the terminal as a command."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.plain import plain, plain_json

RISKY = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202e\u2066\u2069\u200e\u2028\ud800"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b[1;31mall red", "all red"),
        ("\x1b]0;a title\x07after", "after"),
        ("\x1b]8;;file:link\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("over\rwritten\x08\x08", "over written"),
        ("two\nlines\tand  more", "two lines and more"),
        ("\u202eturned\u202c round", "turned round"),
        ("Raúl Castro – “Élysée” 习近平", "Raúl Castro – “Élysée” 习近平"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_nothing_risky_is_left(text: str) -> None:
    assert not RISKY & set(plain(text))


@given(st.text())
def test_json_keeps_its_value(text: str) -> None:
    document = plain_json(json.dumps(text, ensure_ascii=False))
    assert not (RISKY - {"\n"}) & set(document)
    assert json.loads(document) == text
