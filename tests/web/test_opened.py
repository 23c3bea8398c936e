"""The graph that the pages show, while some read it and others close it."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.api.graph import Graph
from kg.stores.saved import FILE
from kg.web import opened
from kg.web.opened import Place, Shelf


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Is set when a graph is closed; who reads it is waited for as long as it takes."""
    event = threading.Event()
    monkeypatch.setattr(opened, "PATIENCE", 60)
    monkeypatch.setattr(Graph, "close", lambda _: event.set())
    return event


def test_it_is_closed_when_nobody_reads_it(workspace: Path, closed: threading.Event) -> None:
    shelf = Shelf(Place(workspace))
    with ThreadPoolExecutor(1) as pool:
        with shelf.reading() as one:
            closing = pool.submit(shelf.close)
            assert not closed.wait(0.2)
            assert one.graph.actor("Ann Adams").name == "Ann Adams"
        closing.result(60)
    assert closed.is_set()


def test_who_does_not_end_is_not_waited_for(
    workspace: Path, closed: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "PATIENCE", 0.05)
    shelf = Shelf(Place(workspace))
    with shelf.reading():
        shelf.close()
        assert closed.is_set()


def test_what_is_prepared_ends_before_it_is_closed(
    workspace: Path, closed: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def search(*_: object, **__: object) -> None:
        begun.set()
        go_on.wait(60)

    monkeypatch.setattr(Graph, "search", search)
    shelf = Shelf(Place(workspace))
    assert begun.wait(60)
    with ThreadPoolExecutor(1) as pool:
        closing = pool.submit(shelf.close)
        assert not closed.wait(0.2)
        go_on.set()
        closing.result(60)
    assert closed.is_set()


def test_one_that_is_opened_while_it_ends_is_closed_too(
    workspace: Path, tmp_path: Path, closed: threading.Event
) -> None:
    opening, go_on = threading.Event(), threading.Event()

    def open_place(place: Place) -> Graph:
        if opened_before:
            opening.set()
            assert go_on.wait(60)
        opened_before.append(place)
        return place.open()

    opened_before: list[Place] = []
    shelf = Shelf(Place(workspace), open_place=open_place)
    graph = workspace / FILE
    shutil.copyfile(graph, tmp_path / FILE)
    (tmp_path / FILE).replace(graph)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: shelf.reading().__enter__())
        assert opening.wait(60)
        shelf.close()
        assert closed.is_set()
        closed.clear()
        go_on.set()
        asked.result(60)
    assert closed.is_set()
