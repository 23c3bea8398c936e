"""A progress line on a terminal, silence elsewhere; and the place where a lost Ctrl-C is noticed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kg.cli.console import console
from kg.cli.interrupts import check
from kg.cli.volume import Volume, volume


def is_watched() -> bool:
    """Whether somebody sees on a terminal how far a command is, and wants to."""
    return sys.stderr.isatty() and volume() is not Volume.QUIET


@contextmanager
def article_progress(what: str) -> Iterator[Callable[[int], None]]:
    """Show how many articles are done, and how many a second; nothing is shown where nobody watches.

    Examples
    --------
    >>> with article_progress("reading") as progress:
    ...     progress(1)
    """
    if not is_watched():
        yield lambda _: check()
        return
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Speed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f} articles/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:,.0f} articles"),
        Speed(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def advance(done: int) -> None:
            check()
            bar.update(task, completed=done)

        yield advance


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
