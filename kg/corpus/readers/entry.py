"""An entry of a feed: an article, or what leads to one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    `is_whole` says whether `text` is the article; otherwise it is what the feed tells of it, and the article is the
    page at `link`.
    """

    id: str
    origin: str
    title: str
    text: str
    published: str | None
    link: str | None
    is_whole: bool
    author: str | None = None
