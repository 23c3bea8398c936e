"""Reports of one article into its events: one event told many times is one event.

A report joins an event of its type when the participants are compatible and the dates agree; a vague one (no
date, fewer participants) joins only when exactly one event fits (docs: the graph, "One event, many reports").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.events.compatible import Cluster, fits, headlined
from kg.events.facts import Report, When
from kg.events.gatherings.assemblies import assembled
from kg.events.joining.another import is_another
from kg.events.joining.growing import extend, point, start
from kg.events.joining.pointing import bridge, fitting, latest, target
from kg.events.joining.same_day import joined_days
from kg.events.journeys.departures import Departure
from kg.events.journeys.itinerary import date_by_doings
from kg.events.journeys.one_stay import one_stay
from kg.events.journeys.stays import date_by_journey, stretch
from kg.events.journeys.tours import without_labels
from kg.events.kinds import is_filled
from kg.events.signings.distinct import of_document, same_document, told_apart
from kg.events.signings.signatories import signing_together
from kg.events.times.narrative import News, Setting, story_times
from kg.events.told import Told
from kg.mentions.mention import LocalEntity
from kg.schema.types import EventType

PAIR = 2


def join(
    told: Sequence[Told],
    entities: Mapping[str, LocalEntity],
    types: Mapping[str, EventType],
    *,
    settings: Sequence[Setting] = (),
    departures: Sequence[Departure] = (),
    news: News | None = None,
) -> tuple[list[Cluster], list[int]]:
    """The events of an article in the order of their first reports, and the partial reports that found no event.

    Parameters
    ----------
    told : sequence of Told
        The reports in reading order; their positions are what the clusters refer to.
    entities : mapping of str to LocalEntity
        The article's entities by key.
    types : mapping of str to EventType
        The schema's event types by name.
    settings : sequence of Setting
        Times that the text sets beside the reports' own; they date events that no report dates.
    departures : sequence of Departure
        When travellers are told to leave; their journeys end then.
    news : News, optional
        The day of the news, for what is told without any other time.
    """
    clusters = _full(told, entities)
    lost = []
    known = {i for c in clusters for i in c.reports}
    for index, one in enumerate(told):
        if not one.partial or index in known:
            continue
        pointed_at = [c for c in fitting(one, clusters, entities) if not told_apart(c, one.report, told)]
        candidates = of_document(pointed_at, one, told)
        if (found := target(index, told, candidates)) is not None:
            point(found, index, one.report, entities)
        elif not candidates and (made := _made(index, told, clusters, types, entities)) is not None:
            clusters.append(made)
        elif one.attended and (told_together := latest(index, told, candidates)):
            for cluster in told_together:  # one tour, several journeys
                point(cluster, index, one.report, entities)
        elif one.attended and is_filled(types[one.report.type], one.report.fillers):
            clusters.append(start(index, one.report))
        else:
            lost.append(index)
    clusters = without_labels(clusters, told)
    clusters.sort(key=lambda c: min(c.reports))
    _date_by_company(clusters, told)
    date_by_doings(clusters, told, entities, types)
    _date_by_story(clusters, story_times(told, settings, news))
    stretch(clusters, told, entities, departures)
    clusters = one_stay(clusters, told)
    date_by_journey(clusters, told)
    return joined_days(clusters, told), lost


def _made(
    index: int,
    told: Sequence[Told],
    clusters: Sequence[Cluster],
    types: Mapping[str, EventType],
    entities: Mapping[str, LocalEntity],
) -> Cluster | None:
    """The event of a partial report that points at none, made of another event's actors."""
    event_type = types[told[index].report.type]
    in_person = [c for c in clusters if types[c.type].place]  # those on the telephone didn't meet
    made = bridge(index, told, in_person, event_type)
    return made if made is not None else signing_together(index, told, in_person, event_type, entities)


def _full(told: Sequence[Told], entities: Mapping[str, LocalEntity]) -> list[Cluster]:
    """Clusters of the reports that name all their actors: of gatherings, then of the exact ones, then of the others."""
    clusters = assembled(told)
    known = {i for c in clusters for i in c.reports}
    indexes = [i for i, t in enumerate(told) if not t.partial and i not in known]
    for index in sorted(indexes, key=lambda i: (told[i].heading, _vagueness(told[i].report), i)):
        report = told[index].report
        fitting_ones = [c for c in clusters if fits(c, report, entities) and not is_another(c, told, told[index])]
        if not fitting_ones and told[index].heading:
            fitting_ones = [c for c in clusters if headlined(c, report, entities)]
        best = _choose(fitting_ones, told[index], told) or same_document(fitting_ones, report, told)
        if best is None:
            clusters.append(start(index, report))
        else:
            status = best.status
            extend(best, index, report, entities)
            if told[index].heading and report.when is None:
                best.status = status  # the text knows better than a headline's present tense
    return clusters


def _date_by_company(clusters: Sequence[Cluster], told: Sequence[Told]) -> None:
    """Events told together under one date stay together when another sentence narrows the date of one of them.

    "X will visit Y in May for talks with Z. The trip is due in the latter half of May": so are the talks.
    """
    dated = [(c, told[i]) for c in clusters for i in c.reports if told[i].report.when is not None]
    for cluster, one in dated:
        for other, two in dated:
            together = other is not cluster and one.sentence == two.sentence and one.report.when == two.report.when
            stops = {c.goal for c in (cluster, other)} - {None}  # those of one tour aren't at one time
            if (
                together
                and len(stops) < PAIR
                and cluster.when == one.report.when
                and other.when is not None
                and _within(other.when, cluster.when)
            ):
                cluster.when = other.when


def _within(narrow: When, wide: When | None) -> bool:
    return wide is not None and wide.first <= narrow.first and narrow.last <= wide.last and narrow.days < wide.days


def _date_by_story(clusters: Sequence[Cluster], times: Sequence[When | None]) -> None:
    for cluster in clusters:
        if cluster.when is None:
            cluster.when = next((times[i] for i in sorted(cluster.reports) if times[i] is not None), None)


def _vagueness(report: Report) -> tuple[int, int]:
    """Exact reports first: dated before undated, many participants before few."""
    width = 10**6 if report.when is None else report.when.days
    return (width, -len(report.fillers))


def _choose(fitting: list[Cluster], one: Told, told: Sequence[Told]) -> Cluster | None:
    """The event that a report is of, None where none or several fit; a headline is of the first that the text tells."""
    report = one.report
    if len(fitting) > 1 and not one.background:
        # "Their second meeting since they met in Rome" isn't the one in Rome.
        back = [c for c in fitting if all(told[i].background and told[i].sentence == one.sentence for i in c.reports)]
        fitting = [c for c in fitting if c not in back] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if len(fitting) > 1:
        exact = [c for c in fitting if set(c.actors) == {f.entity for f in report.fillers}]
        same = [c for c in exact or fitting if c.status is report.status] or exact or fitting
        if one.heading:
            return min(same, key=lambda c: min(c.reports))
        return same[0] if len(same) == 1 else None
    return None
