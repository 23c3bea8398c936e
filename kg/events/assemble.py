"""Clusters of reports to the events of an article: the most exact date, place and document, all participants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.corpus.article import Field
from kg.events.compatible import Cluster
from kg.events.facts import Filler, LocalEvent, Location, Report
from kg.events.kinds import is_filled
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity
from kg.schema.types import EventType


def assemble(
    cluster: Cluster, reports: Sequence[Report], entities: Mapping[str, LocalEntity], *, location: Location | None
) -> LocalEvent:
    """The event of a cluster; `cluster.reports` are positions in `reports`. `location` is where it is."""
    members = [reports[i] for i in sorted(cluster.reports)]
    main = _main(cluster, reports)
    documents = sorted(
        ((r.field is Field.TEXT, r.document_named, len(r.document), r.document) for r in members if r.document),
        reverse=True,
    )
    return LocalEvent(
        type=cluster.type,
        fillers=_without_states(cluster.actors, entities),
        status=cluster.status,
        when=cluster.when,
        location=location,
        document=documents[0][3] if documents else None,
        document_named=bool(documents) and documents[0][1],
        confidence=max(r.confidence for r in members),
        reports=tuple(sorted(cluster.reports)),
        main=main,
    )


def is_whole(cluster: Cluster, entities: Mapping[str, LocalEntity], event_type: EventType) -> bool:
    """Whether every role of the type is filled by as many as it needs, once states went where their people are."""
    return is_filled(event_type, _without_states(cluster.actors, entities))


def _main(cluster: Cluster, reports: Sequence[Report]) -> int:
    """The report that serves as evidence: most participants, body before title, dated, of the event's status, first."""

    def rank(i: int) -> tuple[bool, int, int, bool, bool, int]:
        r = reports[i]
        return (
            r.status is not cluster.status,
            -len({f.role for f in r.fillers}),
            -len(r.fillers),
            r.field is Field.TITLE,
            r.when is None,
            i,
        )

    return min(cluster.reports, key=rank)


def _without_states(actors: Mapping[str, Filler], entities: Mapping[str, LocalEntity]) -> tuple[Filler, ...]:
    """Each entity once; a state goes where a person of it is in the same role."""
    people = {(entities[k].country) for k in actors if k in entities and entities[k].type == PERSON}
    kept = [
        f
        for k, f in actors.items()
        if not (k.startswith(f"{COUNTRY}:") and f.role != "destination" and k.split(":", 1)[1] in people)
    ]
    return tuple(sorted(kept, key=lambda f: (f.field.value, f.start, f.entity)))
