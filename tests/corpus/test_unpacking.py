"""What is packed by gzip comes out whole however it is cut into pieces, or is said to be damaged."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.fetched import FetchError
from kg.corpus.unpacking import unpacked

_PARTS = st.lists(st.binary(max_size=300), min_size=1, max_size=3)
_CUTS = st.lists(st.integers(0, 400), max_size=6)


def _pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    return [data[start:end] for start, end in pairwise([0, *sorted(cuts), len(data)])] if cuts else [data]


@given(_PARTS, _CUTS, st.integers(0, 20))
def test_the_pieces_make_no_difference(parts: list[bytes], cuts: list[int], zeros: int) -> None:
    packed = b"".join(gzip.compress(part) for part in parts) + bytes(zeros)
    cuts = [cut for cut in cuts if cut <= len(packed)]
    assert b"".join(unpacked(iter(_pieces(packed, cuts)))) == b"".join(parts)


@given(st.binary(max_size=300), _CUTS, st.data())
def test_what_ends_too_early_is_told(part: bytes, cuts: list[int], data: st.DataObject) -> None:
    packed = gzip.compress(part)
    cut_off = packed[: data.draw(st.integers(2, len(packed) - 1))]
    with pytest.raises(FetchError, match="ends too early"):
        list(unpacked(iter(_pieces(cut_off, [cut for cut in cuts if cut <= len(cut_off)]))))


@given(st.binary(min_size=1, max_size=50).filter(lambda data: data[:2] not in (b"\x1f\x8b", b"\x1f")))
def test_what_is_not_packed_is_told(data: bytes) -> None:
    with pytest.raises(FetchError, match="and it isn't"):
        list(unpacked(iter([data])))


def test_little_is_in_memory_at_once() -> None:
    """A few bytes may be packed of very many."""
    assert max(map(len, unpacked(iter([gzip.compress(bytes(20_000_000))])))) <= 1 << 16
