"""What has been judged on a workspace, and why two are one node or not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.pipeline.articles import Articles
from kg.resolution.finding import Finder
from kg.resolution.reference import Reference
from kg.workspace.judgement import MACHINE, Judgement
from kg.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two are one or not: their nodes, and all judgements that bear on it."""

    a: str
    b: str | None
    nodes: tuple[str, ...]
    judgements: tuple[Judgement, ...]

    @property
    def is_one(self) -> bool:
        """Whether all that is asked about is one node."""
        return len(self.nodes) == 1


def judgements(path: str | Path) -> list[Judgement]:
    """All judgements of a workspace, people's first, then those of which the machine is least sure."""
    with Workspace.read(path) as workspace:
        found = list(workspace.judgements)
    return sorted(found, key=lambda j: (j.judge == MACHINE, abs(j.score - 0.5), j.a, j.b))


def why(path: str | Path, a: str, b: str | None = None) -> Explanation:
    """Tell why two are one node or not, or what has been judged of one.

    Raises
    ------
    QueryError
        Unknown or ambiguous names.
    """
    with Workspace.read(path) as workspace:
        articles = Articles(workspace)
        people = workspace.judgements.by_people()
    entities = articles.resolved(people)
    finder = Finder(articles.local, entities)
    references = [finder.find(name) for name in (a, b) if name is not None]
    nodes = tuple(sorted({node for reference in references for node in finder.nodes(reference)}))
    asked = [finder.nodes(reference) for reference in references]
    bearing = [j for j in (*people, *entities.judgements) if _bears(j, asked, finder)]
    shown = [reference.shown for reference in references]
    return Explanation(shown[0], shown[1] if b is not None else None, nodes, tuple(bearing))


def _bears(judgement: Judgement, asked: list[set[str]], finder: Finder) -> bool:
    """Whether a judgement is of the nodes asked about: of the one, or between or within the two."""
    ends = [finder.nodes(Reference.parse(text)) for text in (judgement.a, judgement.b)]
    if len(asked) == 1:
        return any(end & asked[0] for end in ends)
    every = asked[0] | asked[1]
    return all(end & every for end in ends)
