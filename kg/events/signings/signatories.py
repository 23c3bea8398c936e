"""Who signs where nobody is named: those who are told to meet, or who visits and whom he visits.

"Singh will hold talks with Hasina. A number of agreements are expected to be signed": by their states, since several
agreements at once are ministers' work; one declaration is signed by those who meet. Source: bridging reference (Clark
1975).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.events.candidate import Candidate
from kg.events.compatible import Cluster, dates_fit
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Status
from kg.events.kinds import takes_documents
from kg.events.signings.distinct import by_others, told_apart
from kg.events.signings.onlookers import OFFICIALS, by_officials
from kg.events.signings.words import GENERIC, PACTS, STATEMENTS
from kg.events.told import Told
from kg.mentions.mention import COUNTRY, LocalEntity
from kg.predicates.predicate import PredicateKind
from kg.schema.types import EventType

STATES, PEOPLE = "states", "people"
#: How many sentences before those who sign must be told to do something together.
NEAR = 2
#: More than these do not all sign.
MOST = 8


def unnamed(context: ArticleContext, candidate: Candidate) -> str:
    """Who may sign a document of which it is only said that it is signed: states, people, officials; else ""."""
    predicate = candidate.predicate
    if not takes_documents(candidate.event_type) or predicate.kind is not PredicateKind.VERB:
        return ""
    officials = by_officials(context, candidate)
    if candidate.fillers or (not officials and (candidate.tried - {"agreement"} or predicate.slots.get("subject"))):
        return ""
    joint = [d for d in candidate.documents if d.head in PACTS | STATEMENTS | GENERIC]
    if not joint:
        return ""
    if officials:
        return OFFICIALS
    return STATES if len(joint) > 1 or joint[0].several else PEOPLE


def signing_together(
    index: int,
    told: Sequence[Told],
    clusters: Sequence[Cluster],
    event_type: EventType,
    entities: Mapping[str, LocalEntity],
) -> Cluster | None:
    """The event of a report without signatories: the nearest joint event of the sentences before tells them."""
    here = told[index]
    if not here.unnamed:
        return None
    near = [(d, c) for c in clusters if (d := _distance(c, index, told)) <= NEAR and _agrees(c, here, told)]
    for _, cluster in sorted(near, key=lambda pair: pair[0]):
        actors = _actors(cluster, here.unnamed, event_type.edge.head, entities)
        if actors:
            return Cluster([index], here.report.type, actors, here.report.when or cluster.when, here.report.status)
    return None


def _distance(cluster: Cluster, index: int, told: Sequence[Told]) -> int:
    """How many sentences back an event was last told of; far where only later."""
    gaps = [told[index].sentence - told[i].sentence for i in cluster.reports]
    return min((gap for gap in gaps if gap >= 0), default=NEAR + 1)


def _agrees(cluster: Cluster, here: Told, told: Sequence[Told]) -> bool:
    """Whether documents can be signed at an event: its type, status, date and place."""
    report = here.report
    if cluster.type == report.type and not (by_others(cluster, here, told) or told_apart(cluster, report, told)):
        return False
    if cluster.status is Status.NEGATED or not dates_fit(cluster.when, report.when):
        return False
    if report.status is Status.OCCURRED and cluster.status is not Status.OCCURRED:
        return False
    places = {told[i].report.location for i in cluster.reports} - {None}
    return report.location is None or not places or report.location in places


def _actors(cluster: Cluster, kind: str, role: str, entities: Mapping[str, LocalEntity]) -> dict[str, Filler]:
    """Those who sign, two sides at least; none where one of them can't be told."""
    found: dict[str, Filler] = {}
    for key, filler in cluster.actors.items():
        signer = key if kind == PEOPLE else _state_of(key, entities)
        if signer is None or signer.startswith("Place:"):
            return {}
        found.setdefault(signer, Filler(role, signer, filler.field, filler.start, filler.end))
    return found if 2 <= len(found) <= MOST else {}


def _state_of(key: str, entities: Mapping[str, LocalEntity]) -> str | None:
    if key.startswith(f"{COUNTRY}:"):
        return key
    country = entities[key].country if key in entities else None
    return f"{COUNTRY}:{country}" if country else None
