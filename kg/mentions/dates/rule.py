"""How grammar rules are kept and tried: each rule reads from one word and says where it ended.

Of all rules that succeed at a word the longest reading wins. What was read where is remembered, and nesting is bounded,
so that reading takes time in proportion to the text, whatever the text is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, cast

from kg.mentions.dates.expression import Lasting, Parse, Reference, Repeating, Stretch, Vague
from kg.mentions.dates.lexer import Words

Rule = Callable[[Words, int], Parse | None]

NUMBER: Final = "#"
"""Stands for any word that begins with a digit, in the first words of a rule."""

Postfix = Callable[[Words, Parse], Parse]

_RULES: Final[dict[str, list[Rule]]] = {}
_POSTFIXES: Final[list[Postfix]] = []
_DEEPEST = 6


def rule(starts: Iterable[str]) -> Callable[[Rule], Rule]:
    """Register a rule under the lower-case words that it can begin with."""

    def register(function: Rule) -> Rule:
        for start in starts:
            _RULES.setdefault(start, []).append(function)
        return function

    return register


def postfix(function: Postfix) -> Postfix:
    """Register a function that may lengthen whatever reading won."""
    _POSTFIXES.append(function)
    return function


def starts(words: Words) -> list[int]:
    """The words that an expression may begin with."""
    return [i for i, word in enumerate(words.low[: words.n]) if word in _RULES or word[:1].isdigit()]


def expression_at(words: Words, i: int) -> Parse | None:
    """The longest expression that begins at a word."""
    word = words.at(i)
    rules = _RULES[NUMBER] if word[:1].isdigit() else _RULES.get(word)
    if rules is None or words.depth >= _DEEPEST:
        return None
    if i in words.memo:
        return cast("Parse | None", words.memo[i])
    words.depth += 1
    best: Parse | None = None
    for read in rules:
        found = read(words, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    if best is not None:
        for lengthen in _POSTFIXES:
            best = lengthen(words, best)
    words.depth -= 1
    words.memo[i] = best
    return best


def date_at(words: Words, i: int) -> Parse | None:
    """The longest expression that begins at a word, if it names a time and not a length or a frequency."""
    found = expression_at(words, i)
    return None if found is None or isinstance(found.expr, Lasting | Repeating | Stretch | Vague | Reference) else found
