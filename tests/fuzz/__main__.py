"""Fuzz one target with atheris: `python -m tests.fuzz TARGET [--seconds N] [libFuzzer's options]`.

New inputs are kept in build/fuzz/TARGET, those that break something as crash-… beside them. `--merge` puts the fewest
inputs that go nearly every way through the code into tests/fuzz/corpus/TARGET, in place of what is there.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import atheris

from tests.fuzz.targets import CORPUS, TARGETS, target

_FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzz"
_LONGEST = 4096  # bytes of an input
_KEPT = 50  # files of a target
_KEPT_BYTES = 45_000  # and their bytes


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz one target with atheris.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=600, help="default: %(default)s")
    parser.add_argument("--merge", action="store_true", help="make the kept corpus anew of all inputs")
    arguments, others = parser.parse_known_args()
    found = _FOUND / arguments.target
    found.mkdir(parents=True, exist_ok=True)
    if arguments.merge:
        _merge(arguments.target, found)
    else:
        _fuzz(arguments.target, found, [f"-max_total_time={arguments.seconds}", *others])


def _fuzz(name: str, found: Path, options: list[str]) -> None:
    """Run until the time is over, or something breaks; libFuzzer ends the process."""
    kept = CORPUS / name
    kept.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=list(TARGETS[name])):
        one = target(name)
        from tests.fuzz.seeds import seeds  # which loads a part of kg
    for number, seed in enumerate(seeds(name)):
        (found / f"seed-{number}").write_bytes(seed)
    usual = [f"-max_len={_LONGEST}", f"-artifact_prefix={found}/", "-timeout=60", "-print_final_stats=1"]
    folders = [] if any(option.startswith("-merge") for option in options) else [str(found), str(kept)]
    atheris.Setup([sys.argv[0], *usual, *options, *folders], one)
    atheris.Fuzz()


def _merge(name: str, found: Path) -> None:
    """Put the smallest of what libFuzzer would keep in place of what is kept."""
    fresh, kept = found.with_name(f"{name}.merged"), CORPUS / name
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    folders = [str(folder) for folder in (fresh, kept, found)]
    subprocess.run([sys.executable, "-m", "tests.fuzz", name, "-merge=1", *folders], check=True)
    shutil.rmtree(kept)
    kept.mkdir()
    left = _KEPT_BYTES
    for path in sorted(fresh.iterdir(), key=lambda path: (path.stat().st_size, path.name))[-2 * _KEPT :: 2]:
        left -= path.stat().st_size
        if left >= 0:
            shutil.copy(path, kept / path.name[:12])


if __name__ == "__main__":
    main()
