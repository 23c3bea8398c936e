"""What watches the pages sees what it has to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import NewPage


def _page(tmp_path: Path, body: str, head: str = "") -> str:
    path = tmp_path / "page.html"
    start = "<!doctype html><html lang=en><title>A page</title>"
    path.write_text(f"{start}{head}<main><h1>A page</h1>{body}</main>", encoding="utf-8")
    return path.as_uri()


def test_a_plain_page_is_without_faults(new_page: NewPage, tmp_path: Path) -> None:
    watched = new_page()
    watched.page.goto(_page(tmp_path, "<p>Nothing here</p>"))
    assert watched.accessibility_findings() == []
    assert watched.photograph("watched").stat().st_size > 0
    watched.check()


def test_a_request_to_another_host_is_seen(new_page: NewPage, tmp_path: Path) -> None:
    watched = new_page()
    watched.page.goto(_page(tmp_path, "<img alt='' src='https://example.org/x.png'>"))
    with pytest.raises(AssertionError, match=r"example\.org"):
        watched.check()
    watched.requests.clear()
    watched.errors.clear()


@pytest.mark.parametrize("script", ["throw new Error('broken')", "console.error('broken')"])
def test_an_error_is_seen(new_page: NewPage, tmp_path: Path, script: str) -> None:
    watched = new_page()
    watched.page.goto(_page(tmp_path, f"<script>{script}</script>"))
    with pytest.raises(AssertionError, match="broken"):
        watched.check()
    watched.expected_errors.append("broken")


def test_findings_are_those_of_axe_also_under_a_strict_policy(new_page: NewPage, tmp_path: Path) -> None:
    watched = new_page()
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    watched.page.goto(_page(tmp_path, "<button></button>", policy))
    [finding] = watched.accessibility_findings()
    assert "button-name" in finding
