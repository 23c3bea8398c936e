"""Thousands of odd articles: noise, letters of all scripts, one sentence again and again. Each is accounted for."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.pipeline.build import build
from kg.pipeline.checking import check
from kg.pipeline.recipe import KG

_TELLING = "tests.pipeline.workers.faulty:faulty"
_SENTENCE = "FR met DE in Bonn, as the ministers of both states said on Friday. "


def _noise(moments: random.Random, _: int) -> bytes:
    return moments.randbytes(moments.randint(1, 400)).replace(b"\n", b"") + b"\n"


def _scripts(moments: random.Random, number: int) -> bytes:
    letters = (
        chr(moments.choice((moments.randrange(0xD800), moments.randrange(0xE000, 0x110000)))) for _ in range(200)
    )
    return (json.dumps({"id": str(number), "text": "".join(letters)}) + "\n").encode()


def _repeated(moments: random.Random, number: int) -> bytes:
    return (json.dumps({"id": str(number), "text": _SENTENCE * moments.randint(1, 5)}) + "\n").encode()


@pytest.mark.parametrize(
    ("count", "extractor"), [(250, _TELLING), pytest.param(10_000, KG, marks=pytest.mark.soak)], ids=["few", "many"]
)
@pytest.mark.parametrize("line", [_noise, _scripts, _repeated])
def test_each_is_accounted_for(
    tmp_path: Path, line: Callable[[random.Random, int], bytes], count: int, extractor: str
) -> None:
    moments = random.Random(count)
    news = tmp_path / "news.jsonl"
    news.write_bytes(b"".join(line(moments, number) for number in range(count)))
    written = sum(bool(row.strip()) for row in news.read_bytes().split(b"\n"))
    workers = 0 if extractor == _TELLING else None
    report = build([news], tmp_path / "w", workers=workers, extractor=extractor)
    assert report.read == report.new + len(report.failed) + sum(report.set_aside.values())
    assert abs(report.read - written) <= (1 if line is _noise else 0)  # noise that begins as UTF-16 has other lines
    if line is _repeated:
        assert report.new == count
        assert report.sources <= 5  # as many as there are texts
    assert not [part for part in check(tmp_path / "w") if part.faults]
