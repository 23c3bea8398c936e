"""Events told in a clause that says what happened on a date: "since May 1999, when they met".

The order of the words is surer here than the parser, which hangs such a clause on any noun or verb before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.events.context import PlacedDate
from kg.events.times.rereading import in_year
from kg.predicates.syntax import VERBAL

#: Clauses with a time of their own.
OTHER_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis", "acl"})


def moment_of(trigger: Token, dates: Sequence[PlacedDate]) -> PlacedDate | None:
    """The date that a clause with "when" says more of, for a word in that clause; None where there is none.

    A date within the clause that lies in that time is more exact: "since 2007, when X visited Ghana in March".
    """
    for date in dates:
        opening = _opening(trigger, date)
        if opening is None or not _is_in_clause(trigger, opening):
            continue
        inner = [d for d in dates if d.start > opening.i and _is_in_clause(trigger.doc[d.head], opening)]
        return next((d for d in (in_year(d, date) for d in inner) if _lies_in(d, date)), date)
    return None


def _opening(trigger: Token, date: PlacedDate) -> Token | None:
    """The "when" right behind a date, at most a comma between."""
    doc, at = trigger.doc, date.end
    if at < len(doc) and doc[at].text == ",":
        at += 1
    opens = at < trigger.i and doc[at].lower_ == "when" and doc[at].sent == trigger.sent
    return doc[at] if opens else None


def _is_in_clause(token: Token, opening: Token) -> bool:
    """Whether a token stands in the clause that a word opens, in none that is part of it."""
    verb, node = opening.head, token
    while node != verb:
        if node.pos_ in VERBAL and node.dep_ in OTHER_CLAUSES:
            return False
        if node.head == node:
            return False
        node = node.head
    return opening.i < token.i


def _lies_in(date: PlacedDate, moment: PlacedDate) -> bool:
    inner, outer = date.mention.span, moment.mention.span
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]
