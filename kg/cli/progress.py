"""A progress line on a terminal, silence elsewhere; and the place where a lost Ctrl-C is noticed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol, Self

from kg.cli.console import console
from kg.cli.interrupts import check
from kg.cli.volume import Volume, volume


def is_watched() -> bool:
    """Whether somebody sees on a terminal how far a command is, and wants to."""
    return sys.stderr.isatty() and volume() is not Volume.QUIET


class ArticleProgress(Protocol):
    """What shows how far a command is."""

    def __call__(self, done: int, failed: int = 0, /) -> None:
        """Show how many articles are done, and how many failed."""


@contextmanager
def article_progress(what: str) -> Iterator[ArticleProgress]:
    """Show how many articles are done, how many a second, and how many failed; nothing where nobody watches.

    Examples
    --------
    >>> with article_progress("reading") as progress:
    ...     progress(1)
    ...     progress(1, 1)
    """
    if not is_watched():
        yield lambda _done, _failed=0: check()
        return
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Speed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f} articles/s" if task.speed else "")

    class Failed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.fields['failed']:,} failed" if task.fields["failed"] else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:,.0f} articles"),
        Speed(),
        Failed(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, failed=0)

        def advance(done: int, failed: int = 0) -> None:
            check()
            bar.update(task, completed=done, failed=failed)

        yield advance


class BatchProgress:
    """Shows how far a batch is, from its first article on until it is `done`; a context, in which batches come.

    Examples
    --------
    >>> with BatchProgress("reading") as progress:
    ...     progress(1)
    ...     progress.done()
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._open = ExitStack()
        self._show: ArticleProgress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.done()

    def __call__(self, done: int, failed: int = 0, /) -> None:
        """Show how many articles of the batch are done, and how many failed."""
        self._show = self._show or self._open.enter_context(article_progress(self._what))
        self._show(done, failed)

    def done(self) -> None:
        """Show nothing until the next article."""
        self._open.close()
        self._show = None


@contextmanager
def waiting(what: str) -> Iterator[Callable[[str], object]]:
    """Say what is being done, where somebody watches; gives what says that it is something else now.

    Examples
    --------
    >>> with waiting("drawing") as tell:
    ...     tell("writing")
    """
    if not is_watched():
        yield lambda _: None
        return
    with console(stderr=True).status(what) as status:
        yield status.update
