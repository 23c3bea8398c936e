"""The kinds of file that kg reads, and which of them a stream is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from kg.corpus.columns import Columns
from kg.corpus.readers.feed import FEED
from kg.corpus.readers.json_document import JSON_DOCUMENT
from kg.corpus.readers.json_lines import JSON_LINES
from kg.corpus.readers.kind import HEAD_BYTES, About, Kind, Read
from kg.corpus.readers.parquet import PARQUET
from kg.corpus.readers.pdf import PDF
from kg.corpus.readers.peek import peek
from kg.corpus.readers.plain_text import PLAIN_TEXT
from kg.corpus.readers.table import TABLE
from kg.corpus.readers.warc import WARC
from kg.corpus.readers.web_page import WEB_PAGE
from kg.corpus.recall import Recall
from kg.corpus.unreadable import UnreadableReason, unreadable

# In the order in which they are tried; the last one takes everything.
KINDS: tuple[Kind, ...] = (PDF, FEED, WEB_PAGE, WARC, PARQUET, JSON_LINES, JSON_DOCUMENT, TABLE, PLAIN_TEXT)
SUFFIXES = tuple(dict.fromkeys(suffix for kind in reversed(KINDS) for suffix in kind.suffixes))
KNOWN = f"kg reads {', '.join(SUFFIXES)}"


def is_known(suffix: str) -> bool:
    """Whether files with this ending are read.

    Examples
    --------
    >>> is_known(".MD"), is_known(".docx")
    (True, False)
    """
    return suffix.lower() in SUFFIXES


def kind_of(head: bytes, suffix: str = "") -> Kind | None:
    r"""Tell the kind by the first bytes and the ending of the name; without an ending by the bytes alone.

    None stands for an ending that no kind has.

    Examples
    --------
    >>> kind_of(b"[\n]").name, kind_of(b"[\n]", ".txt").name, kind_of(b"[\n]", ".docx")
    ('a JSON document', 'plain text', None)
    """
    suffix = suffix.lower()
    candidates: Sequence[Kind] = KINDS if not suffix else [kind for kind in KINDS if suffix in kind.suffixes]
    if not candidates:
        return None
    certain = (kind for kind in KINDS if kind.is_certain and kind.begins(head))
    fitting = (kind for kind in candidates if kind.begins(head))
    return next(certain, None) or next(fitting, candidates[-1])


def read_stream(
    stream: BinaryIO,
    origin: str,
    article_id: str | None,
    *,
    suffix: str = "",
    columns: Columns | None = None,
    recall: Recall | None = None,
) -> Read:
    r"""Read a stream as what it is; see `kind_of`. For the other parameters see `About`.

    Examples
    --------
    >>> import io
    >>> [article] = read_stream(io.BytesIO(b"Kreisky met Sadat in Vienna."), "-", "a")
    >>> article.id, article.text
    ('a', 'Kreisky met Sadat in Vienna.')
    """
    head, stream = peek(stream, HEAD_BYTES)
    kind = kind_of(head, suffix)
    if kind is None:
        yield unreadable(origin, UnreadableReason.FORMAT, f"'{suffix}'; {KNOWN}")
    else:
        yield from kind.read(stream, About(origin, article_id, columns, recall))
