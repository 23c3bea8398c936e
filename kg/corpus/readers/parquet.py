"""Parquet: one article a row, read by groups of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from kg.corpus.columns import Columns
from kg.corpus.containers.limits import Limits
from kg.corpus.containers.streams import with_seeking
from kg.corpus.readers.kind import Kind, Read
from kg.corpus.rows import check_row
from kg.corpus.unreadable import UnreadableReason, unreadable
from kg.errors import InputError, in_one_line

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 64  # at a time


def read_parquet(stream: BinaryIO, origin: str, article_id: str | None = None) -> Read:  # noqa: ARG001  # rows have ids
    """Read the articles of a table whose columns have usual names."""
    yield from read_parquet_columns(stream, origin, Columns())


def read_parquet_columns(stream: BinaryIO, origin: str, columns: Columns) -> Read:
    """Read the articles of a table; a row without an id gets one from its text."""
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
        for row in _rows(table, list(found.values())):
            count += 1
            yield from check_row(columns.row(row, found), origin=f"{origin}[{count}]", id_from_text=True)
    except InputError as fault:
        yield unreadable(origin, UnreadableReason.FIELDS, str(fault))
        return
    except Exception as error:  # noqa: BLE001 - on hostile data, pyarrow raises whatever Python does
        yield unreadable(origin, UnreadableReason.DAMAGED, in_one_line(error, 200))
        return
    if not count:
        yield unreadable(origin, UnreadableReason.EMPTY, "no row")


def _rows(table: ParquetFile, names: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
        for row in batch.to_pylist():
            yield {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    """Give a date as it is written."""
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


PARQUET = Kind(
    "Parquet",
    (".parquet",),
    lambda head: head.startswith(b"PAR1"),
    read_parquet,
    is_certain=True,
    read_columns=read_parquet_columns,
)
