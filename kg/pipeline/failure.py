"""What went wrong with one input."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from kg.corpus.article import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no facts: where it was, and why; `message` says both, for people.

    `kind` is one of few words, for counters and logs: the message may have words of the article.
    """

    origin: str
    message: str
    kind: str = field(default="other", compare=False)

    @classmethod
    def of(cls, article: Article, reason: str, kind: str = "other") -> Self:
        """Say why an article gave none.

        Examples
        --------
        >>> Failure.of(Article("a1", "Bonn was quiet.", origin="news.jsonl:1"), "it took too long").message
        'news.jsonl:1: it took too long'
        """
        where = article.origin or article.id
        return cls(where, f"{where}: {reason}", kind)
