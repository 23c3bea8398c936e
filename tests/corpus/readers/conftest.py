"""Reading one stream, as the room's tests do it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from kg.corpus.article import Article
from kg.corpus.readers.kinds import read_stream
from kg.corpus.unreadable import Unreadable

ReadOne = Callable[..., tuple[list[Article], list[Unreadable]]]


@pytest.fixture
def read() -> ReadOne:
    """Read bytes as a file of some name: its articles, and what is none."""

    def reading(data: bytes | str, suffix: str = "") -> tuple[list[Article], list[Unreadable]]:
        raw = data.encode() if isinstance(data, str) else data
        items = list(read_stream(io.BytesIO(raw), f"a{suffix}", "a", suffix=suffix))
        return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Unreadable)]

    return reading
