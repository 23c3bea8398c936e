"""Pictures of an actor's neighbourhood, or of what was found; asked for by a script once a page is there."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.picture.data import script_json
from kg.web.asked import Filters
from kg.web.opened import Opened
from kg.web.render import page

NEIGHBOURS = 10  # beside the actor, in the small picture on its page
#: Nodes drawn at once: a layout takes as long as their square.
SMALL, MAX_NODES = 40, 300
_AN_ID = 3  # nodes for each that was found: they come with who else takes part
MOST_IDS = 300


async def picture(request: Request) -> Response:
    """Show the picture of some actors' neighbourhood, or of everybody."""
    names, filters = request.query_params.getlist("actor")[:8], Filters.of(request.query_params)

    def asked(opened: Opened) -> list[Any]:
        return [opened.graph.actor(name) for name in names]

    actors = await request.app.state.desk.ask(asked)
    state = {"actor": [one.id for one in actors], **filters.query}
    return page(request, "picture.html", actors=actors, state=state)


async def data(request: Request) -> Response:
    """Give a picture's data as JSON."""
    given, filters = request.query_params, Filters.of(request.query_params)
    ids, near, names = given.getlist("id"), given.get("near", ""), given.getlist("actor")[:8]
    if len(ids) > MOST_IDS:
        raise HTTPException(400, f"A picture is of at most {MOST_IDS} that were found.")

    def drawn(opened: Opened) -> Any:
        graph = opened.graph
        if near:
            one = graph.actor(near)
            around = [other.actor.id for other in graph.neighbours(one.id, limit=NEIGHBOURS, **filters.bounds)]
            return graph.view_of([one.id, *around], title=one.name, max_nodes=SMALL, **filters.bounds).data
        if ids:
            most = min(MAX_NODES, max(SMALL, _AN_ID * len(ids)))
            return graph.view_of(ids, title=given.get("title", "What was found")[:200], max_nodes=most).data
        return graph.view(*names, max_nodes=MAX_NODES, **filters.bounds).data

    def asked(opened: Opened) -> str:
        return opened.once(str(request.url.query), lambda: script_json(drawn(opened)))

    return Response(await request.app.state.desk.search(asked), media_type="application/json")
