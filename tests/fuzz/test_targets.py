"""A short run of every target of the fuzzer: over the inputs that are kept, and over random changes of them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.targets import CORPUS, TARGETS, target

_CHANGED = 60  # random inputs a target
_MOST_BYTES = 300_000  # of all that is kept


@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs(name: str) -> None:
    one, paths = target(name), sorted((CORPUS / name).iterdir())
    assert paths
    for path in paths:
        one(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_random_changes_of_them(name: str) -> None:
    """The seed is the same in each run: what breaks can be found again."""
    one, moments = target(name), random.Random(name)
    kept = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    for _ in range(_CHANGED):
        one(_changed(moments.choice(kept), moments.choice(kept), moments))


def test_what_is_kept_is_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < _MOST_BYTES


def test_every_target_has_a_file() -> None:
    files = {path.stem for path in Path(__file__).parent.glob("*.py")}
    assert files - {"__main__", "targets", "bytes_of", "test_targets", "seeds"} == set(TARGETS)


def _changed(one: bytes, other: bytes, moments: random.Random) -> bytes:
    """Cut, joined, with bytes put in, left out and turned round."""
    data = bytearray(one)
    for _ in range(moments.randint(1, 4)):
        at = moments.randint(0, len(data))
        end = min(len(data), at + moments.randint(0, 8))
        match moments.randrange(4):
            case 0:
                data[at:end] = moments.randbytes(moments.randint(1, 8))
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * moments.randint(1, 20)
            case _:
                begin = moments.randint(0, len(other))
                data[at:end] = other[begin : begin + moments.randint(1, 60)]
    return bytes(data)
