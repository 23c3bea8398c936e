"""Shards: the inputs cut into pieces, each of which is extracted, committed and done again as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.corpus.article import Article
from kg.corpus.storable import storable
from kg.pipeline.cluster.item import Item, encode_items

#: Work for half a minute or so: less would be many files, more would be much to do again.
ITEMS = 250
CHARACTERS = 1_000_000
_FORMAT = 1  # of the files of facts; another one makes no use of what lies there


@dataclass(frozen=True, slots=True)
class Shard:
    """Some items of a bundle, one after the other.

    `bundle` and `number` are its place among all. `name` is where its first item comes from.
    """

    bundle: int
    number: int
    name: str
    items: bytes

    @property
    def sha256(self) -> str:
        """Hash of what is to be extracted, with where it comes from."""
        return hashlib.sha256(self.items).hexdigest()

    def key(self, fingerprint: str) -> str:
        """Name of what an extractor makes of it, wherever it stands among others: the same makes the same.

        Examples
        --------
        >>> Shard(0, 0, "a.txt", b"[]").key("x") == Shard(3, 1, "a.txt", b"[]").key("x")
        True
        """
        return hashlib.sha256(json.dumps([_FORMAT, fingerprint, self.sha256]).encode("ascii")).hexdigest()


def shards(bundle: int, items: Iterable[Item], *, most: int = ITEMS) -> Iterator[Shard]:
    """Cut the items of a bundle into shards of at most so many, as a stream.

    Examples
    --------
    >>> articles = (Article(str(number), "Bonn was quiet.") for number in range(600))
    >>> [shard.number for shard in shards(7, articles)]
    [0, 1, 2]
    """
    some: list[Item] = []
    number = characters = 0
    for item in items:
        some.append(item)
        characters += len(item.title) + len(item.text) if isinstance(item, Article) else 0
        if len(some) == most or characters >= CHARACTERS:
            yield Shard(bundle, number, storable(some[0].origin), encode_items(some))
            some, characters = [], 0
            number += 1
    if some:
        yield Shard(bundle, number, storable(some[0].origin), encode_items(some))
