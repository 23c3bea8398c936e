"""Definite nouns that point at an event told elsewhere: "the talks", "Putin's trip"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.events.compatible import Cluster, dates_fit, stands_for
from kg.events.facts import Filler, Status
from kg.events.told import Told
from kg.mentions.mention import COUNTRY, LocalEntity
from kg.schema.types import EventType

#: How many sentences before "the meeting" those who meet must have done something together.
NEAR = 3


def fitting(one: Told, clusters: Sequence[Cluster], entities: Mapping[str, LocalEntity]) -> list[Cluster]:
    """The events that a partial report may point at: its type, date and status, and its actors unless it adds some.

    Who is told to accompany somebody goes where that one goes, not where others went.
    """
    found = [c for c in clusters if _may_point(c, one, entities)]
    if not one.attended:
        return found
    if one.report.status is Status.OCCURRED:
        found = [c for c in found if c.status is Status.OCCURRED]
    actors = {f.entity for f in one.report.fillers}
    homes = {f"{COUNTRY}:{entities[key].country}" for key in actors if key in entities}
    found = [c for c in found if not homes.intersection(c.goals)]
    everywhere = {key for c in clusters if c.type == one.report.type for key in c.actors}
    return [c for c in found if actors & set(c.actors)] if actors & everywhere else found


def target(index: int, told: Sequence[Told], candidates: Sequence[Cluster]) -> Cluster | None:
    """The one of the candidates that a partial report points at, where there is no doubt.

    It is the only one told in the same sentence, else in the sentence before, else a few sentences before, else at all;
    a headline alone may point at what comes later.
    """
    candidates = [c for c in candidates if not _is_same_word(index, told, c)]
    for reach in (0, 1, NEAR):
        near = [
            c
            for c in candidates
            if (last := _last_before(c, index)) >= 0 and told[index].sentence - told[last].sentence <= reach
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return (
        candidates[0]
        if len(candidates) == 1 and (told[index].heading or _last_before(candidates[0], index) >= 0)
        else None
    )


def _is_same_word(index: int, told: Sequence[Told], cluster: Cluster) -> bool:
    """Whether a cluster is told by the very word: "arrived from Doha" is where somebody comes from, not arrives."""
    here = told[index].report
    return any(
        (told[i].report.field, told[i].report.trigger_start) == (here.field, here.trigger_start)
        for i in cluster.reports
    )


def latest(index: int, told: Sequence[Told], candidates: Sequence[Cluster]) -> list[Cluster]:
    """The candidates told in the last sentence before a report that tells of any: the legs of one tour."""
    before = {id(c): told[_last_before(c, index)].sentence for c in candidates if _last_before(c, index) >= 0}
    last = max(before.values(), default=-1)
    return [c for c in candidates if before.get(id(c)) == last]


def bridge(index: int, told: Sequence[Told], clusters: Sequence[Cluster], event_type: EventType) -> Cluster | None:
    """Make the event of a partial report that points at none: those meet who just did something together.

    Source: bridging reference (Clark 1975): "They signed a treaty. The meeting was held in Geneva."
    """
    here = told[index]
    if not event_type.edge.symmetric or here.report.status is Status.NEGATED:
        return None
    for cluster in sorted(clusters, key=lambda c: -_last_before(c, index)):
        last = _last_before(cluster, index)
        if last < 0 or here.sentence - told[last].sentence > NEAR:
            return None
        actors = _joint_actors(cluster, event_type)
        known = all(f.entity in actors for f in here.report.fillers)
        if (
            len(actors) > 1
            and known
            and cluster.status is not Status.NEGATED
            and dates_fit(cluster.when, here.report.when)
        ):
            return Cluster([index], here.report.type, actors, here.report.when or cluster.when, cluster.status)
    return None


def _last_before(cluster: Cluster, index: int) -> int:
    return max((i for i in cluster.reports if i < index), default=-1)


def _joint_actors(cluster: Cluster, event_type: EventType) -> dict[str, Filler]:
    """The actors that share a role in an event, put into the role of another type."""
    role = event_type.roles[event_type.edge.head]
    by_role: dict[str, list[Filler]] = {}
    for filler in cluster.actors.values():
        if filler.entity.split(":", 1)[0] in role.types:
            by_role.setdefault(filler.role, []).append(filler)
    together = max(by_role.values(), key=len, default=[])
    return {f.entity: replace(f, role=role.name) for f in together} if len(together) > 1 else {}


def _is_of(filler: Filler, known: set[str], entities: Mapping[str, LocalEntity]) -> bool:
    """Whether an actor takes part in an event, a state through its people; a destination is only itself."""
    return filler.entity in known or (filler.role != "destination" and stands_for(filler.entity, known, entities))


def _may_point(cluster: Cluster, one: Told, entities: Mapping[str, LocalEntity]) -> bool:
    known, report = set(cluster.actors), one.report
    return (
        cluster.type == report.type
        and (one.attended or all(_is_of(f, known, entities) for f in report.fillers))
        and dates_fit(cluster.when, report.when)
        and (
            report.status is cluster.status
            or Status.NEGATED not in (report.status, cluster.status)
            or report.when is None
        )
    )
