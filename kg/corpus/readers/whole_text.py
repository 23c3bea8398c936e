"""The text of a file that is read whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.corpus.decode import Undecodable, decode
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable


def whole_text(stream: BinaryIO, origin: str, *, most: int, advice: str) -> Iterator[Unreadable | str]:
    """Read a stream of up to `most` bytes: its text, with what there is to say of it before; or why there is none.

    Examples
    --------
    >>> import io
    >>> written = io.BytesIO("The ministers met in Orléans.".encode("cp1252"))
    >>> recoded, text = whole_text(written, "a.txt", most=100, advice="cut it")
    >>> recoded.message, text
    ('a.txt: it is not UTF-8, and was read in another encoding (as Windows-1252)', 'The ministers met in Orléans.')
    """
    data = stream.read(most + 1)
    if len(data) > most:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"over {most:,} bytes; {advice}")
        return
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        yield unreadable(origin, decoded.reason, decoded.detail)
        return
    if not decoded.text.strip():
        yield unreadable(origin, UnreadableReason.EMPTY, "nothing but white space" if data else "0 bytes")
        return
    if decoded.other_encoding:
        yield unreadable(origin, UnreadableReason.RECODED, f"as {decoded.other_encoding}")
    yield decoded.text
