"""Whatever is in the texts of articles, it is shown as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.picture.data import picture_data
from kg.picture.page import page as page_of
from tests.browser.chromium import NewPage
from tests.browser.test_picture_file import story

HOSTILE = [
    "<script>window.stolen = 1</script>",
    "</script><script>window.stolen = 1</script>",
    "<img src=x onerror='window.stolen = 1'>",
    '"><svg onload=window.stolen=1>',
    "' onclick='window.stolen = 1",
    "{{ 7 * 7 }} ${7*7} <!-- ]]> &lt;b&gt;",
    "\u202egnihton siht si\u202c \u0000 \ud800 \u2028",
    "https://example.org/" + "long" * 60,
]
_STAYS = {"id", "type", "status", "start", "end", "url", "country"}


def poisoned(value: Any, text: str, key: str = "") -> Any:
    """Put a text in place of every text that articles tell."""
    if isinstance(value, dict):
        return {name: poisoned(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, text, key) for inner in value]
    return f"{value} {text}" if isinstance(value, str) and key not in _STAYS else value


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_only_ever_text(new_page: NewPage, web: Path, tmp_path: Path, text: str) -> None:  # noqa: ARG001
    path = tmp_path / "graph.html"
    path.write_text(page_of(poisoned(picture_data(story()), text)), encoding="utf-8", errors="replace")
    watched = new_page()
    watched.page.goto(path.as_uri())
    watched.page.locator(".kgp-node").first.click()
    for summary in watched.page.locator("summary").all():
        summary.click()
    watched.page.get_by_role("combobox").fill("<")
    expect(watched.page.locator(".kgp-table tbody tr")).to_have_count(7)
    assert watched.page.evaluate("window.stolen") is None
    assert watched.page.locator("main script, main img, [onclick], [onload], [onerror]").count() == 0
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 1400
    name = watched.page.get_by_role("heading", level=2).first.inner_text()
    assert text.split("\u0000")[0].split()[0][:5] in name
