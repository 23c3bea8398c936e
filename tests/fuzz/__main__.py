"""Fuzz one target with atheris: `python -m tests.fuzz TARGET [--seconds N] [libFuzzer's options]`.

New inputs are kept in build/fuzz/TARGET, those that break something as crash-… beside them. `--keep` puts some of them
into tests/fuzz/corpus/TARGET.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import atheris

from tests.fuzz.targets import CORPUS, TARGETS, target

_FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzz"
_LONGEST = 4096  # bytes of an input
_KEPT = 25  # files of a target, beside its seeds
_LONGEST_KEPT = 1000  # bytes of each


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz one target with atheris.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=600, help="default: %(default)s")
    parser.add_argument("--keep", action="store_true", help="only put some of what was found into the kept corpus")
    arguments, others = parser.parse_known_args()
    found = _FOUND / arguments.target
    found.mkdir(parents=True, exist_ok=True)
    if arguments.keep:
        _keep(arguments.target, found)
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
    atheris.Setup([sys.argv[0], *usual, *options, str(found), str(kept)], one)
    atheris.Fuzz()


def _keep(name: str, found: Path) -> None:
    """Keep some of what went a new way through the code, beside the seeds: of every size, not too long."""
    new = [path for path in found.iterdir() if path.stat().st_size <= _LONGEST_KEPT and "-" not in path.name]
    new.sort(key=lambda path: (path.stat().st_size, path.name))
    for path in new[:: max(1, -(-len(new) // _KEPT))]:
        shutil.copy(path, CORPUS / name / path.name[:12])


if __name__ == "__main__":
    main()
