"""Folders and addresses into a workspace, as news comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.corpus.address import is_address
from kg.corpus.article import Article
from kg.corpus.fetched import Validators
from kg.errors import InputError
from kg.logs import Log
from kg.pipeline.address_watch import Watched, looks
from kg.pipeline.builder import Builder
from kg.pipeline.defaults import EVERY, QUIET
from kg.pipeline.folder_watch import batches
from kg.pipeline.report import RunReport
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace

_log = Log("pipeline")


def watch(
    sources: Sequence[str | Path],
    builder: Builder,
    *,
    once: bool = False,
    idle: float | None = None,
    quiet: float = QUIET,
    every: float = EVERY,
) -> Iterator[RunReport]:
    """Build a folder, or what addresses give, then what is new there again and again; a report of each batch.

    What a file or an entry of a feed gave stays when that is removed.

    Parameters
    ----------
    sources
        One folder, with all that is below it, or addresses. An article's id is that which `kg build` gives it.
    builder
        Builds into the workspace; opened.
    once, idle
        End when all that is there was read; when for so many seconds nothing was new.
    quiet
        As of `kg.pipeline.folder_watch.batches`.
    every
        Seconds between two looks at an address. What can't be had is told, and tried again after longer and longer.

    Raises
    ------
    InputError
        There is no such folder; or several, or folders and addresses.
    SchemaError, ModelError, WorkspaceError
        A batch can't be built.
    """
    names = list(dict.fromkeys(str(source) for source in sources))
    addresses = [name for name in names if is_address(name)]
    if addresses and len(addresses) == len(names):
        yield from _addresses(addresses, builder, once=once, idle=idle, every=every)
    elif addresses or len(names) != 1:
        raise InputError(f"{', '.join(names) or 'nothing'}: watch one folder, or addresses, not both")
    else:
        for files in batches(Path(names[0]), once=once, idle=idle, quiet=quiet):
            _log.info("batch found", folder=names[0], files=len(files))
            yield builder.add(files)


def _addresses(
    addresses: Sequence[str], builder: Builder, *, once: bool, idle: float | None, every: float
) -> Iterator[RunReport]:
    def is_recorded(article: Article) -> bool:
        with Workspace.read(builder.into) as record:
            return record.has_other(article)

    kept = _kept(builder.into)
    watched = [Watched(one, every, is_recorded, kept.get(one, Validators())) for one in addresses]
    for new in looks(watched, allow_private=builder.reading.allow_private, once=once, idle=idle):
        _log.info("batch found", addresses=len(watched))
        report = builder.add(new)
        # After the articles: a run that is killed in between fetches once too often, never once too little.
        with Workspace.open(builder.into, patience=builder.patience) as record:
            record.looks.keep({one.address: one.kept for one in watched})
        yield report


def _kept(folder: Path) -> dict[str, Validators]:
    if not (folder / FILE).exists():
        return {}
    with Workspace.read(folder) as record:
        return record.looks.known()
