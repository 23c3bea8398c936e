"""Who writes the news: articles come into a folder and on a site, change, are withdrawn; broken files among them."""

from __future__ import annotations

import gzip
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.faults import Log
from tests.soak.site import Site, page
from tests.soak.stories import Story, changed, feed, item, stories

_BROKEN_AT_ONCE = 12
_BROKEN: dict[str, Callable[[random.Random], bytes]] = {
    "noise.txt": lambda moments: moments.randbytes(3000),
    "empty.html": lambda _: b"",
    "cut.jsonl": lambda moments: b'{"id": "cut%d", "text": "Merkel met ' % moments.randrange(10**6),
    "entities.xml": lambda _: b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><item>&b;</item></rss>',
    "deep.html": lambda _: b"<html>" + b"<div>" * 60_000,
    "cut.jsonl.gz": lambda moments: gzip.compress(moments.randbytes(5000))[:-2000],
    "table.csv": lambda _: b"day,weather\n2020-01-02,fine\n",
    "paper.pdf": lambda moments: b"%PDF-1.7\n" + moments.randbytes(2000),
}


@dataclass(slots=True)
class _File:
    """A file of the folder and the articles in it, by their ids."""

    path: Path
    stories: dict[str, Story]


@dataclass(slots=True)
class World:
    """All articles that are to be had, and those that were withdrawn.

    At `most` so many are to be had; then some are withdrawn with every new one, so that what is kept stops to grow.
    """

    inbox: Path
    site: Site
    log: Log
    seed: int
    most: int
    withdrawn: set[str] = field(default_factory=set)
    _files: dict[str, _File] = field(default_factory=dict)  # by the id of each article in it
    _pages: dict[str, Story] = field(default_factory=dict)
    _broken: list[Path] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ended: threading.Event = field(default_factory=threading.Event)

    def write(self, pause: float) -> None:
        """Let news come until `end`, with about so many seconds between."""
        moments = random.Random(self.seed)
        coming = stories(moments)
        while not self._ended.wait(moments.uniform(0.5, 1.5) * pause):
            if len(self.ids()) > 1.5 * self.most:  # whoever reads is behind; a slow machine is no fault
                continue
            with self._lock:
                told = [next(coming) for _ in range(moments.randint(1, 6))]
                self._publish(moments.choice(("page", "page", "rows", "rows", "text", "html", "feed")), told, moments)
                if moments.random() < 0.4:
                    self._change(moments, next(coming))
                if moments.random() < 0.2:
                    self._break(moments)

    def end(self) -> None:
        """No more news."""
        self._ended.set()

    def ids(self) -> set[str]:
        """Ids of all articles that are to be had now."""
        with self._lock:
            return {*self._files, *self._pages}

    def withdraw(self, moments: random.Random, known: set[str]) -> list[str]:
        """Take some of the articles that are `known` from where they are to be had; more where there are too many."""
        with self._lock:
            there = sorted(known & {*self._files, *self._pages})
            gone = moments.sample(there, min(len(there), max(moments.randint(1, 5), len(there) - self.most)))
            for own_id in gone:
                self._withdraw(own_id)
            self.withdrawn.update(gone)
        return gone

    def _publish(self, kind: str, told: list[Story], moments: random.Random) -> None:
        self.log.count("articles", len(told))
        first = told[0].key
        if kind == "page":
            for story in told:
                self.site.put(story)
                self._pages[self.site.link(story.key)] = story
        elif kind in ("text", "html"):
            suffix = "txt" if kind == "text" else "html"
            for story in told:
                file = _File(self.inbox / kind / f"{story.key}.{suffix}", {f"{kind}/{story.key}": story})
                self._keep(file, moments)
        elif kind == "rows":
            name = f"{first}.jsonl" + moments.choice(("", ".gz"))
            self._keep(_File(self.inbox / kind / name, {story.key: story for story in told}), moments)
        else:
            links = {f"https://news.example/{story.key}": story for story in told}
            self._keep(_File(self.inbox / kind / f"{first}.xml", links), moments)

    def _keep(self, file: _File, moments: random.Random) -> None:
        _write(file, slowly=moments.random() < 0.1)
        self._files |= dict.fromkeys(file.stories, file)

    def _change(self, moments: random.Random, other: Story) -> None:
        there = sorted({*self._files, *self._pages})
        if not there:
            return
        own_id = moments.choice(there)
        if own_id in self._pages:
            self._pages[own_id] = changed(self._pages[own_id], other)
            self.site.put(self._pages[own_id])
        else:
            file = self._files[own_id]
            file.stories[own_id] = changed(file.stories[own_id], other)
            _write(file)
        self.log.count("changed articles")

    def _withdraw(self, own_id: str) -> None:
        if own_id in self._pages:
            self.site.take(self._pages.pop(own_id).key)
            return
        file = self._files.pop(own_id)
        del file.stories[own_id]
        if file.stories:
            _write(file)
        else:
            file.path.unlink()

    def _break(self, moments: random.Random) -> None:
        name = moments.choice(sorted(_BROKEN))
        path = self.inbox / "broken" / f"{len(self._broken)}-{moments.randrange(10**6)}-{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_BROKEN[name](moments))
        self._broken.append(path)
        self.log.count("broken files")
        if len(self._broken) > _BROKEN_AT_ONCE:
            self._broken.pop(0).unlink()


def _write(file: _File, *, slowly: bool = False) -> None:
    """Write a file as its ending says; slowly: in two parts, so that somebody may see half of it."""
    told = list(file.stories.values())
    if file.path.suffix == ".txt":
        data = f"{told[0].title}\n\n{told[0].text}\n".encode()
    elif file.path.suffix == ".html":
        data = page(told[0]).encode()
    elif file.path.suffix == ".xml":
        data = feed("".join(item(story, link, is_whole=True) for link, story in file.stories.items())).encode()
    else:
        data = "".join(story.row() for story in told).encode()
        data = gzip.compress(data) if file.path.suffix == ".gz" else data
    file.path.parent.mkdir(parents=True, exist_ok=True)
    if not slowly:
        file.path.write_bytes(data)
        return
    with file.path.open("wb") as stream:
        stream.write(data[: len(data) // 2])
        stream.flush()
        time.sleep(0.3)
        stream.write(data[len(data) // 2 :])
