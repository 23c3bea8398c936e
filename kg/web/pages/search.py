"""Actors by what somebody types: suggestions while typing, and a page of all that were found."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.query.answer import Answers
from kg.query.results import ActorSummary
from kg.web import addresses
from kg.web.asked import PER_PAGE, page_number
from kg.web.opened import Opened
from kg.web.render import page

SUGGESTED = 8


async def suggest(request: Request) -> Response:
    """Give suggestions as JSON; the texts are put into the page as text."""
    typed = request.query_params.get("q", "")[:200]

    def asked(opened: Opened) -> Answers[ActorSummary]:
        return opened.graph.search(typed, limit=SUGGESTED)

    found = await request.app.state.desk.ask(asked)
    return JSONResponse(
        [
            {
                "id": one.actor.id,
                "name": one.actor.name,
                "type": one.actor.type,
                "country": one.actor.country,
                "events": one.events,
                "address": addresses.actor(one.actor),
            }
            for one in found
        ]
    )


async def search(request: Request) -> Response:
    """Show all actors that were found; the page of the only one at once."""
    typed = request.query_params.get("q", "").strip()[:200]

    def asked(opened: Opened) -> Answers[ActorSummary]:
        return opened.graph.search(typed, limit=PER_PAGE + 1)

    found = await request.app.state.desk.ask(asked)
    if len(found) == 1:
        return RedirectResponse(addresses.actor(found[0].actor), 303)
    return page(request, "search.html", typed=typed, found=found[:PER_PAGE], more=len(found) > PER_PAGE)


async def index(request: Request) -> Response:
    """Show all actors, of one type or of all, those with the most events first."""
    kind, number = request.query_params.get("type", ""), page_number(request.query_params)

    def asked(opened: Opened) -> dict[str, object]:
        types = [one.type for one in opened.overview.actors]
        first = (number - 1) * PER_PAGE
        everybody = opened.once(f"index {kind}", lambda: opened.graph.actors(types=[kind] if kind else None))
        found = everybody[first : first + PER_PAGE + 1]
        return {"types": types, "found": found[:PER_PAGE], "more": len(found) > PER_PAGE}

    return page(request, "index.html", kind=kind, number=number, **await request.app.state.desk.ask(asked))
