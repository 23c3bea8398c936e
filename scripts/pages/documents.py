"""Which pages there are, and what they need to be run."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.pages.blocks import Block, parts
from scripts.pages.play import RUN

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
README = ROOT / "README.md"
SERVER = "neo4j://localhost:7687"  # in the pages; the tests have one elsewhere


def pages() -> list[Path]:
    """Give the README and all pages of docs/."""
    return [README, *sorted((ROOT / "docs").rglob("*.md"))]


def is_run(page: Path) -> bool:
    """Whether a page has blocks that are run."""
    return any(block.language in RUN for block in _blocks(page))


def needs_server(page: Path) -> bool:
    """Whether a page asks a Neo4j server."""
    return any(block.language in RUN and SERVER in block.code for block in _blocks(page))


def folder_for(page: Path, target: Path, tutorial: Path) -> Path:
    """Make the folder that a page begins with: an empty one, or a copy of what the tutorial has made."""
    if page in (README, TUTORIAL):
        target.mkdir(parents=True)
        return target
    return Path(shutil.copytree(tutorial, target))


def _blocks(page: Path) -> list[Block]:
    return [part for part in parts(page.read_text(encoding="utf-8")) if isinstance(part, Block)]
