"""One article for each id in a run: the first."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from kg.corpus.article import Article
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable


class Mark(NamedTuple):
    """An article in sixteen bytes: short hashes of its id, and of its content."""

    id: int
    content: int


class Once:
    """Which ids came already. Two short hashes are kept of each: a run may have millions.

    Examples
    --------
    >>> once = Once()
    >>> once.again("a1", content_of(Article("a1", "Bonn was quiet.")), origin="a.jsonl:1")
    >>> once.again("a1", content_of(Article("a1", "Bonn is quiet.")), origin="a.jsonl:2").reason.name
    'ID_TAKEN'
    """

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def again(self, article_id: str, content: int, *, origin: str) -> Unreadable | None:
        """Say what an article is whose id came before; None where it is the first. `content` is its `content_of`."""
        key = id_hash(article_id)
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = content
            return None
        if before == content:
            return unreadable(origin, UnreadableReason.SAME_AGAIN, f"id '{article_id}'")
        detail = f"id '{article_id}'; give one of the two another id or file name"
        return unreadable(origin, UnreadableReason.ID_TAKEN, detail)

    def came(self, mark: Mark) -> bool:
        """Whether the id of an article came already."""
        return mark.id in self._seen

    def note(self, mark: Mark) -> None:
        """Note an article whose id is the first of its kind."""
        self._seen[mark.id] = mark.content


def mark_of(article: Article) -> Mark:
    """Give what an article is known by to `Once`."""
    return Mark(id_hash(article.id), content_of(article))


def id_hash(article_id: str) -> int:
    """Hash by which `Once` knows an id."""
    return _hash(article_id)


def content_of(article: Article) -> int:
    """Hash by which two articles of one id are told to be the same.

    Examples
    --------
    >>> content_of(Article("a1", "Bonn was quiet.")) == content_of(Article("a2", "Bonn was quiet.", origin="b.txt"))
    True
    """
    return _hash(article.title, article.text, article.published or "")


def _hash(*parts: str) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")
