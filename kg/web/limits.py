"""What a visitor may ask for at most."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on requests and on what they cost.

    `upload` and `form` are bytes of a body, `address` characters of a query string, `seconds`, `rows` and
    `answer` (bytes) of a Cypher query, `threads` questions answered at once, `patience` seconds for which a question
    waits and works.
    """

    upload: int = 32 * MEGABYTE
    files: int = 1000
    form: int = MEGABYTE // 4
    address: int = 16_000
    seconds: float = 10.0
    rows: int = 1000
    answer: int = 16 * MEGABYTE
    threads: int = 4
    patience: float = 30.0
