"""No text makes any pattern of kg take time that grows faster than the text."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import ModuleType

import pytest

from kg.corpus.dateline import _MAX_DATE_LINE, _REACH
from kg.corpus.noise import _MAX_LINE
from kg.corpus.readers.web_page_date import _day_pattern, _month
from kg.mentions.geography.gazetteer import whole_words
from tests.patterns.attacks import Attack, attacks
from tests.patterns.collecting import Used, called, hidden, modules, used
from tests.patterns.growth import SIZES, grows_faster

#: What is made in a function, as it is made there of a usual value.
_MADE: dict[str, Callable[[], re.Pattern[str]]] = {
    "kg.corpus.readers.web_page_date._day_pattern": lambda: _day_pattern("2019", 3, 5),
    "kg.corpus.readers.web_page_date._searched": lambda: re.compile(
        rf"2019[-/.]?03(?!\d)|{_month(3)}\.?,?\s+2019", re.IGNORECASE
    ),
    "kg.mentions.geography.gazetteer.whole_words": lambda: whole_words(["state of", "governor", "a-b c"]),
    "kg.evaluation.traces.Trace.sentence": lambda: re.compile(r"\s+".join(["He", "met", "her\\."])),
    "kg.evaluation.names._is_acronym": lambda: re.compile("U[nited]?N[ations]?"),
    "kg.mentions.organizations._by_definition": lambda: re.compile(r"(?<!\w)United\ Nations(?!\w)"),
}
#: Where no longer text can come, with how long it can be.
_BOUNDED = {
    **dict.fromkeys((f"kg.corpus.dateline.{name}" for name in ("_STRICT", "_MIXED", "_COLON", "_ALONE")), _REACH),
    "kg.corpus.dateline._PLACE_BESIDE": _MAX_DATE_LINE,
    "kg.corpus.noise._NOISE": _MAX_LINE,
    "kg.corpus.noise._BYLINE": _MAX_LINE,
    # Letters before a name, as many as are looked at; longer words than 200 letters are cut out of an article.
    "kg.mentions.geography.scanning._IN_CAPITALS": 24,
    "kg.mentions.geography.tongues._SAID_IN": 60,
    "kg.mentions.organizations._CAPITAL_BEFORE": 30,
    "kg.mentions.organizations._DEFINED": 200,
}


@cache
def _found() -> tuple[list[Used], list[Used], set[str]]:
    """Give the patterns that modules hold, those that stand in calls, and the names of those made of others."""
    loaded = modules()
    return list(used(loaded)), *called(loaded)


@cache
def _patterns() -> dict[tuple[str | bytes, int, str], Used]:
    held, stand, _ = _found()
    known = {(one.pattern.pattern, one.pattern.flags) for one in held}
    found = [*held]
    found += [one for one in stand if (one.pattern.pattern, one.pattern.flags) not in known]
    found += [Used(name, make(), "search") for name, make in _MADE.items()]
    return {(one.pattern.pattern, one.pattern.flags, one.method): one for one in reversed(found)}


def test_all_are_found() -> None:
    """A new pattern is tried without a word, or breaks this test until it is made here of a usual value."""
    held, _, made = _found()
    names = {one.name for one in held}
    assert made - names == set(_MADE)
    assert set(_BOUNDED) <= names
    assert not hidden(modules())
    assert len(_patterns()) > 150


@pytest.mark.parametrize(
    ("source", "is_seen"),
    [
        ("import re\nA = re.compile('a')", True),
        ("import re\nA = re.compile('a').search\ndef f(a): return a and re.match('b', a)", True),
        ("from re import compile", False),
        ("import re as r", False),
        ("import regex", False),
        ("from regex import compile", False),
        ("import re\nA = list(map(re.compile, 'ab'))", False),
        ("import re\nmake = re.compile", False),
    ],
)
def test_what_is_made_in_another_way_is_noticed(source: str, is_seen: bool, tmp_path: Path) -> None:
    made = ModuleType("made")
    made.__file__ = str(tmp_path / "made.py")
    (tmp_path / "made.py").write_text(source)
    assert bool(hidden([made])) is not is_seen


@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 30))])
def test_time_grows_with_length_alone(seed: int, part: int) -> None:
    found = sorted(_patterns().values(), key=lambda one: (one.name, one.method, str(one.pattern.pattern)))
    slow = [told for one in found[part::8] if (told := _slow(one, random.Random(f"{seed} {one.name}")))]
    assert not slow, "\n".join(slow)


def _slow(one: Used, moments: random.Random) -> str | None:
    """Say on which text a pattern takes longer than it should; None where there is none."""
    sizes = [size for size in SIZES if size <= _BOUNDED.get(one.name, SIZES[-1])]
    for attack in attacks(one.pattern, moments):
        if grows_faster(partial(_seconds, one, attack), sizes):
            return f"{one.name}.{one.method} on {attack(60)[:60]!r}: {one.pattern.pattern!r:.200}"
    return None


def _seconds(one: Used, attack: Attack, size: int) -> float:
    text: str | bytes = attack(size)
    if isinstance(one.pattern.pattern, bytes):
        text = text.encode("latin-1", "replace") if isinstance(text, str) else text
    run = getattr(one.pattern, {"sub": "finditer", "subn": "finditer", "split": "finditer"}.get(one.method, one.method))
    begun = time.process_time()
    found = run(text)
    if not isinstance(found, re.Match | list | None):
        for _ in found:
            pass
    return time.process_time() - begun
