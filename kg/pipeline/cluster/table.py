"""What came of a shard <-> the bytes of a Parquet file, the same each time; the only place that knows of pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields, replace
from io import BytesIO
from typing import TYPE_CHECKING

from kg.corpus.storable import storable
from kg.errors import InputError, in_one_line
from kg.pipeline.cluster.outcome import Came, Outcome

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetFile

MISSING = "facts of a cluster are kept as Parquet: `pip install 'kg-news[parquet]'`"
_AT_ONCE = 16  # rows
_MOST = 1 << 30  # bytes that a file may unpack to
_NULLABLE = frozenset({"published", "url", "author"})
_NAMES = tuple(field.name for field in fields(Outcome))


def check_installed() -> None:
    """Refuse to begin where pyarrow is missing.

    Raises
    ------
    InputError
        It is.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise InputError(MISSING) from None


def encode_outcomes(outcomes: Sequence[Outcome]) -> bytes:
    """Give rows as a Parquet file.

    Examples
    --------
    >>> rows = [Outcome(Came.WARNING, "a.txt", "a.txt: it ends in the middle")]
    >>> encode_outcomes(rows) == encode_outcomes(rows)
    True
    >>> list(decode_outcomes(encode_outcomes(rows), name="x", rows=1)) == rows
    True
    """
    import pyarrow
    from pyarrow.parquet import write_table

    rows = [dict(zip(_NAMES, astuple(_keepable(one)), strict=True)) for one in outcomes]
    target = BytesIO()
    write_table(
        pyarrow.Table.from_pylist(rows, schema=_schema()),
        target,
        compression="zstd",
        use_dictionary=False,
        row_group_size=_AT_ONCE,
    )
    return target.getvalue()


def decode_outcomes(data: bytes, *, name: str, rows: int) -> Iterator[Outcome]:
    """Read what `encode_outcomes` gave, some rows at a time.

    Raises
    ------
    InputError
        It is something else, with other columns or another number of rows, or unpacks to too much.
    """
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(BytesIO(data), memory_map=False)
        fault = _wrong(table, rows)
        if fault:
            raise InputError(f"{name}: {fault}")
        for batch in table.iter_batches(batch_size=_AT_ONCE, use_threads=False):
            for row in batch.to_pylist():
                yield Outcome(**{**row, "came": Came(row["came"])})
    except InputError:
        raise
    except Exception as error:  # on hostile data, pyarrow raises whatever Python does
        raise InputError(f"{name}: no facts of kg ({in_one_line(error, 200)})") from error


def _wrong(table: ParquetFile, rows: int) -> str | None:
    about = table.metadata
    unpacked = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    if not table.schema_arrow.equals(_schema(), check_metadata=False):
        return "no facts of kg: its columns are others"
    if about.num_rows != rows:
        return f"{about.num_rows} rows, where its entry says {rows}"
    return f"it unpacks to {unpacked:,} bytes, more than kg takes" if unpacked > _MOST else None


def _schema() -> Schema:
    import pyarrow

    numbers = dict.fromkeys(("mentions", "events", "rejected"), pyarrow.int64())
    kinds = {"content": pyarrow.uint64(), "facts": pyarrow.binary(), **numbers}
    return pyarrow.schema(
        [pyarrow.field(name, kinds.get(name, pyarrow.string()), nullable=name in _NULLABLE) for name in _NAMES]
    )


def _keepable(outcome: Outcome) -> Outcome:
    """Escape what UTF-8 can't hold in names of files and what is said of them, as the record does."""
    origin, message, article_id = map(storable, (outcome.origin, outcome.message, outcome.id))
    return replace(outcome, origin=origin, message=message, id=article_id)
