"""In "the two last met in Rome" nobody is the last."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from kg.annotation.last_time import mend_last_time

VOCAB = English().vocab


def _parsed(words: str, pos: list[str], heads: list[int], deps: list[str]) -> Doc:
    return Doc(VOCAB, words=words.split(), pos=pos, heads=heads, deps=deps)


@pytest.mark.parametrize("word", ["last", "first"])
def test_the_number_is_the_subject(word: str) -> None:
    doc = _parsed(
        f"The two {word} met", ["DET", "NUM", "ADJ", "VERB"], [2, 2, 3, 3], ["det", "nummod", "nsubj", "ROOT"]
    )
    mend_last_time(doc)
    assert (doc[1].head, doc[1].dep_) == (doc[3], "nsubj")
    assert doc[0].head == doc[1]
    assert (doc[2].head, doc[2].dep_) == (doc[3], "advmod")


@pytest.mark.parametrize("words", ["The very last left", "The two last men"])
def test_the_last_may_be_somebody(words: str) -> None:
    pos = ["DET", "ADV" if "very" in words else "NUM", "ADJ", "VERB" if "left" in words else "NOUN"]
    deps = ["det", "advmod", "nsubj", "ROOT"] if "left" in words else ["det", "nummod", "amod", "ROOT"]
    doc = _parsed(words, pos, [2, 2, 3, 3], deps)
    mend_last_time(doc)
    assert [token.dep_ for token in doc] == deps
