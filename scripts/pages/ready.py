"""`kg` without the time that imports take: each command runs in a fork of a process that has done them."""

from __future__ import annotations

import multiprocessing
import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_EXPANDED = set("$`*?~\\\n")  # what the shell may put something else in place of
_OPERATORS = set("();<>|&")


def arguments_of(command: str) -> list[str] | None:
    """Give the arguments of a command line that is nothing but a call of `kg`; None where it needs the shell.

    Examples
    --------
    >>> arguments_of("kg query my-graph 'MATCH (n) RETURN n'")
    ['query', 'my-graph', 'MATCH (n) RETURN n']
    >>> arguments_of("kg actors my-graph | head") is None
    True
    """
    if _EXPANDED & set(command):
        return None
    words = shlex.shlex(command, posix=True, punctuation_chars=True)
    words.whitespace_split, words.commenters = True, ""
    program, *arguments = list(words)
    needs_shell = program != "kg" or any(set(argument) <= _OPERATORS for argument in arguments)
    return None if needs_shell else arguments


def run_ready(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], *, screen: str, faults: str
) -> int:
    """Run `kg` with its output on a terminal and its errors in a file, both given by name; give the exit status."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["scripts.pages.loaded"])
    given = (list(arguments), folder, dict(environment), (os.devnull, screen, faults))
    process = context.Process(target=_command, args=given)
    process.start()
    process.join()
    return process.exitcode or 0


def _command(arguments: list[str], folder: Path, environment: dict[str, str], streams: tuple[str, str, str]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in enumerate(streams):
        os.dup2(os.open(name, os.O_NOCTTY | (os.O_WRONLY if number else os.O_RDONLY)), number)
    sys.stdin = os.fdopen(0)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    sys.argv = ["kg", *arguments]
    from kg.cli import main

    main()
