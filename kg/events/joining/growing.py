"""Events that grow by reports: who takes part, when, and whether it happened."""

from __future__ import annotations

from collections.abc import Mapping

from kg.events.compatible import Cluster, home
from kg.events.facts import Report, Status
from kg.mentions.mention import COUNTRY, LocalEntity


def start(index: int, report: Report) -> Cluster:
    """An event of one report."""
    return Cluster([index], report.type, {f.entity: f for f in report.fillers}, report.when, report.status)


def extend(cluster: Cluster, index: int, report: Report, entities: Mapping[str, LocalEntity]) -> None:
    """Add a report of an event: it may add actors, narrow the date and say what became of it."""
    cluster.reports.append(index)
    goals = cluster.goals
    for filler in report.fillers:
        if filler.role == "destination" or f"{COUNTRY}:{home(filler.entity, entities)}" not in goals:
            cluster.actors.setdefault(filler.entity, filler)
    if cluster.when is None or (report.when is not None and report.when.days < cluster.when.days):
        cluster.when = report.when
    if report.status is not cluster.status and cluster.status is not Status.NEGATED:
        cluster.status = _joint_status(cluster.status, report.status)


def point(cluster: Cluster, index: int, report: Report, entities: Mapping[str, LocalEntity]) -> None:
    """Add a report that only points at an event: it may narrow the date or call the event off, no more."""
    status = cluster.status
    extend(cluster, index, report, entities)
    called_off = report.status is Status.NEGATED and status is not Status.OCCURRED
    cluster.status = Status.NEGATED if called_off else status


def _joint_status(one: Status, other: Status) -> Status:
    """Called off beats all; done beats planned; planned beats possible."""
    for status in (Status.NEGATED, Status.OCCURRED, Status.PLANNED):
        if status in (one, other):
            return status
    return one
