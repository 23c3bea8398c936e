"""Texts that are hard for a pattern, made from it: what it repeats, again and again, and then what it refuses."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

# The parser of `re` itself; no name of it is promised, and no other tells what a pattern is made of.
ops: Any = import_module("re._constants")
parser: Any = import_module("re._parser")
_LONG = 8  # a repetition of so many may be long
_ENDS = ("", "\0", " ")
_USUAL = "aA0 .,\n"
_WITNESSES = 2
_CATEGORIES = {
    ops.CATEGORY_DIGIT: "0",
    ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_SPACE: " ",
    ops.CATEGORY_NOT_SPACE: "a",
    ops.CATEGORY_WORD: "a",
    ops.CATEGORY_NOT_WORD: "-",
}
Items = Sequence[tuple[Any, Any]]
#: Gives a text of about so many characters.
Attack = Callable[[int], str]


def attacks(pattern: re.Pattern[str] | re.Pattern[bytes], moments: random.Random) -> Iterator[Attack]:
    """Give ways to make texts of any length that may be hard for a pattern."""
    source: Any = pattern.pattern
    tree = list(parser.parse(source, pattern.flags & ~re.DEBUG))
    words = [_witness(tree, moments) for _ in range(_WITNESSES)]
    for before, repeated in _repeats(tree, []):
        for _ in range(_WITNESSES):
            prefix, unit = _witness(before, moments), _witness(repeated, moments)
            for end in _ENDS:
                yield _pumped(prefix, unit, end)
            yield _pumped("", prefix + unit, "")
            yield _pumped(prefix, unit + moments.choice(_USUAL), "\0")
    letters = sorted({letter for word in words for letter in word} | set(_USUAL))
    moments.shuffle(letters)
    for word in words:
        yield _pumped("", word, "")
        yield _pumped("", word[:-1] or "a", "\0")
    for one, other in pairwise(letters[:12]):
        yield _pumped("", one, "\0")
        yield _pumped("", one + other, "\0")


def _pumped(prefix: str, unit: str, end: str) -> Attack:
    unit = unit or "a"
    return lambda size: prefix + unit * max(1, size // len(unit)) + end


def _repeats(items: Items, before: list[tuple[Any, Any]]) -> Iterator[tuple[Items, Items]]:
    """Every part that may be repeated for long, with what comes before it."""
    before = list(before)
    for op, value in items:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            _, most, inner = value
            if most is ops.MAXREPEAT or most >= _LONG:
                yield before, list(inner)
            yield from _repeats(list(inner), before)
        elif op is ops.SUBPATTERN:
            yield from _repeats(list(value[3]), before)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
        elif op is ops.ATOMIC_GROUP:
            yield from _repeats(list(value), before)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        before.append((op, value))


def _witness(items: Items, moments: random.Random) -> str:
    """Make a text that the parts may take; what only looks around takes nothing."""
    return "".join(_taken(op, value, moments) for op, value in items)


def _taken(op: Any, value: Any, moments: random.Random) -> str:
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.NOT_LITERAL:
        return next(letter for letter in "a0 " if letter != chr(value))
    if op is ops.ANY:
        return moments.choice("a .")
    if op is ops.IN:
        return _of_class(value, moments)
    if op is ops.BRANCH:
        return _witness(list(moments.choice(value[1])), moments)
    if op is ops.SUBPATTERN:
        return _witness(list(value[3]), moments)
    if op is ops.ATOMIC_GROUP:
        return _witness(list(value), moments)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = moments.randint(least, least + 1 if most is ops.MAXREPEAT else min(most, least + 1))
        return "".join(_witness(list(inner), moments) for _ in range(times))
    return ""


def _of_class(value: Items, moments: random.Random) -> str:
    if value[0][0] is ops.NEGATE:
        text = "".join(_taken(op, one, moments) for op, one in value[1:] if op is ops.LITERAL)
        return moments.choice([letter for letter in "aA0 -.x\n" if letter not in text] or ["\1"])
    op, one = moments.choice(value)
    if op is ops.LITERAL:
        return chr(one)
    if op is ops.RANGE:
        return chr(moments.choice((one[0], one[1], moments.randint(*one))))
    return _CATEGORIES.get(one, "a")
