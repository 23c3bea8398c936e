"""Folders and addresses into a workspace, as news comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from kg.corpus.address import is_address
from kg.corpus.addresses import Looked
from kg.corpus.article import Article
from kg.corpus.fetched import Fetched, Validators
from kg.corpus.folder import FoundFile
from kg.errors import InputError
from kg.logs import Log
from kg.pipeline.address_watch import Watched, WatchedAddresses
from kg.pipeline.builder import Builder, Progress
from kg.pipeline.defaults import EVERY, QUIET
from kg.pipeline.folder_watch import WatchedFolders
from kg.pipeline.report import RunReport
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace

_LONGEST = 3600.0  # seconds of one sleep
_log = Log("pipeline")

T = TypeVar("T")


def watch(
    sources: Sequence[str | Path],
    builder: Builder,
    *,
    once: bool = False,
    idle: float | None = None,
    quiet: float = QUIET,
    every: float = EVERY,
    progress: Progress | None = None,
) -> Iterator[RunReport]:
    """Build what is in folders and at addresses, then what is new there again and again; a report of each batch.

    What a file or an entry of a feed gave stays when that is removed.

    Parameters
    ----------
    sources
        Folders, with all that is below them, and addresses. An article's id is that which `kg build` gives it.
    builder
        Builds into the workspace; opened.
    once, idle
        End when all that is there was read; when for so many seconds nothing was new.
    quiet
        As of `kg.pipeline.folder_watch.WatchedFolders`.
    every
        Seconds between two looks at an address. What can't be had is told, and tried again after longer and longer.
    progress
        Is told how many articles of the batch are done, and how many inputs of it have failed.

    Raises
    ------
    InputError
        There is no such folder, or no source at all.
    SchemaError, ModelError, WorkspaceError
        A batch can't be built.
    """
    names = list(dict.fromkeys(str(source) for source in sources))
    if not names:
        raise InputError("there is nothing to watch: name folders or addresses")
    paths = [Path(name) for name in names if not is_address(name)]
    folders = WatchedFolders(paths, quiet) if paths else None
    addresses = _addresses([name for name in names if is_address(name)], builder, every)
    for files, looked in batches(folders, addresses, once=once, idle=idle):
        _log.info("batch found", files=len(files), addresses=len(looked))
        report = builder.add(_as_they_are(files, looked, addresses), progress=progress)
        if looked:
            # After the articles: a run that is killed in between fetches once too often, never once too little.
            with Workspace.open(builder.into, patience=builder.patience) as record:
                record.looks.keep(addresses.kept())
        yield report


class Batch(NamedTuple):
    """Files that are new or changed and complete, and addresses with something new, or that can't be had."""

    files: Sequence[FoundFile]
    looked: Sequence[Looked]


def batches(
    folders: WatchedFolders | None, addresses: WatchedAddresses, *, once: bool = False, idle: float | None = None
) -> Iterator[Batch]:
    """Give what is there, then again and again what is new; each is to be read before the next is asked for.

    Parameters are those of `watch`.
    """
    found, last = Batch((), addresses.look()), time.monotonic()
    while True:
        if found.files or found.looked:
            yield found
        is_waiting = folders is not None and folders.is_waiting
        if once and not is_waiting:
            return
        if is_waiting or found.files or any(isinstance(one.found, Fetched) for one in found.looked):
            last = time.monotonic()
        end = float("inf") if idle is None else last + idle
        if time.monotonic() >= end:
            return
        if folders is None:
            wake = min(end, addresses.due) - time.monotonic()
            time.sleep(max(0.0, min(wake, _LONGEST)))
        files = folders.wait() if folders else ()
        found = Batch(files, () if once else addresses.look())


def _as_they_are(
    files: Sequence[FoundFile], looked: Sequence[Looked], addresses: WatchedAddresses
) -> Iterator[FoundFile | Looked]:
    yield from files
    yield from addresses.still(looked)


def _addresses(addresses: Sequence[str], builder: Builder, every: float) -> WatchedAddresses:
    def is_recorded(article: Article) -> bool:
        with Workspace.read(builder.into) as record:
            return record.has_other(article)

    def retractions() -> int:
        return _asked(builder.into, lambda record: record.retractions(), 0)

    kept: dict[str, Validators] = {}
    if addresses:
        kept = _asked(builder.into, lambda record: record.looks.known(), kept)
    watched = [Watched(one, every, is_recorded, kept.get(one, Validators())) for one in addresses]
    return WatchedAddresses(watched, allow_private=builder.reading.allow_private, retractions=retractions)


def _asked(folder: Path, question: Callable[[Workspace], T], otherwise: T) -> T:
    """Ask a record, or give something else where there is none yet."""
    if not (folder / FILE).exists():
        return otherwise
    with Workspace.read(folder) as record:
        return question(record)
