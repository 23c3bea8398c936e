"""What a noun phrase stands for, once it is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """By what means a phrase was resolved, or that it wasn't."""

    NAME = "name"  # a name, alone or in apposition: "the Turkish foreign minister, Hakan Fidan"
    PRONOUN = "pronoun"  # "he", "their", "who", "I" in a quotation
    DESCRIPTION = "description"  # "the Chinese president" of a person the article names, "the country"
    GROUP = "group"  # "the two leaders", "both sides", "they"
    STATE = "state"  # "Moscow", "Turkish officials", "the French": the state (or organization) behind them
    UNRESOLVED = "unresolved"  # it stands for somebody, but the article doesn't tell whom
    NONE = "none"  # no actor at all: "the plan", "it" in "it rained"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities (LocalEntity keys) that the tokens `[start, end)` of a segment stand for.

    `entities` is empty exactly when `how` is UNRESOLVED or NONE. A key "Country:CC" may stand here although
    the article has no entity of that key: "Moscow" alone gives "Country:RU".
    """

    entities: tuple[str, ...]
    how: How
    start: int
    end: int
