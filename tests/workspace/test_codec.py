from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.events.facts import Facts
from kg.workspace.codec import content_hash, decode_facts, encode_facts, fingerprint, fingerprint_parts

_TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
st.register_type_strategy(str, _TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(dt.date, st.dates())


@settings(max_examples=60, deadline=None)
@given(st.from_type(Facts))
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    assert decode_facts(encode_facts(facts)) == facts


@pytest.mark.parametrize("damaged", [b"", b"{}", b"[1]", b'{"article": 5}', b"\xff\xfe"])
def test_what_is_no_facts_is_refused(damaged: bytes) -> None:
    with pytest.raises(WorkspaceError, match="no facts"):
        decode_facts(damaged)


def test_the_hash_is_of_what_the_article_says_and_not_of_where_it_was_read() -> None:
    one = Article("a", "Text.", "Title", "1998-05-03", origin="one.txt")
    assert content_hash(one) == content_hash(replace(one, origin="two.jsonl:7"))
    for other in (replace(one, text="Text"), replace(one, title=""), replace(one, published=None)):
        assert content_hash(one) != content_hash(other)


@given(st.dictionaries(st.sampled_from(["code", "model", "schema"]), st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_fingerprint_tells_its_parts(parts: dict[str, str]) -> None:
    assert fingerprint_parts(fingerprint(**parts)) == parts


def test_a_name_of_another_kind_has_no_parts() -> None:
    assert fingerprint_parts("0123456789abcdef0123") == fingerprint_parts("telling None") == {}
