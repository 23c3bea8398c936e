"""Parquet: one article a row, read by groups of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from kg.corpus.columns import Columns
from kg.corpus.containers.limits import Limits
from kg.corpus.containers.streams import with_seeking
from kg.corpus.readers.kind import About, Kind, Read
from kg.corpus.readers.row_markup import as_shown
from kg.corpus.recall import besides
from kg.corpus.rows import check_row
from kg.corpus.unreadable import UnreadableReason, unreadable
from kg.errors import InputError, in_one_line

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 64  # at a time


def read_parquet(stream: BinaryIO, about: About) -> Read:
    """Read the articles of a table; a row without an id gets one from its text."""
    origin, columns = about.origin, about.columns or Columns()
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield unreadable(origin, UnreadableReason.FORMAT, "Parquet is read with `pip install 'kg-news[parquet]'`")
        return
    source = with_seeking(stream, origin, most=Limits().in_memory)
    count = 0
    try:
        table = ParquetFile(source)
        found = columns.find(table.schema_arrow.names)
        told = besides("cells", found)
        for row in _rows(table, list(found.values())):
            count += 1
            where = f"{origin}[{count}]"
            yield from about.row(row, told, where, partial(_article, row, where, columns=columns, found=found))
    except InputError as fault:
        yield unreadable(origin, UnreadableReason.FIELDS, str(fault))
        return
    except Exception as error:  # noqa: BLE001 - on hostile data, pyarrow raises whatever Python does
        yield unreadable(origin, UnreadableReason.DAMAGED, in_one_line(error, 200))
        return
    if not count:
        yield unreadable(origin, UnreadableReason.EMPTY, "no row")


def _article(row: dict[str, object], where: str, *, columns: Columns, found: dict[str, str]) -> Read:
    return as_shown(check_row(columns.row(row, found), origin=where, id_from_text=True))


def _rows(table: ParquetFile, names: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
        for row in batch.to_pylist():
            yield {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    """Give a date as it is written."""
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


PARQUET = Kind("Parquet", (".parquet",), lambda head: head.startswith(b"PAR1"), read_parquet, is_certain=True)
