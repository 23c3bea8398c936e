"""Addresses that are watched: each is looked at again and again, and gives what is new there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.corpus.addresses import Looked
from kg.corpus.article import Article
from kg.corpus.fetch import Fetcher
from kg.corpus.fetched import Validators
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.feed import entry_article
from kg.corpus.unreadable import Unreadable

_LONGEST_WAIT = 86_400.0
_ROBOTS_KEPT = 3600.0  # a fetcher asks for a robots.txt once, and what it says may change

#: Whether the record has an article of this id with another text: its page rather than what a feed tells of it.
IsRecorded = Callable[[Article], bool]


@dataclass(slots=True)
class _Retry:
    """What failed, how often in a row, and when it is to be tried again."""

    failures: int = 0
    due: float = 0.0

    def failed(self, every: float) -> None:
        """Wait for the next turn, and after every further failure twice as long; a day at most."""
        self.failures += 1
        wait = every * 2.0 ** min(self.failures - 1, 30)
        self.due = time.monotonic() + min(wait, max(every, _LONGEST_WAIT))


@dataclass(slots=True)
class _SeenPages:
    """The pages of a feed's entries: those that were read aren't wanted again, those that failed are, after a while."""

    every: float
    is_recorded: IsRecorded
    failing: dict[str, _Retry] = field(default_factory=dict)
    _read: set[str] = field(default_factory=set)
    _there: set[str] = field(default_factory=set)

    @property
    def is_due(self) -> bool:
        """Whether a page that failed is to be tried again now."""
        return any(self._is_due(retry) for retry in self.failing.values())

    def begin(self) -> None:
        """Forget what the feed no longer had when it was read last: it is to be read again now."""
        if self._there:
            self._read &= self._there
            self.failing = {own_id: retry for own_id, retry in self.failing.items() if own_id in self._there}
        self._there = set()

    def wants(self, entry: Entry) -> bool:
        self._there.add(entry.id)
        retry = self.failing.get(entry.id)
        if retry is not None:
            return self._is_due(retry)
        if entry.id in self._read:
            return False
        told = entry_article(entry)
        return not (isinstance(told, Article) and self.is_recorded(told))

    def came(self, entry: Entry, *, is_whole: bool) -> None:
        if is_whole:
            self._read.add(entry.id)
            self.failing.pop(entry.id, None)
        else:
            self.failing.setdefault(entry.id, _Retry()).failed(self.every)

    def _is_due(self, retry: _Retry) -> bool:
        # It failed some time after its feed was looked at, and the next look is to be the one that tries it again.
        return retry.due <= time.monotonic() + self.every / 2


@dataclass(slots=True)
class Watched:
    """An address, what it was like when it was looked at last, and when it is to be looked at again."""

    address: str
    every: float
    is_recorded: IsRecorded
    seen: Validators = field(default_factory=Validators)
    due: float = 0.0
    _retry: _Retry = field(default_factory=_Retry)
    _pages: _SeenPages = field(init=False)

    def __post_init__(self) -> None:
        self._pages = _SeenPages(self.every, self.is_recorded)

    @property
    def kept(self) -> Validators:
        """By what it is to be known again by another run; nothing where pages of it are still to be tried again."""
        return Validators() if self._pages.failing else self.seen

    def look(self, fetcher: Fetcher) -> Looked | None:
        """Look at it: what there is that is new, or why it can't be had; None where nothing is."""
        known = Validators() if self._pages.is_due else self.seen
        found = fetcher.fetch_new(self.address, known)
        if isinstance(found, Unreadable):
            self._retry.failed(self.every)
            self.due = self._retry.due
            return Looked(self.address, found, fetcher, self._pages)
        self._retry = _Retry()
        self.due = time.monotonic() + self.every
        if found is None:
            return None
        self.seen = found.validators
        self._pages.begin()
        return Looked(self.address, found, fetcher, self._pages)

    def look_again(self, fetcher: Fetcher) -> Looked | None:
        """Look as if it had never been looked at."""
        self.seen = Validators()
        return self.look(fetcher)


class WatchedAddresses:
    """Addresses that are watched, by one fetcher.

    Parameters
    ----------
    watched
        The addresses.
    allow_private
        Whether addresses in this machine or its own network may be fetched.
    retractions
        How often something was retracted from the record.
    """

    def __init__(self, watched: Sequence[Watched], *, allow_private: bool, retractions: Callable[[], int]) -> None:
        self._watched = watched
        self._allow_private = allow_private
        self._retractions, self._before = retractions, 0
        self._fetcher, self._began = Fetcher(allow_private), time.monotonic()

    @property
    def due(self) -> float:
        """When the next is to be looked at, by the monotonic clock."""
        return min((one.due for one in self._watched), default=float("inf"))

    def look(self) -> list[Looked]:
        """Look at those that are due: what is new there, or why they can't be had.

        What was given is to be read before the next is asked for.
        """
        if time.monotonic() - self._began >= _ROBOTS_KEPT:
            self._fetcher, self._began = Fetcher(self._allow_private), time.monotonic()
        due = [one for one in self._watched if one.due <= time.monotonic()]
        self._before = self._retractions() if due else 0
        return [looked for one in due if (looked := one.look(self._fetcher)) is not None]

    def still(self, looked: Sequence[Looked]) -> Sequence[Looked]:
        """Give what the last `look` gave; to be asked once nobody else can write to the record.

        Where something was retracted since, all is looked at again: whoever takes an article from a site and then from
        the record must not find it there again, because a feed that still had it was waiting to be read.
        """
        if not looked or self._retractions() == self._before:
            return looked
        names = {one.address for one in looked}
        found = (one.look_again(self._fetcher) for one in self._watched if one.address in names)
        return [one for one in found if one is not None]

    def kept(self) -> dict[str, Validators]:
        """By what each is to be known again by another run."""
        return {one.address: one.kept for one in self._watched}
