"""Places in a plain string, such as a dateline, that no model has read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.geography.folding import fold
from kg.mentions.geography.gazetteer import Gazetteer
from kg.mentions.geography.judging import Judge
from kg.mentions.geography.passage import Passage
from kg.mentions.geography.scanning import scan
from kg.mentions.mention import MentionKind


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Characters `[start, end)` that name a state or a place; `entity` is the key of its LocalEntity."""

    start: int
    end: int
    kind: MentionKind
    entity: str
    name: str
    country: str | None


def find_in_text(text: str, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """States and places named in a short text.

    Examples
    --------
    >>> from pathlib import Path
    >>> gazetteer = Gazetteer.load(Path("schemas"))
    >>> [(found.entity, found.country) for found in find_in_text("ADDIS ABABA, Aug 20 (Wire) -", gazetteer)]
    [('Place:Addis Ababa', 'ET')]
    """
    plain = fold(text)
    passage = Passage(plain, tuple(scan(plain, gazetteer.index)))
    judge = Judge((passage,), gazetteer)
    return tuple(PlaceName(f.start, f.end, f.kind, f.key, f.name, f.country) for f in judge.found(passage))
