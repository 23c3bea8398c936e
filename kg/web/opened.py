"""The graph that the pages show: opened once, and again when the workspace has saved another."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from kg.api.graph import Graph
from kg.api.opening import opened as open_graph
from kg.errors import KgError
from kg.query.deadline import Deadline
from kg.query.profile_results import Overview
from kg.query.results import ActorSummary, TimelineEntry
from kg.stores.access import Access
from kg.stores.saved import FILE
from kg.stores.uri import is_store
from kg.web.cypher import CypherDesk

_NETWORKX = "networkx:"
SHOWN = 12  # actors and events on the first page
KEPT = 64  # pictures
PATIENCE = 2.0  # seconds for which those who read a graph are waited for before it is closed
T = TypeVar("T")
Stamp = tuple[int, int, int] | None


class Opened:
    """A graph with what is found out about it once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cypher = CypherDesk(graph)
        self.readers = 0
        self._preparing = Deadline()
        self._kept: OrderedDict[str, Any] = OrderedDict()

    def close(self) -> None:
        """Let go of all that is open."""
        self.cypher.close()
        self.graph.close()

    def prepare(self) -> None:
        """Make what the first page shows."""
        _ = self.overview, self.most_connected, self.latest

    def prepare_others(self) -> None:
        """Make what other pages need, while visitors look at the first; gives up when there will be no visitors."""
        try:
            with self._preparing.kept():
                self.graph.search("a", limit=1)  # makes the index of names
                from kg.query import reading  # noqa: F401 - what reads articles takes a second to import

                self.graph.read_ties()
        except KgError:  # a page that needs it will say so
            return
        # The graph stays as long as this process, or until nobody refers to it: no search for cycles need go through
        # its million records, for which every visitor would wait.
        gc.freeze()

    def end(self) -> None:
        """Prepare nothing more."""
        self._preparing.end()

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Give what was made under a name before, or make it; the last few are kept."""
        if (found := self._kept.get(name)) is not None:  # at once: another thread may push it out
            return found  # type: ignore[no-any-return]
        made = self._kept[name] = make()
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    @cached_property
    def overview(self) -> Overview:
        """What the graph holds."""
        return self.graph.overview()

    @cached_property
    def most_connected(self) -> list[ActorSummary]:
        """Actors with the most events."""
        return [one for one in self.graph.actors(limit=SHOWN) if one.events]

    @cached_property
    def latest(self) -> list[TimelineEntry]:
        """The events of the latest days."""
        return self.graph.latest(limit=SHOWN)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the graph is: a workspace, or the URI of a store with what opens it."""

    where: Path | str
    schema: Path | None = None
    access: Access = field(default_factory=Access)

    @classmethod
    def of(cls, text: str, *, schema: Path | None = None, access: Access | None = None) -> Place:
        """Read what a user wrote."""
        return cls(text if is_store(text) else Path(text), schema, access or Access())

    @property
    def workspace(self) -> Path | None:
        """The folder of the workspace, if it is one."""
        return self.where if isinstance(self.where, Path) else None

    @property
    def name(self) -> str:
        """A short name for the head of the pages."""
        if isinstance(self.where, Path):
            return self.where.resolve().name
        return self.where if self.where.count("/") < 2 else self.where.partition("://")[2]

    def open(self) -> Graph:
        """Open it."""
        return open_graph(self.where, schema=self.schema, access=self.access)

    def stamp(self) -> Stamp:
        """Tell the file that holds the graph from an earlier one; None where there is no file, or it can't change."""
        file = self.where / FILE if isinstance(self.where, Path) else None
        if isinstance(self.where, str) and self.where.startswith(_NETWORKX):
            file = Path(self.where.removeprefix(_NETWORKX))
        try:
            found = file.stat() if file else None
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size) if found else None


class Shelf:
    """Hands out the graph as it is now. One that is still being read stays open until the last reader is done."""

    def __init__(self, place: Place, *, open_place: Callable[[Place], Graph] = Place.open) -> None:
        self.place = place
        self._open = open_place
        self._lock = threading.Condition()  # of the three fields below, and of who reads
        self._opening = threading.Lock()
        self._stamp = place.stamp()
        self._current = self._opened()
        self._is_closed = False
        self._prepare(self._current)

    @contextmanager
    def reading(self) -> Iterator[Opened]:
        """Give the graph, opened anew where the file is another; blocks."""
        self._renew()
        with self._lock:
            opened = self._current
            opened.readers += 1
        try:
            yield opened
        finally:
            self._give_back(opened)

    def let_go_of_cypher(self) -> None:
        """Let somebody bring the workspace's database up to date."""
        with self.reading() as opened:
            opened.cypher.let_go()

    def close(self) -> None:
        """Close the graph once nobody reads it; who doesn't end within seconds finds it closed."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed, closing = True, self._current
        closing.end()
        closing.cypher.close()  # whoever waits for it hears so at once
        with self._lock:
            self._lock.wait_for(lambda: not closing.readers, timeout=PATIENCE)
        closing.close()

    def _opened(self) -> Opened:
        opened = Opened(self._open(self.place))
        opened.prepare()
        opened.readers += 1  # what is prepared after this reads it
        return opened

    def _prepare(self, opened: Opened) -> None:
        def prepare() -> None:
            try:
                opened.prepare_others()
            except Exception:
                if not self._is_closed:  # else its connection was closed while it waited for the store
                    raise
            finally:
                self._give_back(opened)

        # No daemon: those are ended amid whatever they do, and a store's connection may hold what it has locked.
        threading.Thread(target=prepare, name="kg-serve-prepare").start()

    def _renew(self) -> None:
        stamp = self.place.stamp()
        if stamp in (self._stamp, None):
            return
        with self._opening:
            if stamp == self._stamp:
                return
            try:
                fresh = self._opened()
            except KgError:  # such as a workspace that is just being moved: what was read is still true of then
                return
            with self._lock:
                is_late = self._is_closed
                if not is_late:
                    before, self._current, self._stamp = self._current, fresh, stamp
                    before.readers += 1
        if is_late:
            fresh.close()
            return
        before.end()
        self._prepare(fresh)
        self._give_back(before)

    def _give_back(self, opened: Opened) -> None:
        with self._lock:
            opened.readers -= 1
            self._lock.notify_all()
            unused = opened is not self._current and not opened.readers
        if unused:
            opened.close()
