"""Trees of every shape, for what changes a parse: whatever the parser made of the words, no word may hang on itself."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

VOCAB = English().vocab
LABELS = ("compound", "pobj", "nmod", "prep", "amod", "appos", "nsubj", "dobj", "conj", "dep", "advcl")


@dataclass(frozen=True)
class Tree:
    """The head and the dependency label of each word."""

    heads: list[int]
    labels: list[str]


@st.composite
def trees(draw: st.DrawFn, size: int) -> Tree:
    """Draw any tree over `size` words."""
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place in range(1, size):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=size, max_size=size))
    labels[order[0]] = "ROOT"
    return Tree(heads, labels)


def parsed(
    words: list[str],
    tree: Tree,
    *,
    tags: list[str] | None = None,
    pos: list[str] | None = None,
    ents: list[str] | None = None,
) -> Doc:
    """The words with that tree."""
    return Doc(VOCAB, words=words, heads=tree.heads, deps=tree.labels, tags=tags, pos=pos, ents=ents)


def assert_every_walk_up_ends(doc: Doc) -> None:
    """Fail where a word hangs on itself: the walks of coreference would never end there."""
    for word in doc:
        above, steps = word, 0
        while above.head != above:
            above, steps = above.head, steps + 1
            assert steps <= len(doc), f"{word.text} hangs on itself"
