"""All that takes too long for `make test`, part by part, with a summary at the end.

    python -m tests.soak [--minutes N] [--seconds N] [--only PART ...] [--plan]

The parts are the hour of kills and retractions (`--minutes`), every test that is marked `soak`, a part for each file,
and every fuzz target (`--seconds` each). What one says goes to stderr as it comes; the figures are in build/soak.json,
from which the next run knows how long each part took. The exit status is 1 where anything was wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fuzz.targets import TARGETS

_ROOT = Path(__file__).resolve().parents[2]
_FIGURES = _ROOT / "build" / "soak.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A command that is run to its end; one that prints JSON gives figures."""

    name: str
    command: Sequence[str]
    gives_figures: bool = False


def main() -> None:
    arguments = _arguments()
    known = {one["part"]: one for one in _before()}
    parts = [one for one in _parts(arguments) if not arguments.only or one.name in arguments.only]
    for one in parts if arguments.plan else ():
        sys.stdout.write(f"{one.name}: {_expected(known.get(one.name))}\n")
    done = [] if arguments.plan else [_run(one, known, f"{n} of {len(parts)}") for n, one in enumerate(parts, 1)]
    if done:
        _keep(known | {one["part"]: one for one in done})
        _tell("".join(f"\n  {_line(one)}" for one in done))
    sys.exit(0 if all(one["ok"] for one in done) else 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="All that takes too long for `make test`, part by part.")
    parser.add_argument("--minutes", type=float, default=60, help="of kills and retractions (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=60, help="for each fuzz target (default: %(default)s)")
    parser.add_argument("--only", action="append", metavar="PART", help="this part; may come again")
    parser.add_argument("--plan", action="store_true", help="say which parts there are, and how long each took")
    return parser.parse_args()


def _parts(arguments: argparse.Namespace) -> Iterator[Part]:
    """All parts; what is short comes first."""
    for name in TARGETS:
        yield Part(f"fuzz {name}", (sys.executable, "-m", "tests.fuzz", name, "--seconds", str(arguments.seconds)))
    for file in _marked():
        yield Part(file, (sys.executable, "-m", "pytest", "-m", "soak", "-n", "0", "-v", file))
    hour = (sys.executable, "-m", "tests.soak.hour", "--minutes", str(arguments.minutes))
    yield Part("hour", hour, gives_figures=True)


def _marked() -> list[str]:
    """Give the files with tests that are marked; pytest would load everything to tell."""
    tests = (path for path in (_ROOT / "tests").rglob("test_*.py") if "mark.soak" in path.read_text(encoding="utf-8"))
    return sorted(str(path.relative_to(_ROOT)) for path in tests)


def _run(part: Part, known: Mapping[str, Any], place: str) -> dict[str, Any]:
    _tell(f"part {place}, {part.name}: {_expected(known.get(part.name))}")
    began = time.monotonic()
    out = subprocess.PIPE if part.gives_figures else sys.stderr
    ended = subprocess.run(part.command, cwd=_ROOT, stdout=out, check=False, text=True)
    found: dict[str, Any] = {"part": part.name, "ok": ended.returncode == 0}
    found["minutes"] = round((time.monotonic() - began) / 60, 1)
    if part.gives_figures:
        found["figures"] = json.loads(ended.stdout) if ended.stdout.startswith("{") else None
    return found


def _expected(before: Mapping[str, Any] | None) -> str:
    return f"{before['minutes']} min the last time" if before else "not run yet"


def _line(done: Mapping[str, Any]) -> str:
    return f"{done['minutes']:6.1f} min  {'sound' if done['ok'] else 'FAULTS'}  {done['part']}"


def _before() -> list[dict[str, Any]]:
    return list(json.loads(_FIGURES.read_text(encoding="utf-8"))["parts"]) if _FIGURES.exists() else []


def _keep(parts: Mapping[str, Any]) -> None:
    """Write the figures of this run, and of earlier ones for the parts that it left out."""
    _FIGURES.parent.mkdir(exist_ok=True)
    text = json.dumps({"parts": list(parts.values())}, indent=1, ensure_ascii=False)
    _FIGURES.write_text(text + "\n", encoding="utf-8")


def _tell(what: str) -> None:
    sys.stderr.write(f"soak: {what}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
