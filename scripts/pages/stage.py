"""The folder in which the blocks of a page are run, one after the other, as a reader would."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass, field
from doctest import DocTestParser, Example
from pathlib import Path
from typing import Any

import kg
from scripts.pages.expected import kept, tidy
from scripts.pages.terminal import run_on_terminal

EXAMPLE_GRAPH = "demo-workspace"  # that of `kg demo`, which the Cypher of the pages asks
_PROMPT, _CONTINUED = "$ ", "> "
_FAULTS = range(3, 9)  # kg has said in one line what is wrong; the page shows it


class BlockError(Exception):
    """A block of a page did not run."""


@dataclass(slots=True)
class Stage:
    """Runs blocks. `aliases` are addresses in pages and what stands for them here, such as that of a server."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    aliases: Mapping[str, str] = field(default_factory=dict)
    _names: dict[str, Any] = field(default_factory=dict)

    def write(self, name: str, text: str) -> None:
        """Write a file that a page shows."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def shell(self, code: str) -> str:
        """Run a script of the shell, as in a file."""
        return self._run(["bash", "-euo", "pipefail", "-c", self._here(code)], code)

    def python(self, code: str) -> str:
        """Run a program in Python."""
        return self._run([sys.executable, "-c", self._here(code)], code)

    def console(self, code: str) -> str:
        """Run the commands behind `$`, and give them with what they print on a terminal.

        A command may go on in lines that begin with `>`. What is shown of one
        that fails is its message.
        """
        told = []
        for command, shown in _commands(code):
            lines = [line[2:] for line in command.splitlines()]
            ended = run_on_terminal(self._here("\n".join(lines)), self.folder, self.environment)
            printed = self._there(tidy(ended.printed) + tidy(ended.faults))
            if ended.status and ended.status not in _FAULTS:
                raise BlockError(f"{command}\nstatus {ended.status}\n{printed}")
            told.append(command + kept(shown, printed))
        return "".join(told)

    def session(self, code: str) -> str:
        """Run lines behind `>>>`, and give them with what Python answers."""
        told = []
        with chdir(self.folder):
            for example in DocTestParser().get_examples(code):
                told.append(_prompted(example) + kept(example.want, tidy(self._answered(example.source))))
        return "".join(told)

    def cypher(self, query: str) -> str:
        """Ask the example graph."""
        with kg.open(self.folder / EXAMPLE_GRAPH) as graph:
            return str(graph.cypher(query))

    def _answered(self, source: str) -> str:
        printed = io.StringIO()
        with redirect_stdout(printed):
            try:
                exec(compile(self._here(source), "<page>", "single"), self._names)  # noqa: S102 - the page is ours
            except kg.KgError as error:
                print(f"{type(error).__module__}.{type(error).__name__}: {error}")
        return self._there(printed.getvalue())

    def _run(self, run: list[str], code: str) -> str:
        done = subprocess.run(run, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BlockError(f"{code}\nstatus {done.returncode}\n{done.stdout}\n{done.stderr}")
        return self._there(done.stdout)

    def _here(self, code: str) -> str:
        for name, address in self.aliases.items():
            code = code.replace(name, address)
        return code

    def _there(self, printed: str) -> str:
        for name, address in self.aliases.items():
            printed = printed.replace(address, name)
        return printed


def _commands(code: str) -> list[tuple[str, str]]:
    """Give each command, its prompts included, with what is shown beneath it."""
    found: list[tuple[str, str]] = []
    for line in code.splitlines(keepends=True):
        if line.startswith(_PROMPT):
            found.append((line, ""))
        elif not found:
            raise BlockError(f"a block for the console begins with {_PROMPT!r}, not with {line!r}")
        elif line.startswith(_CONTINUED) and not found[-1][1]:
            found[-1] = (found[-1][0] + line, "")
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def _prompted(example: Example) -> str:
    first, *rest = example.source.splitlines(keepends=True)
    return f">>> {first}" + "".join(f"... {line}" for line in rest)
