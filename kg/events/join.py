"""Reports of one article into its events: one event told many times is one event.

A report joins an event of its type when the participants are compatible and the dates agree; a vague one (no
date, fewer participants) joins only when exactly one event fits (../../docs: MODEL, "One event, many reports").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.corpus.article import Field
from kg.events.facts import Filler, LocalEvent, Report, Status, When
from kg.mentions.mention import COUNTRY, LocalEntity


@dataclass(slots=True)
class Cluster:
    """Reports taken for one event; what is known of it so far."""

    reports: list[int]
    type: str
    actors: dict[str, Filler]
    when: When | None
    status: Status
    place: str | None


def join(
    reports: Sequence[Report], entities: Mapping[str, LocalEntity], *, taken_over: Sequence[When | None] = ()
) -> tuple[LocalEvent, ...]:
    """The events of an article, in the order of their first reports.

    Parameters
    ----------
    reports : sequence of Report
        In reading order; their positions are what LocalEvent.reports refers to.
    entities : mapping of str to LocalEntity
        The article's entities by key.
    taken_over : sequence of When or None
        The story's time for each report without a date; it dates an event that no report dates.
    """
    clusters: list[Cluster] = []
    order = sorted(range(len(reports)), key=lambda i: (_vagueness(reports[i]), i))
    for index in order:
        report = reports[index]
        fitting = [c for c in clusters if _fits(c, report, entities)]
        best = _choose(fitting, report)
        if best is None:
            clusters.append(_start(index, report))
        else:
            _extend(best, index, report)
    clusters.sort(key=lambda c: min(c.reports))
    for cluster in clusters:
        if cluster.when is None and taken_over:
            cluster.when = next((taken_over[i] for i in sorted(cluster.reports) if taken_over[i] is not None), None)
    return tuple(_event(c, reports, entities) for c in clusters)


def _vagueness(report: Report) -> tuple[int, int]:
    """Exact reports first: dated before undated, many participants before few."""
    width = 10**6 if report.when is None else (report.when.last - report.when.first).days
    return (width, -len(report.fillers))


def _choose(fitting: list[Cluster], report: Report) -> Cluster | None:
    if len(fitting) == 1:
        return fitting[0]
    if len(fitting) > 1:
        exact = [c for c in fitting if set(c.actors) == {f.entity for f in report.fillers}]
        same = [c for c in exact or fitting if c.status is report.status] or exact or fitting
        return same[-1]
    return None


def _start(index: int, report: Report) -> Cluster:
    actors = {f.entity: f for f in report.fillers}
    return Cluster([index], report.type, actors, report.when, report.status, report.location.text if report.location else None)


def _extend(cluster: Cluster, index: int, report: Report) -> None:
    cluster.reports.append(index)
    for filler in report.fillers:
        cluster.actors.setdefault(filler.entity, filler)
    if cluster.when is None or (report.when is not None and _days(report.when) < _days(cluster.when)):
        cluster.when = report.when
    if cluster.place is None and report.location is not None:
        cluster.place = report.location.text
    if report.status is not cluster.status and cluster.status is not Status.NEGATED:
        cluster.status = _joint_status(cluster.status, report.status)


def _joint_status(one: Status, other: Status) -> Status:
    """Called off beats all; done beats planned; planned beats possible."""
    for status in (Status.NEGATED, Status.OCCURRED, Status.PLANNED):
        if status in (one, other):
            return status
    return one


def _days(when: When) -> int:
    return (when.last - when.first).days


def _fits(cluster: Cluster, report: Report, entities: Mapping[str, LocalEntity]) -> bool:
    return (
        cluster.type == report.type
        and _dates_fit(cluster.when, report.when)
        and _statuses_fit(cluster, report)
        and _actors_fit(cluster.actors, {f.entity: f for f in report.fillers}, entities)
    )


def _dates_fit(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    inside = one.first <= other.first and other.last <= one.last
    around = other.first <= one.first and one.last <= other.last
    return inside or around


def _statuses_fit(cluster: Cluster, report: Report) -> bool:
    """What occurred and what is planned are two events unless one report leaves the time open."""
    one, other = cluster.status, report.status
    if one is other:
        return True
    dated = cluster.when is not None and report.when is not None
    if Status.NEGATED in (one, other):
        return dated and Status.OCCURRED not in (one, other)
    if {one, other} == {Status.PLANNED, Status.POSSIBLE}:
        return True
    return dated


def _actors_fit(one: Mapping[str, Filler], other: Mapping[str, Filler], entities: Mapping[str, LocalEntity]) -> bool:
    """The smaller side is contained in the larger one, a person's state standing for the person."""
    small, large = sorted((one, other), key=len)
    goals_small = {k for k, f in small.items() if f.role == "destination"}
    goals_large = {k for k, f in large.items() if f.role == "destination"}
    if goals_small != goals_large:
        return False
    rest_small, rest_large = set(small) - goals_small, set(large) - goals_large
    covered = {k for k in rest_small if k in rest_large or _state_of(k, rest_large, entities)}
    if covered != rest_small:
        return False
    return len(rest_small) >= min(2, len(rest_large)) or bool(goals_small) or len(rest_large) == 1


def _state_of(key: str, others: set[str], entities: Mapping[str, LocalEntity]) -> bool:
    """Whether a state is there through a person of it, or a person through the state."""
    if key.startswith(f"{COUNTRY}:"):
        code = key.split(":", 1)[1]
        return any(o in entities and entities[o].type == "Person" and entities[o].country == code for o in others)
    country = entities[key].country if key in entities else None
    return country is not None and f"{COUNTRY}:{country}" in others


def _event(cluster: Cluster, reports: Sequence[Report], entities: Mapping[str, LocalEntity]) -> LocalEvent:
    members = [reports[i] for i in sorted(cluster.reports)]
    main = _main(cluster, reports)
    fillers = _without_states(cluster.actors, entities)
    location = next((r.location for r in (reports[main], *members) if r.location is not None), None)
    documents = sorted(((r.document_named, len(r.document), r.document) for r in members if r.document), reverse=True)
    return LocalEvent(
        type=cluster.type,
        fillers=fillers,
        status=cluster.status,
        when=cluster.when,
        location=location,
        document=documents[0][2] if documents else None,
        document_named=bool(documents) and documents[0][0],
        confidence=max(r.confidence for r in members),
        reports=tuple(sorted(cluster.reports)),
        main=main,
    )


def _main(cluster: Cluster, reports: Sequence[Report]) -> int:
    """The report that serves as evidence: most participants, body before title, dated, of the event's status, first."""

    def rank(i: int) -> tuple[bool, int, bool, bool, int]:
        r = reports[i]
        return (r.status is not cluster.status, -len(r.fillers), r.field is Field.TITLE, r.when is None, i)

    return min(cluster.reports, key=rank)


def _without_states(actors: Mapping[str, Filler], entities: Mapping[str, LocalEntity]) -> tuple[Filler, ...]:
    """Each entity once; a state goes where a person of it is in the same role."""
    people = {(entities[k].country) for k in actors if k in entities and entities[k].type == "Person"}
    kept = [
        f
        for k, f in actors.items()
        if not (k.startswith(f"{COUNTRY}:") and f.role != "destination" and k.split(":", 1)[1] in people)
    ]
    return tuple(sorted((replace(f) for f in kept), key=lambda f: (f.field.value, f.start, f.entity)))
