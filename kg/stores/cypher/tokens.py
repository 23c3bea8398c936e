"""Cypher in words and signs: just enough to know which part of a query is text, comment, bracket or clause.

Checked against pygments' lexer of Cypher, which takes an apostrophe in a block comment for the begin of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PIECE = re.compile(r"(?P<gap>\s+|//[^\n]*)|(?P<opener>/\*|['\"`])|[$\w]+|.", re.DOTALL)
_COMMENT = "/*"
#: What an opener begins, to its end.
_CLOSED = {
    _COMMENT: re.compile(r"/\*.*?\*/", re.DOTALL),
    "'": re.compile(r"'(?:\\.|[^'\\])*'", re.DOTALL),
    '"': re.compile(r'"(?:\\.|[^"\\])*"', re.DOTALL),
    "`": re.compile(r"`(?:``|[^`])*`"),
}
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_AFTER_ITEMS = frozenset(("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", ";"))
# Behind these, RETURN is a name.
_BEFORE_NAMES = frozenset((".", ":", ",", "AS", "WITH", "DISTINCT"))


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
    for start, text in _pieces(query):
        depth -= text in _CLOSE
        found.append(Token(text, start, depth))
        depth += text in _OPEN
    return found


def _pieces(query: str) -> Iterator[tuple[int, str]]:
    """Cut a query into pieces with their places; where an opener isn't closed, its signs stand for themselves."""
    place, unclosed = 0, set[str]()
    while piece := _PIECE.match(query, place):
        start, opener = place, piece["opener"]
        closed = _CLOSED[opener].match(query, start) if opener and opener not in unclosed else None
        if opener and closed is None:
            unclosed.add(opener)  # then no later one is closed: what closed that would have closed this one
            place = start + 1
        else:
            place = (closed or piece).end()
        if piece["gap"] is None and not (closed and opener == _COMMENT):
            yield start, query[start:place]


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
    end = 0
    for place, token in enumerate(found):
        # What stands among the items of a RETURN is none.
        if place >= end and token.depth == 0 and token.is_word("RETURN") and not _is_name(found, place):
            end = next(
                (n for n in range(place + 1, len(found)) if found[n].depth == 0 and found[n].is_word(*_AFTER_ITEMS)),
                len(found),
            )
            inside = list(found[place + 1 : end])
            if inside and inside[0].is_word("DISTINCT"):
                del inside[0]
            parts.append((_items(inside, query), inside[-1].end if inside else token.end))
    return parts


def _is_name(found: Sequence[Token], place: int) -> bool:
    return place > 0 and found[place - 1].is_word(*_BEFORE_NAMES)


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
