"""Whether the clause around a date speaks of the past or of what is to come: a bare "Thursday" is read accordingly.

Reads part-of-speech tags (Penn Treebank), a model's or guessed ones, in one short scan to the left of the date and,
where no verb stands there, to the right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, Protocol

from kg.mentions.dates.lexer import Words
from kg.mentions.dates.verb import ANNOUNCING, EVENTS, EXTENDING, PLANNING, REPORTING, SCHEDULED, TIMETABLE, guessed_tag
from kg.mentions.dates.words import listed

_MODALS: Final = listed("will would shall 'll ’ll wo may might can could should must")
_PAST_AUX: Final = listed("was were had did has have 've ’ve 'd been")
_PRESENT_AUX: Final = listed("is are am 's ’s 're ’re being")
_STOPS: Final = frozenset({".", "!", "?", ";"})
_FUTURE_WORDS: Final = frozenset({"upcoming", "forthcoming", "ahead", "tomorrow", "soon"})
_AFTER_PLAN: Final = listed("for to on in at in by until till next over between from")
_REACH = 40


class Direction(StrEnum):
    """What a clause speaks of."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Token(Protocol):
    """What is needed of a spaCy token."""

    @property
    def lower_(self) -> str:
        """Lower-case form."""

    @property
    def tag_(self) -> str:
        """Penn Treebank tag."""

    @property
    def idx(self) -> int:
        """First character in the text."""


class Clauses:
    """The tagged words of one text, to be asked for the direction at a character.

    Examples
    --------
    >>> clauses = Clauses.guessed(Words("Merkel, who met Abe in May, will fly to Paris on Friday."))
    >>> clauses.direction(23, 26).value, clauses.direction(49, 55).value
    ('past', 'future')
    """

    __slots__ = ("_low", "_start", "_tags")

    def __init__(self, low: Sequence[str], tags: Sequence[str], start: Sequence[int]) -> None:
        self._low, self._tags, self._start = low, tags, start

    @classmethod
    def guessed(cls, words: Words) -> Clauses:
        """From a text that no model has read."""
        low = words.low[: words.n]
        return cls(
            low, [guessed_tag(words.raw[i], low[i], low[i - 1] if i else "") for i in range(words.n)], words.start
        )

    @classmethod
    def tagged(cls, tokens: Iterable[Token]) -> Clauses:
        """From tagged tokens."""
        tokens = list(tokens)
        return cls([t.lower_ for t in tokens], [t.tag_ for t in tokens], [t.idx for t in tokens])

    def direction(self, start: int, end: int) -> Direction:
        """What the clause of the characters `[start, end)` speaks of."""
        n = len(self._low)
        if not n:
            return Direction.UNKNOWN
        at = max(0, bisect_right(self._start, start, 0, n) - 1)
        after = bisect_right(self._start, end - 1, 0, n)
        left = self._left(at)
        if left is None:
            return self._right(after) or Direction.UNKNOWN
        found, verb = left
        saying = verb >= 0 and self._low[verb] in REPORTING
        if saying and found is Direction.PAST and after < n and self._low[after] == "that":
            return found  # "told him by telephone on Tuesday that ..."
        if saying and at - verb > 3:
            object_ = self._low[verb + 1 : at]  # "announced the move on Wednesday"
            ahead = self._low[verb] in ANNOUNCING and (len(object_) > 5 or any(word in EVENTS for word in object_))
            return self._right(after) or (Direction.FUTURE if ahead else found)
        return found

    def _left(self, at: int) -> tuple[Direction, int] | None:
        """The direction that the nearest verb before a word gives, and that verb."""
        before = self._low[at - 1] if at else ""
        if before == "since":
            return Direction.PAST, -1
        k = at - 1
        stop = max(-1, at - _REACH)
        while k > stop:
            word, tag = self._low[k], self._tags[k]
            if word in _STOPS and not self._is_abbreviation(k):
                return None
            if word in _FUTURE_WORDS and at - k <= 6:
                return Direction.FUTURE, -1
            if word in SCHEDULED and tag != "VB" and self._is_plan(k):
                return self._planned(k), k
            if tag[:2] == "VB" or tag == "MD":
                found = self._verb(k)
                if found is not None:
                    if word in EXTENDING and before in ("to", "until", "till", "by"):
                        found = Direction.FUTURE
                    return found, k
            k -= 1
        return None

    def _is_plan(self, k: int) -> bool:
        """Whether "scheduled", "due", "set" is followed by what it is for."""
        after = self._low[k + 1] if k + 1 < len(self._low) else ""
        return after in ("for", "to") if self._low[k] in ("set", "fixed") else after in _AFTER_PLAN

    def _planned(self, k: int) -> Direction:
        """A plan is about the future; one that "was" made may be over, so that the nearest date is the best guess."""
        before = self._low[max(0, k - 3) : k]
        return Direction.PRESENT if any(w in ("was", "were", "had") for w in before) else Direction.FUTURE

    def _is_abbreviation(self, k: int) -> bool:
        return (
            self._low[k] == "."
            and k > 0
            and len(self._low[k - 1]) <= 3
            and k + 1 < len(self._low)
            and self._tags[k - 1] in ("NNP", "NN")
        )

    def _verb(self, k: int) -> Direction | None:
        """What one verb tells, with its auxiliaries; None where it tells nothing."""
        word, tag = self._low[k], self._tags[k]
        if tag == "MD":
            return Direction.FUTURE if word in _MODALS else None
        if tag == "VBD":
            return Direction.PAST
        if tag == "VB":
            return self._base(k)
        helpers = [
            j
            for j in range(max(0, k - 4), k)
            if self._low[j] in _MODALS
            or self._low[j] in _PAST_AUX
            or self._low[j] in _PRESENT_AUX
            or self._low[j] == "to"
        ]
        first = self._low[helpers[0]] if helpers else ""
        if tag == "VBN":
            if first in _MODALS:
                return Direction.PAST if any(self._low[j] in ("have", "had") for j in helpers) else Direction.FUTURE
            to = next((j for j in helpers if self._low[j] == "to"), None)
            if to is not None and (told := self._infinitive(to)) is not None:
                return told
            return Direction.PRESENT if first in _PRESENT_AUX else Direction.PAST
        if tag == "VBG":
            if first in _MODALS:
                return Direction.FUTURE
            if first in _PAST_AUX:
                return Direction.PAST
            return Direction.PRESENT if first in _PRESENT_AUX else None
        if word in TIMETABLE:
            return Direction.FUTURE
        return Direction.PAST if word in ("has", "have") and self._perfect(k) else Direction.PRESENT

    def _perfect(self, k: int) -> bool:
        return any(tag in ("VBN", "VBD") for tag in self._tags[k + 1 : k + 4])

    def _base(self, k: int) -> Direction | None:
        """A bare infinitive: of a modal, of a plan, or of purpose (which tells nothing itself)."""
        for j in range(k - 1, max(-1, k - 5), -1):
            word = self._low[j]
            if word in _MODALS:
                return Direction.PAST if self._low[k] == "have" and self._perfect(k) else Direction.FUTURE
            if word in ("did", "didn"):
                return Direction.PAST
            if word == "to":
                return self._infinitive(j)
        return None

    def _infinitive(self, to: int) -> Direction | None:
        for j in range(to - 1, max(-1, to - 5), -1):
            word, tag = self._low[j], self._tags[j]
            if word in PLANNING or (j == to - 1 and (word in _PRESENT_AUX or word in ("was", "were"))):
                return self._planned(j + 1)
            if word in _STOPS or tag[:2] == "VB":
                return None
        return (
            Direction.FUTURE
            if not any(tag[:2] == "VB" or tag == "MD" for tag in self._tags[max(0, to - 12) : to])
            else None
        )

    def _right(self, at: int) -> Direction | None:
        """The direction that the first finite verb after a date gives."""
        low, tags = self._low, self._tags
        for k in range(at, min(len(low), at + 25)):
            word, tag = low[k], tags[k]
            if word in _STOPS:
                return None
            if tag == "MD" and word in _MODALS:
                return Direction.FUTURE
            if word in SCHEDULED and tag in ("VBN", "JJ", "VBD") and self._is_plan(k):
                return Direction.FUTURE
            if tag == "VBD":
                planned = (
                    k + 1 < len(low) and (low[k + 1] == "to" or low[k + 1] in PLANNING) and word in ("was", "were")
                )
                return Direction.FUTURE if planned else Direction.PAST
            if tag in ("VBZ", "VBP"):
                if word in ("has", "have", "'ve"):
                    return Direction.PAST if self._perfect(k) else Direction.PRESENT
                ahead = word in _PRESENT_AUX and any(w == "to" or w in PLANNING for w in low[k + 1 : k + 4])
                return Direction.FUTURE if ahead else Direction.PRESENT
            if word == "to" and k + 1 < len(low) and tags[k + 1] == "VB" and k == at:
                return Direction.FUTURE
        return None
