"""A real Chromium for the tests of pages: watched for requests and errors, with photographs and a check by axe-core."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.watched import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Quiet, and unable to find any host but this one: what a page must not ask for, it can't get either.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]",
)

NewPage = Callable[..., Watched]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium a worker. A user's clone may have none; CI must."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # on a busy machine

    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium; CI must have it", pytrace=False)
        pytest.skip("needs Chromium: scripts/install-chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser, root: Path) -> Iterator[NewPage]:
    """Open pages that are watched; at the end of the test every one must be without faults, see `Watched`.

    Takes `width`, `height`, and what Playwright's `new_context` takes: `color_scheme="dark"`,
    `reduced_motion="reduce"`, `has_touch=True` …
    """
    opened: list[Watched] = []

    def new(*, width: int = 1400, height: int = 900, **options: object) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)  # of one action, on a busy machine
        opened.append(Watched(context, photographs=root / "build" / "screenshots", axe=_axe(root)))
        return opened[-1]

    yield new
    for watched in opened:
        watched.context.close()
    for watched in opened:
        watched.check()


def _axe(root: Path) -> Path:
    return root / "web" / "node_modules" / "axe-core" / "axe.min.js"
