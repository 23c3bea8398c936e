"""How much of the openCypher test kit the embedded database passes, asked through kg's own query call.

    python -m benchmarks.tck [--failures]

Only what reads: scenarios whose query writes, and those that need procedures of the test's own, are left out and
counted. Maven brings the kit, org.opencypher:tck (Apache-2.0), into build/ once.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from benchmarks.tck_values import Reader, parameter, same
from kg.errors import KgError
from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question

KIT = "org.opencypher:tck:1.0.0-M23"
_WRITES = ("create", "delete", "merge", "set", "remove")
_FOLDER = Path(__file__).resolve().parents[1] / "build" / "tck"


class LeftOutError(Exception):
    """A scenario that this can't judge; says why."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    arguments.add_argument("--failures", action="store_true", help="name the scenarios that fail")
    shows = arguments.parse_args().failures
    passed, failed, left = Counter[str](), Counter[str](), Counter[str]()
    for one in outcomes(bring()):
        if one.left_out:
            left[one.left_out] += 1
            continue
        (failed if one.fault else passed)[one.room] += 1
        if one.fault and shows:
            print(f"{one.room} {one.name}: {one.fault}")
    for room in sorted({*passed, *failed}):
        print(f"{room:40} {passed[room]:5} of {passed[room] + failed[room]}")
    for reason, number in sorted(left.items()):
        print(f"left out: {reason}: {number}")
    done = passed.total() + failed.total()
    print(f"passed: {passed.total()} of {done} ({passed.total() / done:.2%})")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scenario ended: passed where there is neither a fault nor a reason to leave it out."""

    room: str
    name: str
    fault: str | None = None
    left_out: str | None = None


def outcomes(kit: Path) -> Iterator[Outcome]:
    """Run every scenario of the kit in a folder."""
    with tempfile.TemporaryDirectory(prefix="kg-tck-") as folder:
        engines = _Engines(Path(folder))
        for room, name, steps in scenarios(kit):
            try:
                yield Outcome(room, name, fault=judge(engines.empty(steps), steps))
            except LeftOutError as reason:
                yield Outcome(room, name, left_out=str(reason))
        engines.close()


class _Engines:
    """An empty database for each scenario; one that nobody wrote to is used again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._engine = ArcadeDBEngine.to_write(folder / "0")
        self._used = False

    def empty(self, steps: list[dict[str, Any]]) -> ArcadeDBEngine:
        if self._used:
            self.close()
            self._number += 1
            self._engine = ArcadeDBEngine.to_write(self._folder / str(self._number))
        self._used = any(step["text"] == "having executed:" or "binary-tree" in step["text"] for step in steps)
        return self._engine

    def close(self) -> None:
        self._engine.close()
        shutil.rmtree(self._engine.folder)


def bring() -> Path:
    """Bring the kit; gives the folder in which it lies unpacked."""
    if not _FOLDER.is_dir():
        new = _FOLDER.with_suffix(".new")  # what was cut off is no kit
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        goal = ["dependency:copy", f"-Dartifact={KIT}", f"-DoutputDirectory={new}"]
        subprocess.run(["mvn", "--batch-mode", "--quiet", "--strict-checksums", *goal], check=True, cwd=new)
        with zipfile.ZipFile(next(new.glob("*.jar"))) as jar:
            jar.extractall(new)
        new.rename(_FOLDER)
    return _FOLDER


def scenarios(folder: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Every scenario, those of outlines once for each example: its feature's folder, its name, its steps."""
    for file in sorted(folder.glob("features/**/*.feature")):
        document: Any = {**Parser().parse(file.read_text(encoding="utf-8")), "uri": file.name}
        for pickle in Compiler().compile(document):
            room = str(file.parent.relative_to(folder / "features"))
            yield room, f"{file.stem} {pickle['name']}", [dict(step) for step in pickle["steps"]]


def judge(engine: ArcadeDBEngine, steps: list[dict[str, Any]]) -> str | None:
    """Run a scenario; gives what is wrong, None where nothing is."""
    if any("there exists a procedure" in step["text"] for step in steps):
        raise LeftOutError("needs a procedure of the test's own")
    if any(step["text"] in ("the side effects should be:", "executing control query:") for step in steps):
        raise LeftOutError("writes")
    parameters: dict[str, Any] = {}
    for place, step in enumerate(steps):
        text = step["text"]
        if text == "having executed:" or text.startswith("the binary-tree"):
            try:
                engine.ask(Question(_doc(step) or _graph(text.split()[1]), write=True))
            except KgError as error:
                return f"its graph can't be made: {error}"
        elif text == "parameters are:":
            parameters = {name: parameter(value) for name, value in _rows(step)}
        elif text == "executing query:":
            return _asked(engine, Question(_doc(step), parameters), steps[place + 1])
    raise LeftOutError("asks nothing")


def _asked(engine: ArcadeDBEngine, question: Question, expected: dict[str, Any]) -> str | None:
    fails = "should be raised" in expected["text"]
    try:
        answer = engine.ask(question)
    except KgError as error:
        if "the query writes" in str(error):
            raise LeftOutError("writes") from error
        return None if fails else f"{question.text!r}: {error}"
    return f"{question.text!r}: no error" if fails else _compared(expected["text"], _rows(expected), answer)


def _graph(name: str) -> str:
    return (_FOLDER / "graphs" / name / f"{name}.cypher").read_text(encoding="utf-8")


def _compared(text: str, rows: list[list[str]], answer: Answer) -> str | None:
    expected = [[Reader(cell).read() for cell in row] for row in rows[1:]]
    if rows and answer.columns and tuple(rows[0]) != answer.columns:
        return f"columns {answer.columns} instead of {tuple(rows[0])}"
    found = [[row[name] for name in answer.columns] for row in answer]
    loose = "ignoring element order" in text
    if "in order" in text:
        fits = len(found) == len(expected) and all(
            same(one, other, loose_lists=False) for one, other in zip(expected, found, strict=True)
        )
    else:
        fits = _same_bags(expected, found, loose)
    return None if fits else f"{found} instead of {expected}"


def _same_bags(expected: list[list[Any]], found: list[list[Any]], loose: bool) -> bool:
    left = list(found)
    for row in expected:
        place = next(
            (
                n
                for n, other in enumerate(left)
                if len(row) == len(other)
                and all(same(one, value, loose_lists=loose) for one, value in zip(row, other, strict=True))
            ),
            None,
        )
        if place is None:
            return False
        del left[place]
    return not left


def _doc(step: dict[str, Any]) -> str:
    argument = step.get("argument") or {}
    return str(argument["docString"]["content"]) if "docString" in argument else ""


def _rows(step: dict[str, Any]) -> list[list[str]]:
    argument = step.get("argument") or {}
    table = argument["dataTable"]["rows"] if "dataTable" in argument else []
    return [[cell["value"] for cell in row["cells"]] for row in table]


if __name__ == "__main__":
    main()
