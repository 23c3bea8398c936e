"""Changed trees stay trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.annotation.guests import mend_guests
from kg.annotation.headline_syntax import mend_heading
from kg.annotation.trees import hang
from tests.annotation.trees import Tree, assert_every_walk_up_ends, parsed, trees

WORDS = list("abcdefgh")
VISIT = ["Obama", "met", "visiting", "Kenyan", "President", "Uhuru", "Kenyatta", "and", "visiting", "Pope", "Francis"]
VISIT_TAGS = ["PROPN", "VERB", "VERB", "ADJ", "PROPN", "PROPN", "PROPN", "CCONJ", "VERB", "PROPN", "PROPN"]
VISIT_ENTITIES = ["O", "O", "O", "O", "O", "B-PERSON", "I-PERSON", "O", "O", "O", "B-PERSON"]
HEADING = ["End", "of", "era", ":", "Castro", ",", "Obama", "meet", "in", "Panama"]
HEADING_TAGS = ["NN", "IN", "NN", ":", "NNP", ",", "NNP", "VBP", "IN", "NNP"]
HEADING_PARTS = ["NOUN", "ADP", "NOUN", "PUNCT", "PROPN", "PUNCT", "PROPN", "VERB", "ADP", "PROPN"]


@given(trees(len(WORDS)), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_words_hung_anywhere_leave_a_tree(tree: Tree, moves: list[tuple[int, int]]) -> None:
    doc = parsed(WORDS, tree)
    for word, above in moves:
        hang(doc[word], doc[above])
    assert_every_walk_up_ends(doc)


@given(trees(len(VISIT)))
def test_guests_of_any_parse_leave_a_tree(tree: Tree) -> None:
    doc = parsed(VISIT, tree, pos=VISIT_TAGS, ents=VISIT_ENTITIES)
    mend_guests(doc)
    assert_every_walk_up_ends(doc)


@given(trees(len(HEADING)))
def test_headings_of_any_parse_leave_a_tree(tree: Tree) -> None:
    doc = parsed(HEADING, tree, tags=HEADING_TAGS, pos=HEADING_PARTS)
    mend_heading(doc)
    assert_every_walk_up_ends(doc)
