"""The pages put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from kg.errors import KgError
from kg.web.answering import Desk
from kg.web.building import Builder
from kg.web.door import Door
from kg.web.faults import http_fault, kg_fault, other_fault
from kg.web.guard import Guard
from kg.web.limits import Limits
from kg.web.opened import Shelf
from kg.web.pages import upload
from kg.web.pages.actor import actor
from kg.web.pages.article import article
from kg.web.pages.connections import connections
from kg.web.pages.cypher import cypher, download
from kg.web.pages.event import event
from kg.web.pages.metrics import metrics
from kg.web.pages.picture import data as picture_data
from kg.web.pages.picture import picture
from kg.web.pages.search import index, search, suggest
from kg.web.pages.start import start
from kg.web.pages.token import token
from kg.web.render import environment
from kg.web.static import Files


@dataclass(frozen=True, slots=True)
class Site:
    """What the head of every page says."""

    name: str
    is_workspace: bool


def explorer(
    shelf: Shelf, *, door: Door | None = None, limits: Limits | None = None, metered: bool = False
) -> Starlette:
    """Make the explorer of a graph, an ASGI application.

    Parameters
    ----------
    shelf
        Hands out the graph; closed with the application.
    door
        Who may come in; None: whoever calls this machine by one of its loopback names.
    limits
        What a visitor may ask for.
    metered
        Whether /metrics tells what a workspace holds.
    """
    door, limits, files = door or Door(), limits or Limits(), Files()
    desk = Desk(shelf, limits)
    builder = Builder(shelf.place.workspace) if shelf.place.workspace else None

    own = [Route("/metrics", metrics(shelf.place.workspace))] if metered and shelf.place.workspace else []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        if builder:
            builder.close()
        desk.close()

    app = Starlette(
        routes=[
            Route("/", start),
            Route("/suggest", suggest),
            Route("/search", search),
            Route("/actors", index),
            Route("/actor/{actor:path}", actor),
            Route("/event/{event:path}", event),
            Route("/article", article),
            Route("/connections", connections),
            Route("/picture", picture),
            Route("/picture.json", picture_data),
            Route("/cypher", cypher),
            Route("/cypher/answer.{form}", download),
            Route("/upload", upload.form, methods=["GET"]),
            Route("/upload", upload.send, methods=["POST"]),
            Route("/upload/{upload}", upload.progress),
            Route("/upload/{upload}/state", upload.state),
            Route("/token", token, methods=["GET", "POST"]),
            Route("/static/{name}", files.answer),
            *own,
        ],
        middleware=[Middleware(Guard, door=door, limits=limits)],
        exception_handlers={HTTPException: http_fault, KgError: kg_fault, Exception: other_fault},
        lifespan=lifespan,
    )
    app.state.desk, app.state.door, app.state.limits = desk, door, limits
    app.state.builder = builder
    app.state.site = Site(shelf.place.name, shelf.place.workspace is not None)
    app.state.templates = environment(files)
    return app
