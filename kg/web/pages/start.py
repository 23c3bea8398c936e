"""The first page: search, what there is, who has most events, what is latest."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.web.opened import Opened
from kg.web.render import page


async def start(request: Request) -> Response:
    """Show the first page."""

    def asked(opened: Opened) -> dict[str, object]:
        return {
            "overview": opened.overview,
            "most_connected": opened.most_connected,
            "latest": opened.latest,
        }

    return page(request, "start.html", **await request.app.state.desk.ask(asked))
