"""The beginning of a stream is looked at, and nothing of it is lost."""

from __future__ import annotations

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.readers.peek import peek


@given(data=st.binary(max_size=300), count=st.integers(1, 100), start=st.integers(0, 50))
def test_a_file_stands_where_it_stood(data: bytes, count: int, start: int) -> None:
    stream = io.BytesIO(data)
    stream.seek(start)
    head, again = peek(stream, count)
    assert (head, again.read()) == (data[start : start + count], data[start:])


@given(data=st.binary(max_size=300), count=st.integers(1, 100))
def test_a_pipe_loses_nothing(data: bytes, count: int) -> None:
    end, begin = os.pipe()
    os.write(begin, data)
    os.close(begin)
    with os.fdopen(end, "rb") as stream:
        head, again = peek(stream, count)
        assert data.startswith(head)
        assert again.read() == data


@pytest.mark.parametrize("rows", [[b'{"id": 1}\n', b'{"id": 2}\n'], [b'\n\n{"id": 1}\n', b'{"id": 2}\n']])
def test_rows_that_come_one_by_one_are_there_at_once(rows: list[bytes]) -> None:
    """Nobody waits for 64 kB before the first row is read."""
    end, begin = os.pipe()
    os.write(begin, rows[0])
    with os.fdopen(end, "rb") as stream:
        _, again = peek(stream, 1 << 16)
        lines = iter(again.readline, b"")
        assert next(line for line in lines if line.strip()) == b'{"id": 1}\n'
        os.write(begin, rows[1])
        assert next(lines) == rows[1]
        os.close(begin)
        assert list(lines) == []
