"""No text makes any pattern of kg take time that grows faster than the text."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import cache

import pytest

from kg.corpus.dateline import _MAX_DATE_LINE, _REACH
from kg.corpus.noise import _MAX_LINE
from kg.corpus.readers.web_page_date import _day_pattern, _month
from kg.mentions.geography.gazetteer import whole_words
from tests.patterns.attacks import Attack, attacks
from tests.patterns.collecting import Used, called, modules, used

#: Sizes at which a text is tried, until it takes long enough to be measured.
_SIZES = (16, 24, 36, 54, 80, 140, 800, 4_000, 16_000)
_MEASURED = 0.02  # seconds; what takes less is no matter of growth
_GROWTH = 9  # between that of four times the length (4) and that of its square (16)
_TRIES = 4

#: What is made in a function, as it is made there of a usual value.
_MADE: dict[str, Callable[[], re.Pattern[str]]] = {
    "kg.corpus.readers.web_page_date._day_pattern": lambda: _day_pattern("2019", 3, 5),
    "kg.corpus.readers.web_page_date._searched": lambda: re.compile(
        rf"2019[-/.]?03(?!\d)|{_month(3)}\.?,?\s+2019", re.IGNORECASE
    ),
    "kg.mentions.geography.gazetteer.whole_words": lambda: whole_words(["state of", "governor", "a-b c"]),
    "kg.evaluation.traces.sentence": lambda: re.compile(r"\s+".join(["He", "met", "her\\."])),
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
#: Where nothing of strangers comes: what a user writes as a query or a schema, and what the database says of it.
_OWN = frozenset(
    {
        "kg.schema.forms._EXCLUSION",
        "kg.stores.arcadedb.faults._CAUSE",
        "kg.stores.arcadedb.wording._CLASSES",
        "kg.stores.arcadedb.wording._SAID",
        "kg.stores.arcadedb.wording._THROWN",
        "kg.stores.cypher.tokens._PATTERN",
    }
)


@cache
def _patterns() -> dict[tuple[str | bytes, int, str], Used]:
    loaded = modules()
    found = list(used(loaded))
    held = {(one.pattern.pattern, one.pattern.flags) for one in found}
    found += [one for one in called(loaded)[0] if (one.pattern.pattern, one.pattern.flags) not in held]
    found += [Used(name, make(), "search") for name, make in _MADE.items()]
    return {(one.pattern.pattern, one.pattern.flags, one.method): one for one in reversed(found)}


def test_all_are_found() -> None:
    _, made = called(modules())
    assert {name for name in made if not name.endswith(".")} == set(_MADE)
    assert len(_patterns()) > 150


@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 30))])
def test_time_grows_with_length_alone(seed: int, part: int) -> None:
    tried = (one for one in _patterns().values() if one.name not in _OWN)
    found = sorted(tried, key=lambda one: (one.name, one.method, str(one.pattern.pattern)))
    slow = [told for one in found[part::8] if (told := _slow(one, random.Random(f"{seed} {one.name}")))]
    assert not slow, "\n".join(slow)


def _slow(one: Used, moments: random.Random) -> str | None:
    """Say on which text a pattern takes longer than it should; None where there is none."""
    most = _BOUNDED.get(one.name, _SIZES[-1])
    for attack in attacks(one.pattern, moments):
        for size in (size for size in _SIZES if size <= most):
            if _seconds(one, attack, size) > _MEASURED:
                if not _is_linear(one, attack, size):
                    return f"{one.name}.{one.method} on {attack(60)[:60]!r}: {one.pattern.pattern!r:.200}"
                break
    return None


def _is_linear(one: Used, attack: Attack, size: int) -> bool:
    """Compare with a fourth of the length; a busy machine may be slow once, not each time."""
    for _ in range(_TRIES):
        long = min(_seconds(one, attack, size) for _ in range(2))
        short = min(_seconds(one, attack, size // 4) for _ in range(4))
        if long < _GROWTH * max(short, 1e-6):
            return True
    return False


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
