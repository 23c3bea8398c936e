"""The list of decisions, made from their titles; a hook of mkdocs."""

from __future__ import annotations

import re
from typing import Any

from scripts.pages.documents import ROOT

MARK = "<!-- decisions -->"
_TITLE = re.compile(r"# (?:\d+\. )?(.+)")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the list in place of the mark; mkdocs calls it for every page."""
    return markdown.replace(MARK, "\n".join(_entries())) if MARK in markdown else markdown


def _entries() -> list[str]:
    found = []
    for page in sorted((ROOT / "docs" / "decisions").glob("0*.md")):
        title = _TITLE.match(page.read_text(encoding="utf-8"))
        found.append(f"- [{title[1] if title else page.stem}]({page.name})")
    return found
