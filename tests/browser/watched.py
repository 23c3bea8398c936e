"""A page in Chromium whose requests and errors are kept, so that a test can demand that there were none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

_LOCAL = {"127.0.0.1", "localhost", "::1"}
_WITHOUT_HOST = {"file", "data", "blob", "about"}


class Watched:
    """A page, what it asked for and what went wrong.

    `page` is Playwright's. `expected_errors` are parts of console messages that a test provokes on purpose (the
    browser reports a response of status 404 as an error); everything else in the console is a fault.
    """

    def __init__(self, context: BrowserContext, *, photographs: Path, axe: Path) -> None:
        self.context = context
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.expected_errors: list[str] = []
        self._photographs = photographs
        self._axe = axe
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.errors.append(f"uncaught: {error.error}"))
        self.page: Page = context.new_page()

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text}")

    def photograph(self, name: str, *, full_page: bool = False) -> Path:
        """Keep a picture of the page among what the run leaves behind, in build/screenshots."""
        self._photographs.mkdir(parents=True, exist_ok=True)
        path = self._photographs / f"{name}.png"
        self.page.screenshot(path=path, full_page=full_page)
        return path

    def accessibility_findings(self, *, within: str | None = None) -> list[str]:
        """Give what axe-core finds serious or critical, a line each: rule, element, what to do.

        Parameters
        ----------
        within
            A CSS selector; None: the whole page.
        """
        self.page.evaluate(self._axe.read_text(encoding="utf-8") + "\n;0")
        result: dict[str, Any] = self.page.evaluate("within => axe.run(within ?? document)", within)
        return [
            f"{found['impact']} {found['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for found in result["violations"]
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"]
        ]

    def check(self) -> None:
        """Demand that nothing was asked of another host and that nothing went wrong."""
        elsewhere = [url for url in self.requests if not _is_local(url)]
        assert not elsewhere, f"the page asked other hosts: {elsewhere}"
        unexpected = [error for error in self.errors if not any(part in error for part in self.expected_errors)]
        assert not unexpected, f"the page had errors: {unexpected}"


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in _WITHOUT_HOST or parts.hostname in _LOCAL
