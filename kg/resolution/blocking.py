"""Pairs of names that can be one person's at all, so that not all are compared with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.mentions.people.given_names import is_east_asian
from kg.resolution.name_forms import form_classes
from kg.resolution.names import name_words, sound


def pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of normalised full names that share a block, the smaller first.

    Examples
    --------
    >>> sorted(pairs(["bill clinton", "william clinton", "kofi annan"]))
    [('bill clinton', 'william clinton')]
    """
    blocks: dict[object, list[str]] = defaultdict(list)
    for name in sorted(names):
        for key in set(_keys(name)):
            blocks[key].append(name)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _keys(name: str) -> Iterator[object]:
    written = name_words(name)
    words = [sound(word) for word in written]
    yield "one word", "".join(written)
    yield "any order", *sorted(words)
    if is_east_asian(written) or len(words) < 2:
        return  # their syllables differ by a letter: alike only as wholes
    yield "opening", *words[:2]
    yield "closing", *words[-2:]
    # Both ends: a surname's begin, and a given name by its first letter as written and as it sounds, or its forms.
    for given in {written[0][0], words[0][0], *form_classes(written[0])}:
        yield words[-1][:3], given
