"""Documents that were read before: what one gave is known by its bytes, and it needn't be read again.

A document is what one article is read from: a page, a PDF, a text, a row of a table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple, Protocol

from kg.corpus.article import Article
from kg.corpus.once import Mark, Once
from kg.corpus.unreadable import Unreadable, UnreadableReason

_BYTES = 16


class Given(NamedTuple):
    """What a document gave: an article that is in the record, or, with its `language`, one that was set aside."""

    mark: Mark
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Unreadable):
    """What was not read, since it is known what it gives. Its reason is KNOWN, or OTHER_LANGUAGE with the language."""

    mark: Mark


class Memory(Protocol):
    """What is remembered of documents, by their hashes."""

    @property
    def made(self) -> bytes:
        """By what, and how, documents are read, in up to 64 bytes: what was read otherwise isn't known."""
        ...

    def find(self, document: bytes) -> Given | None:
        """What a document gave; None where that isn't known, or where the article isn't as it was any more."""
        ...

    def set_aside(self, document: bytes, given: Given) -> None:
        """Remember a document whose article is in another language."""
        ...


class Recall:
    """Reads documents that aren't known.

    Of those that gave a warning, a fault or several articles nothing is remembered, and they are read again.

    Parameters
    ----------
    memory
        What is known.
    once
        Which articles came already in this run. A document whose article did is read, to say so.
    """

    def __init__(self, memory: Memory, once: Once) -> None:
        self._memory = memory
        self._once = once
        self._begun = hashlib.blake2b(key=memory.made, digest_size=_BYTES)

    def read(
        self, data: bytes, besides: bytes, origin: str, anew: Callable[[], Iterator[Article | Unreadable]]
    ) -> Iterator[Article | Unreadable]:
        """Give what is known of a document, or else what is read of it `anew`.

        Parameters
        ----------
        data
            The document.
        besides
            What else the outcome depends on, as `besides` gives it.
        origin
            Where it comes from.
        anew
            Reads it.
        """
        digest = self._begun.copy()
        digest.update(besides)
        digest.update(data)
        document = digest.digest()
        given = self._memory.find(document)
        if given is not None and not self._once.came(given.mark):
            reason = UnreadableReason.OTHER_LANGUAGE if given.language else UnreadableReason.KNOWN
            yield Known(origin, reason, "", given.language, mark=given.mark)
            return
        items = iter(anew())
        first, second = next(items, None), next(items, None)
        if isinstance(first, Article) and second is None:
            yield replace(first, document=document.hex())
        else:
            yield from chain((item for item in (first, second) if item is not None), items)


def besides(*parts: object) -> bytes:
    r"""Give what is known of a document besides its bytes as bytes, so that they can go before those.

    Examples
    --------
    >>> besides("page", None, "https://news.example/a")
    b'["page", null, "https://news.example/a"]\x00'
    """
    return json.dumps(parts).encode("ascii") + b"\0"
