"""A clause that says who is at a gathering, whatever its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.gatherings.gathering import Gathering, Gatherings
from kg.predicates.predicate import Modality


class Part(StrEnum):
    """What somebody has to do with a gathering."""

    SIDE = "side"  # took part or ran it, without a word of coming there
    GUEST = "guest"  # came or was there
    TRAVELLER = "traveller"  # arrived where it is, whether it had begun or not
    ABSENT = "absent"
    INVITED = "invited"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause about a gathering; `actors` head the phrases of those whose part it tells.

    `several`: those whom the sentence names as examples ("among them X") are meant too. `modality` is None where it is
    that of the verb. `represented` are those for whom the actors stand.
    """

    gathering: Gathering
    actors: tuple[Token, ...]
    part: Part
    several: bool = False
    modality: Modality | None = None
    represented: tuple[Token, ...] = ()


Reading = Callable[[ArticleContext, Segment, Token, Gatherings], Clause | None]


def representing(gathering: Gathering, subject: Sequence[Token], objects: Sequence[Token]) -> Clause:
    """Somebody is there for a state or a body, which says nothing of a journey."""
    return Clause(gathering, tuple(subject), Part.SIDE, represented=tuple(objects))
