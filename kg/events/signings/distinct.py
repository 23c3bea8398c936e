"""Several documents signed at once are signed one by one: what keeps them apart, and which of them is told of again."""

from __future__ import annotations

from collections.abc import Sequence

from kg.events.compatible import Cluster, dates_fit
from kg.events.facts import Report
from kg.events.signings.onlookers import OFFICIALS
from kg.events.told import Told

#: Words that say that a document comes on top of another.
MORE = frozenset({"more", "other", "another", "further", "additional", "separate", "second", "third"})


def told_apart(cluster: Cluster, report: Report, told: Sequence[Told]) -> bool:
    """Whether a report is of another document or time than a cluster: by its own words, or told by the very same verb.

    "A treaty and an accord", "in 1921 and 1940"; "six more documents".
    """
    for one in (told[i].report for i in cluster.reports):
        other_document = one.document != report.document
        if one.trigger_start == report.trigger_start and one.field is report.field:
            if other_document or not dates_fit(one.when, report.when):
                return True
        elif other_document and _comes_on_top(one.document, report.document):
            return True
    return False


def _comes_on_top(one: str | None, other: str | None) -> bool:
    """Whether one of two documents is told as a further one: "six more documents", "a separate protocol"."""
    if one is None or other is None:
        return False
    return any(MORE & set(words.lower().split()[:2]) for words in (one, other))


def by_others(cluster: Cluster, one: Told, told: Sequence[Told]) -> bool:
    """Whether officials sign one document, and those who are named sign another."""
    documents = {told[i].report.document for i in cluster.reports if told[i].unnamed != OFFICIALS}
    if one.unnamed == OFFICIALS:
        return bool(documents) and one.report.document not in documents
    of_officials = {told[i].report.document for i in cluster.reports if told[i].unnamed == OFFICIALS}
    return not documents and bool(of_officials) and one.report.document not in of_officials


def same_document(clusters: Sequence[Cluster], report: Report, told: Sequence[Told]) -> Cluster | None:
    """The signing whose document has most words of the report's; the first of those that one word told of together."""
    if len(clusters) < 2:
        return None
    words = set((report.document or "").lower().split())
    shared = [len(words & _words(c, told)) for c in clusters]
    if max(shared) > 0 and shared.count(max(shared)) == 1:
        return clusters[shared.index(max(shared))]
    starts = [{told[i].report.trigger_start for i in c.reports} for c in clusters]
    return clusters[0] if set.intersection(*starts) else None


def of_document(clusters: list[Cluster], one: Told, told: Sequence[Told]) -> list[Cluster]:
    """The events that a report may be of, where it names a document: those of that document.

    One that is only said to be signed ("an accord was signed in 1995") dates none that has no date.
    """
    if one.unnamed == OFFICIALS:
        return [c for c in clusters if not by_others(c, one, told)]
    if one.unnamed and one.report.when is not None:
        return [c for c in clusters if c.when is not None]
    if not one.attended or one.report.document is None:
        return clusters
    return [c for c in clusters if any(told[i].report.document == one.report.document for i in c.reports)]


def _words(cluster: Cluster, told: Sequence[Told]) -> set[str]:
    return {w for i in cluster.reports for w in (told[i].report.document or "").lower().split()}
