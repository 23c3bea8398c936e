"""What went wrong with one input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from kg.corpus.article import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no facts: where it was, and why; `message` says both, for people."""

    origin: str
    message: str

    @classmethod
    def of(cls, article: Article, reason: str) -> Self:
        """Say why an article gave none.

        Examples
        --------
        >>> Failure.of(Article("a1", "Bonn was quiet.", origin="news.jsonl:1"), "it took too long").message
        'news.jsonl:1: it took too long'
        """
        where = article.origin or article.id
        return cls(where, f"{where}: {reason}")
