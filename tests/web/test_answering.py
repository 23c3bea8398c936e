"""Questions that take too long: they give up, and others are answered meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from starlette.exceptions import HTTPException

from kg.errors import QueryError
from kg.query.deadline import Deadline, check
from kg.web.answering import Desk
from kg.web.limits import Limits
from kg.web.opened import Opened, Place, Shelf

Result = TypeVar("Result")


@contextmanager
def desk_of(place: Path, **limits: float) -> Iterator[Desk]:
    desk = Desk(Shelf(Place(place)), Limits(**limits))  # type: ignore[arg-type]
    try:
        yield desk
    finally:
        desk.close()


def run(asking: Coroutine[object, object, Result]) -> Result:
    """Run in a thread of its own: in this one a browser's loop may be running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asking).result()


def endless(ended: threading.Event) -> Callable[[Opened], None]:
    """A question that never comes to an end by itself."""

    def question(_: Opened) -> None:
        try:
            while True:
                check()
        finally:
            ended.set()

    return question


def name_of_ann(opened: Opened) -> str:
    return opened.graph.actor("Ann Adams").name


def test_one_that_takes_too_long_gives_its_thread_back(workspace: Path) -> None:
    ended = threading.Event()

    async def ask(desk: Desk) -> str:
        with pytest.raises(HTTPException) as fault:
            await desk.ask(endless(ended))
        assert fault.value.status_code == 503
        assert await asyncio.to_thread(ended.wait, 60)
        desk.limits = Limits()
        return await desk.ask(name_of_ann)

    with desk_of(workspace, threads=1, patience=0.2) as desk:
        assert run(ask(desk)) == "Ann Adams"


def test_other_pages_do_not_wait_for_searches(workspace: Path) -> None:
    ended = threading.Event()

    async def ask(desk: Desk) -> str:
        searching = asyncio.create_task(desk.search(endless(ended)))
        name = await desk.ask(name_of_ann)
        assert not ended.is_set()
        desk.end()
        with pytest.raises(HTTPException, match="503"):
            await searching
        return name

    with desk_of(workspace, threads=1, patience=60) as desk:
        assert run(ask(desk)) == "Ann Adams"
    assert ended.wait(60)


def test_who_leaves_ends_the_question(workspace: Path) -> None:
    ended = threading.Event()

    async def leave(desk: Desk) -> None:
        asking = asyncio.create_task(desk.ask(endless(ended)))
        await asyncio.sleep(0.1)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    with desk_of(workspace, threads=1, patience=60) as desk:
        run(leave(desk))
    assert ended.wait(60)


def test_ways_and_pictures_look_at_the_clock(workspace: Path) -> None:
    graph = Place(workspace).open()
    passed = Deadline(60)
    passed.end()
    with passed.kept():
        for question in (
            lambda: graph.paths("Ann Adams", "Cat Adams"),
            lambda: graph.connections("Ann Adams", "Cat Adams"),
            lambda: graph.view("Ann Adams"),
        ):
            with pytest.raises(QueryError, match="took too long"):
                question()
    assert len(graph.paths("Ann Adams", "Cat Adams")) == 1  # what is kept of ties has stayed whole
