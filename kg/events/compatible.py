"""Whether a report can be of an event: dates, statuses and participants compatible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.events.facts import Filler, Report, Status, When
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity


@dataclass(slots=True)
class Cluster:
    """Reports (by position) taken for one event; what is known of it so far."""

    reports: list[int]
    type: str
    actors: dict[str, Filler]
    when: When | None
    status: Status

    @property
    def goals(self) -> tuple[str, ...]:
        """The keys of where a journey goes; none for other events."""
        return tuple(key for key, filler in self.actors.items() if filler.role == "destination")

    @property
    def goal(self) -> str | None:
        """The first of them."""
        return next(iter(self.goals), None)

    @property
    def travellers(self) -> set[str]:
        """The keys of those who go; of all actors where an event isn't a journey."""
        return {key for key, filler in self.actors.items() if filler.role != "destination"}


def fits(cluster: Cluster, report: Report, entities: Mapping[str, LocalEntity]) -> bool:
    """Whether a report with all its actors can be of an event."""
    return (
        cluster.type == report.type
        and dates_fit(cluster.when, report.when)
        and _statuses_fit(cluster, report)
        and _actors_fit(cluster.actors, {f.entity: f for f in report.fillers}, entities)
    )


def headlined(cluster: Cluster, report: Report, entities: Mapping[str, LocalEntity]) -> bool:
    """Whether a headline's report can be of an event that the text tells in full: it may leave actors out."""
    here = {f.entity for f in report.fillers}
    # "Leader heads to Lima" may be before or after: the headline's present tense leaves the time to the text.
    open_time = report.when is None and Status.NEGATED not in (cluster.status, report.status)
    return (
        cluster.type == report.type
        and dates_fit(cluster.when, report.when)
        and (open_time or _statuses_fit(cluster, report))
        and all(key in cluster.actors or stands_for(key, set(cluster.actors), entities) for key in here)
    )


def dates_fit(one: When | None, other: When | None) -> bool:
    """Whether one interval lies within the other, or one is unknown."""
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
    covered = {k for k in rest_small if k in rest_large or stands_for(k, rest_large, entities)}
    if covered != rest_small:
        return False
    return len(rest_small) >= min(2, len(rest_large)) or bool(goals_small) or len(rest_large) == 1


def stands_for(key: str, others: set[str], entities: Mapping[str, LocalEntity]) -> bool:
    """Whether a state is there through a person of it, or a person through the state."""
    if key.startswith(f"{COUNTRY}:"):
        code = key.split(":", 1)[1]
        return any(o in entities and entities[o].type == PERSON and entities[o].country == code for o in others)
    country = entities[key].country if key in entities else None
    return country is not None and f"{COUNTRY}:{country}" in others


def home(key: str, entities: Mapping[str, LocalEntity]) -> str | None:
    """The state that an entity is of, None where it isn't known."""
    return entities[key].country if key in entities else None
