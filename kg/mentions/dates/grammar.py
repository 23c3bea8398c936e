"""All date expressions of a text, unresolved, with the ranges and lists that join them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

# The rules register themselves on import.
from kg.mentions.dates import (  # noqa: F401
    calendar_grammar,
    clock_grammar,
    duration_grammar,
    part_grammar,
    period_grammar,
    relative_grammar,
    set_grammar,
)
from kg.mentions.dates.expression import (
    Calendar,
    Deictic,
    Expression,
    Found,
    Holiday,
    Modified,
    PartOfYear,
    SeasonOf,
    Timed,
    Within,
)
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.rule import expression_at, starts
from kg.mentions.dates.trap import is_name_part
from kg.mentions.dates.words import DASHES

_RANGE_WORDS: Final = DASHES | {"to", "through", "thru", "until", "till"}
_JOINED = (Calendar, SeasonOf, PartOfYear, Holiday, Modified, Within, Timed)
_UNTIL: Final = frozenset({"until", "till", "through", "thru", "to"})


def find(words: Words) -> list[Found]:
    """The expressions of a text in reading order, none overlapping another.

    Examples
    --------
    >>> [words.text[words.start[f.start] : words.end[f.end - 1]] for words in [Words("On Friday, May 8, or next week")] for f in find(words)]
    ['Friday, May 8', 'next week']
    """  # noqa: E501
    found: list[Found] = []
    end = 0
    for i in starts(words):
        parse = expression_at(words, i) if i >= end else None
        if parse is not None and not is_name_part(words, parse.end):
            found.append(Found(parse.expr, i, parse.end))
            end = parse.end
    return _joined(words, found)


def _joined(words: Words, found: list[Found]) -> list[Found]:
    """Mark the dates that a range or list joins: "May 30 to June 2", "Thursday and Friday", "April and May 2023"."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):
        left, right = out[k], out[k + 1]
        sep = words.at(left.end)
        if right.start != left.end + 1 or not isinstance(right.expr, _JOINED):
            continue
        from_now = isinstance(left.expr, Deictic) and sep in _UNTIL  # "from tomorrow until Sunday"
        if not from_now and not isinstance(left.expr, _JOINED):
            continue
        ranged = sep in _RANGE_WORDS or (sep == "and" and words.at(left.start - 1) == "between")
        if not ranged and sep not in ("and", "or", "&", ","):
            continue
        inherited = _inherit(left.expr, right.expr) if sep != "," else left.expr
        out[k] = left._replace(expr=inherited)
        if ranged or sep in ("and", "&"):
            group = right.group if right.group is not None else k + 1
            if right.group is None or not ranged:
                out[k] = out[k]._replace(group=group, ranged=ranged)
                out[k + 1] = out[k + 1]._replace(group=group)
    return out


def _inherit(left: Expression, right: Expression) -> Expression:
    """The left of two joined dates with the year or period that only the right one names."""
    if isinstance(left, Modified):
        return replace(left, of=_inherit(left.of, right))
    if isinstance(right, Modified | Timed) and not (isinstance(right, Timed) and right.of is None):
        inner = right.of
        assert inner is not None
        return _inherit(left, inner)
    if isinstance(left, Calendar) and left.year is None and isinstance(right, Calendar) and right.year is not None:
        return replace(left, year=right.year) if left.month is not None else left
    if isinstance(right, Within) and isinstance(left, Calendar | SeasonOf | PartOfYear | Holiday):
        weekday = isinstance(left, Calendar) and left.weekday is not None and left.month is None
        right_weekday = (
            isinstance(right.inner, Calendar) and right.inner.weekday is not None and right.inner.month is None
        )
        return Within(left, right.outer) if weekday == right_weekday and getattr(left, "year", None) is None else left
    return left
