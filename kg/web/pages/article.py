"""An article's page: its text with mentions and events marked, and what was not kept, with the reasons."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.corpus.article import Field
from kg.query.reading import Reading
from kg.web.marking import around, marked
from kg.web.opened import Opened
from kg.web.render import page


async def article(request: Request) -> Response:
    """Show an article. Only a workspace has texts."""
    given = request.query_params.get("id", "")
    if not request.app.state.site.is_workspace:
        return page(request, "no_texts.html", status=404)

    def asked(opened: Opened) -> Reading:
        return opened.graph.reading(given)

    reading = await request.app.state.desk.ask(asked)
    own = reading.article
    return page(
        request,
        "article.html",
        article=own,
        published=reading.published,
        events=reading.events,
        marked=marked(reading),
        mentioned=_mentioned(reading),
        rejected=[
            (one, around(own.title if one.field is Field.TITLE else own.text, one.start, one.end))
            for one in reading.rejected
        ],
    )


def _mentioned(reading: Reading) -> list[tuple[object, int]]:
    """Who is mentioned, and how often; the most often first."""
    counts: dict[str, int] = {}
    actors = {one.actor.id: one.actor for one in reading.mentions}
    for one in reading.mentions:
        counts[one.actor.id] = counts.get(one.actor.id, 0) + 1
    return [(actors[i], n) for i, n in sorted(counts.items(), key=lambda pair: (-pair[1], actors[pair[0]].name))]
