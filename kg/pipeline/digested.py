"""The digests of a workspace's articles, with what of them is kept in the record beside the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.graph.build import digests
from kg.graph.digest import ArticleDigest
from kg.resolution.sketch import MADE, Sketch, sketch
from kg.workspace.workspace import Workspace


def digested(
    workspace: Workspace, *, without: Collection[str] = (), articles: Iterable[tuple[Article, Facts]] | None = None
) -> list[ArticleDigest]:
    """Digest a workspace's articles, all or `without` some; sketches of texts that it lacks are made, and kept.

    `articles` are given by who has a way of their own of reading them.
    """
    known = {article: read for article, data in workspace.sketches.known(MADE) if (read := Sketch.unpacked(data))}
    made: dict[str, bytes] = {}

    def sketched(article: Article) -> Sketch:
        found = known.get(article.id)
        if found is None:
            found = sketch(article.text)
            made[article.id] = found.packed()
        return found

    told = digests(
        (one for one in (articles if articles is not None else workspace) if one[0].id not in without),
        sketched=sketched,
    )
    if workspace.is_writable:
        workspace.sketches.keep(MADE, made.items())
    return told
