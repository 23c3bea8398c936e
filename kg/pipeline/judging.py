"""Judgements of people on a workspace: made and taken back; the graph follows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.errors import QueryError
from kg.logs import Log
from kg.pipeline.articles import Articles
from kg.pipeline.current import keep_graph
from kg.resolution.entities import Entities
from kg.resolution.finding import Finder
from kg.resolution.reference import Reference
from kg.workspace.judgement import MACHINE, Judgement, Verdict
from kg.workspace.workspace import Workspace

Warn = Callable[[str], object]
SOMEBODY = "person"  # the judge where no name is given
_log = Log("pipeline")


def judge(
    path: str | Path,
    a: str,
    b: str,
    *,
    verdict: Verdict | str,
    reason: str = "",
    judge: str = SOMEBODY,
    warn: Warn = warnings.warn,
) -> Judgement:
    """Say that two are the same, different, or that it isn't known, and make the graph anew by it.

    Parameters
    ----------
    path
        The workspace.
    a, b
        A name, NAME/STATE, NAME@ARTICLE, or the id of a node.
    verdict
        "same", "different" or "unsure". An earlier one of a person on the two is replaced.
    reason
        For those who read it later.
    judge
        Who says so; not "machine".
    warn
        Is told where the workspace's database for Cypher could not follow at once.

    Raises
    ------
    QueryError
        Unknown or ambiguous names, or other judgements of people say otherwise.
    """
    if judge == MACHINE:
        raise QueryError(f"{MACHINE!r} is the judge of what kg decides by itself. Give another name")
    with Workspace.open(path) as workspace:
        articles = Articles(workspace)
        before = workspace.judgements.by_people()
        finder = articles.finder(before)
        one, other = finder.find(a), finder.find(b)
        _check(one, other)
        made = Judgement.of(one.text, other.text, Verdict(verdict), score=1.0, reason=reason, judge=judge)
        kept = [j for j in before if j.id != made.id]
        entities = articles.resolved([*kept, made])
        _check_kept(Finder(articles.local, entities), made, kept)
        workspace.judgements.put(made)
        _log.info("judged", id=made.id, verdict=made.verdict.value, judge=made.judge)
        _keep(workspace, articles, entities, warn)
    return made


def undo(path: str | Path, a: str, b: str | None = None, *, warn: Warn = warnings.warn) -> Judgement:
    """Take a person's judgement back, given by its id (or the beginning of one) or by the two; the graph follows.

    Raises
    ------
    QueryError
        There is no such judgement, or several begin so.
    """
    with Workspace.open(path) as workspace:
        articles = Articles(workspace)
        before = workspace.judgements.by_people()
        gone = _by_id(before, a) if b is None else _by_pair(before, a, b, articles.finder(before))
        workspace.judgements.remove(gone)
        _log.info("judgement undone", id=gone.id)
        entities = articles.resolved([j for j in before if j != gone])
        _keep(workspace, articles, entities, warn)
    return gone


def _keep(workspace: Workspace, articles: Articles, entities: Entities, warn: Warn) -> None:
    if fault := keep_graph(workspace, articles.graph(entities), entities, articles.schema):
        warn(fault)


def _check(one: Reference, other: Reference) -> None:
    if one == other:
        raise QueryError(f"both are {one.shown!r}. To tell bearers of one name apart, give NAME/STATE or NAME@ARTICLE")
    if one.type != other.type:
        raise QueryError(
            f"{one.shown!r} is a {one.type.lower()} and {other.shown!r} a {other.type.lower()}: they can't be judged"
        )


def _check_kept(finder: Finder, made: Judgement, others: list[Judgement]) -> None:
    """Refuse a judgement that can't hold beside the others."""
    against = [j for j in others if not finder.holds(j)]
    if against or not finder.holds(made):
        said = "; ".join(f"{_shown(j)} ({j.id})" for j in (against or others)[:3])
        raise QueryError(f"this goes against what people have judged already: {said}. Undo that first")


def _shown(judgement: Judgement) -> str:
    a, b = (Reference.parse(text).shown for text in (judgement.a, judgement.b))
    return f"{a!r} and {b!r} {judgement.verdict.value}"


def _by_id(known: Iterable[Judgement], text: str) -> Judgement:
    found = [j for j in known if j.id.startswith(text) or j.id.removeprefix("judgement:").startswith(text)]
    if len(found) != 1:
        what = "several judgements of people begin" if found else "no judgement of a person begins"
        raise QueryError(f"{what} with {text!r}. `kg resolve list WORKSPACE --by person` lists them")
    return found[0]


def _by_pair(known: Iterable[Judgement], a: str, b: str, finder: Finder) -> Judgement:
    wanted = sorted(finder.find(text).text for text in (a, b))
    found = next((j for j in known if [j.a, j.b] == wanted), None)
    if found is None:
        raise QueryError(f"no person has judged {a!r} and {b!r}. `kg resolve list WORKSPACE --by person` lists all")
    return found
