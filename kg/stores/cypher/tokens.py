"""Cypher in words and signs: just enough to know which part of a query is text, comment, bracket or clause.

Checked against pygments' lexer of Cypher, which takes an apostrophe in a block comment for the begin of a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PATTERN = re.compile(
    r"""(?P<gap>\s+|//[^\n]*|/\*.*?\*/)
    |'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`
    |[$\w]+
    |.""",
    re.DOTALL | re.VERBOSE,
)
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_AFTER_ITEMS = frozenset(("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", ";"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, sign or text of a query; `depth` counts the brackets around it."""

    text: str
    start: int
    depth: int

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of some words, in capitals or not."""
        return self.text.upper() in words


@dataclass(frozen=True, slots=True)
class Item:
    """An expression that a query returns, with the name it has there."""

    start: int
    end: int
    text: str
    alias: str | None


def tokens(query: str) -> list[Token]:
    """Cut a query into tokens, without blanks and comments.

    Examples
    --------
    >>> [token.text for token in tokens("RETURN 'a, b' /* don't */ AS x")]
    ['RETURN', "'a, b'", 'AS', 'x']
    """
    found, depth = [], 0
    for match in _PATTERN.finditer(query):
        if match["gap"] is None:
            depth -= match[0] in _CLOSE
            found.append(Token(match[0], match.start(), depth))
            depth += match[0] in _OPEN
    return found


def returns(found: Sequence[Token], query: str) -> list[tuple[list[Item], int]]:
    """Give what each RETURN at the top of a query returns, with the place where these items end.

    Examples
    --------
    >>> query = "MATCH (a) RETURN a.x AS y, count(*) ORDER BY y"
    >>> [(items, end)] = returns(tokens(query), query)
    >>> [(item.text, item.alias) for item in items], query[end:]
    ([('a.x', 'y'), ('count(*)', None)], ' ORDER BY y')
    """
    parts = []
    for place, token in enumerate(found):
        if token.depth == 0 and token.is_word("RETURN") and (place == 0 or found[place - 1].text not in (".", ":")):
            end = next(
                (n for n in range(place + 1, len(found)) if found[n].depth == 0 and found[n].is_word(*_AFTER_ITEMS)),
                len(found),
            )
            inside = list(found[place + 1 : end])
            if inside and inside[0].is_word("DISTINCT"):
                del inside[0]
            parts.append((_items(inside, query), inside[-1].end if inside else token.end))
    return parts


def _items(inside: Sequence[Token], query: str) -> list[Item]:
    groups: list[list[Token]] = [[]]
    for token in inside:
        if token.depth == 0 and token.text == ",":
            groups.append([])
        else:
            groups[-1].append(token)
    return [_item(group, query) for group in groups if group]


def _item(group: Sequence[Token], query: str) -> Item:
    start, end = group[0].start, group[-1].end
    if len(group) > 2 and group[-2].is_word("AS"):
        return Item(start, end, query[start : group[-3].end], group[-1].text)
    alone = group[0].text if len(group) == 1 and is_plain(group[0].text) else None
    return Item(start, end, query[start:end], alone)


def is_plain(name: str) -> bool:
    """Whether a name of a column can be used as a variable as it stands.

    Examples
    --------
    >>> is_plain("who"), is_plain("`x.y`"), is_plain("null")
    (True, False, False)
    """
    return bool(re.fullmatch(r"[^\W\d]\w*", name)) and name.upper() not in {"NULL", "TRUE", "FALSE"}
