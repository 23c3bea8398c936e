"""An actor's page: who it is, offices, timeline, counterparts, states visited."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.query.profile_results import EventCounts
from kg.web import addresses
from kg.web.asked import PER_PAGE, Filters, page_number
from kg.web.histogram import Histogram
from kg.web.opened import Opened
from kg.web.render import page

COUNTERPARTS = 15
#: Shown at once; of the rest, which opens on demand, a state can have thousands.
OFFICES, LISTED_OFFICES, STATES = 12, 200, 12
DRAWN_EVENTS = 30  # in the small picture


async def actor(request: Request) -> Response:
    """Show an actor; one that is given by name is shown under its own address."""
    given, filters = request.path_params["actor"], Filters.of(request.query_params)
    number = page_number(request.query_params)

    def asked(opened: Opened) -> dict[str, object]:
        graph = opened.graph
        one = graph.actor(given)
        counts = graph.event_counts(one.id, **filters.bounds)
        return {
            "actor": one,
            "summary": graph.summary(one.id),
            "offices": graph.offices(one.id),
            "all": graph.event_counts(one.id) if filters else counts,
            "counts": counts,
            "entries": graph.timeline(one.id, limit=PER_PAGE, offset=(number - 1) * PER_PAGE, **filters.bounds),
            "counterparts": graph.neighbours(one.id, limit=COUNTERPARTS),
            "visited": graph.visited(one.id),
        }

    known = await request.app.state.desk.ask(asked)
    if known["actor"].id != given:
        state = {**filters.query, "page": number if number > 1 else None}
        return RedirectResponse(addresses.actor(known["actor"]) + addresses.query(state), 303)
    return page(
        request,
        "actor.html",
        drawn_since=_drawn_since(known["all"]),
        filters=filters,
        number=number,
        per_page=PER_PAGE,
        last_page=-(-known["counts"].events // PER_PAGE),
        most_offices=OFFICES,
        listed_offices=LISTED_OFFICES,
        most_states=STATES,
        histogram=Histogram.of(known["all"].by_year),
        **known,
    )


def _drawn_since(counts: EventCounts) -> int | None:
    """The year since which a small picture can show all events; None: it shows all there are."""
    left = DRAWN_EVENTS - counts.undated
    for year in reversed(counts.by_year):
        left -= year.events
        if left < 0:
            return min(year.year + 1, counts.by_year[-1].year)
    return None
