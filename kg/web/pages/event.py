"""An event's page: all reports of it, and where they differ."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.query.results import EventEvidence
from kg.web import addresses
from kg.web.opened import Opened
from kg.web.render import page


async def event(request: Request) -> Response:
    """Show an event; one that is given by the beginning of its id is shown under its own address."""
    given = request.path_params["event"]

    def asked(opened: Opened) -> EventEvidence:
        return opened.graph.evidence(given)

    found = await request.app.state.desk.ask(asked)
    if found.event.id != given:
        return RedirectResponse(addresses.event(found.event), 303)
    numbers = {report.report: number for number, report in enumerate(found.reports, start=1)}
    return page(
        request,
        "event.html",
        event=found.event,
        reports=found.reports,
        disagreements=found.disagreements,
        numbers=numbers,
    )
