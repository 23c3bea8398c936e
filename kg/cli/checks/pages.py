"""What pages are made of, and the browser in which the tests look at them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from shutil import which

from kg.cli.checks.finding import Finding, advice, ok

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def pages() -> Iterator[Finding]:
    """Check that the scripts of the pages are there, with their licences."""
    folder = files("kg") / "_web"
    if (folder / "LICENSES.txt").is_file():
        scripts = sorted(file.name for file in folder.iterdir() if file.name.endswith(".js"))
        yield ok("scripts of the pages", ", ".join(scripts))
    else:
        yield advice(
            "scripts of the pages",
            "nobody has bundled them: `kg view` and `kg serve` need them, nothing else does",
            "In a clone: `make web` (needs Node). A wheel brings them: install it again",
        )


def browser() -> Iterator[Finding]:
    """Check for the browser that kg's own tests drive."""
    found = next(filter(None, map(which, _BROWSERS)), None)
    if found:
        yield ok("Chromium", f"{found}; only the tests of kg need it")
    else:
        yield advice("Chromium", "not found; only the tests of kg need it", "`make chromium` installs it")
