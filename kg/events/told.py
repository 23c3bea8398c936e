"""A report as it stands in the story that its article tells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.events.facts import Report


@dataclass(frozen=True, slots=True)
class Told:
    """A report with how it stands in the story: number of its sentence, whether it steps back from it.

    A `partial` one lacks actors that its type needs: a definite noun ("the meeting", "his trip") that may point at an
    event told elsewhere. An `attended` one says who else took part in that event. `heading`: told in a headline or
    heading. `aside`: told in a relative clause, which sets no time for what follows.
    `to_come`: told in the present or future, also where it is denied ("won't meet", "is off"). `gathering`: the number
    of the gathering that it tells of, None where it is of none.
    `unnamed`: nobody is said to do it, but states or people told of before may be meant
    (kg/events/signings/signatories.py), or "officials": states by people without names (onlookers.py beside it).
    `spoken`: its word says that people spoke, be it face to face or not. `besides`: told as one more ("also met",
    "on the sidelines"). `unowned`: a journey that nobody is said to make ("the tour ends in Jakarta").
    `before`: told as before what its sentence dates ("arrived on Monday after a stop in X").
    `prior`: told as one before that of the story ("had last met", "previously met").
    """

    report: Report
    sentence: int
    background: bool
    partial: bool = False
    attended: bool = False
    heading: bool = False
    aside: bool = False
    to_come: bool = False
    gathering: int | None = None
    unnamed: str = ""
    spoken: bool = False
    besides: bool = False
    unowned: bool = False
    before: bool = False
    prior: bool = False
