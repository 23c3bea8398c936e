"""What is fetched from an address, within which bounds, and by what it is known again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a fetch may take: seconds to connect, between two pieces and in all; bytes, unpacked; hops and retries."""

    connect: float = 10
    read: float = 20
    total: float = 120
    size: int = 100_000_000
    hops: int = 5
    retries: int = 2
    wait: float = 30


@dataclass(frozen=True, slots=True)
class Validators:
    """By what an answer is known again: `etag` and `modified` are the server's words, `digest` is of the content.

    They hold for `url`, where the address led to.
    """

    url: str = ""
    etag: str = ""
    modified: str = ""
    digest: str = ""

    def headers(self, url: str) -> dict[str, str]:
        """Give the headers that ask for what is newer.

        Examples
        --------
        >>> seen = Validators("https://news.example/rss", etag='"7"')
        >>> seen.headers("https://news.example/rss"), seen.headers("https://other.example/")
        ({'If-None-Match': '"7"'}, {})
        """
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified} if url == self.url else {}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `url` is where it was in the end."""

    url: str
    stream: BinaryIO
    content_type: str = ""
    charset: str | None = None
    validators: Validators = field(default_factory=Validators)


class FetchError(Exception):
    """It could not be fetched; its text says why."""


def sendable(header: str | None) -> str:
    r"""Give a header that can be sent back as it came; nothing of one that can't.

    Examples
    --------
    >>> sendable('W/"a1"'), sendable("é"), sendable("a\r\nb")
    ('W/"a1"', '', '')
    """
    plain = header is not None and header.isascii() and header.isprintable() and len(header) <= _LONGEST
    return header if header is not None and plain else ""
