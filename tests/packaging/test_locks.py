"""The locks hold all that pyproject.toml asks for, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _asked_for(root: Path, *groups: str) -> set[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    waiting = list(groups)
    while waiting:
        for entry in project["dependency-groups"][waiting.pop()]:
            if isinstance(entry, str):
                asked.append(entry)
            else:
                waiting.append(entry["include-group"])
    return {re.sub(r"[-_.]+", "-", found[0]).lower() for text in asked if (found := _NAME.match(text))}


@pytest.mark.parametrize(("lock", "group"), [("requirements.lock", "build"), ("requirements-dev.lock", "dev")])
def test_a_lock_is_complete_and_names_no_address(root: Path, lock: str, group: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    pinned = {block.split("==")[0]: block for block in blocks}
    assert _asked_for(root, group) <= set(pinned), "run `make lock`"
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links", text)


def test_both_locks_agree(root: Path) -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", (root / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert {name: pins[1].get(name) for name in pins[0]} == pins[0]
