"""What all tests share: the folder ../shared, the real extractor, and one that needs no model."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from kg.pipeline.extraction import Extractor
from kg.pipeline.recipe import Recipe
from kg.pipeline.runner import Runner, runner

# One browser a worker, whichever tests ask for it: Playwright runs once in a thread.
from tests.browser.chromium import browser, new_page  # noqa: F401 - fixtures
from tests.neo4j_server.jars import UnavailableError
from tests.neo4j_server.server import Server
from tests.site import site  # noqa: F401 - a fixture
from tests.telling import TellingExtractor

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# A busy machine is slow; that is no fault of the code. On top of hypothesis' own settings for CI.
settings.register_profile("kg", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_the_developer() -> Iterator[None]:
    """Neither a kg.toml of whoever runs the tests nor their environment changes what commands do."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("KG_")]:
            patch.delenv(name)
        patch.setenv("KG_CONFIG", "")
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold, seeds and scorer. A user's clone has none; CI must."""
    if not (SHARED / "README.md").is_file():
        reason = "needs ../shared (gold, seeds, scorer), which is not part of the repository"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; CI must have it", pytrace=False)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def web(root: Path) -> Path:
    """The bundled scripts. A user's clone may have no Node to make them; CI must."""
    folder = root / "kg" / "_web"
    if not (folder / "LICENSES.txt").is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("kg/_web is missing: `make web`", pytrace=False)
        pytest.skip("needs the bundled scripts: `make web` (needs Node)")
    return folder


@pytest.fixture(scope="session")
def neo4j_running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j server of this worker's own. A user's clone may have no Java or Maven; CI must."""
    server = Server(tmp_path_factory.mktemp("neo4j"))
    try:
        server.start()
    except UnavailableError as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; CI must have it", pytrace=False)
        pytest.skip(f"needs a Neo4j server: {reason}")
    yield server
    server.stop()
    shutil.rmtree(server.home)  # hundreds of megabytes, whatever failed


@pytest.fixture
def neo4j_server(neo4j_running: Server) -> Server:
    """The server with nothing in it."""
    neo4j_running.ready()
    neo4j_running.clear()
    return neo4j_running


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The shipped schema and model."""
    return Extractor.load()


@pytest.fixture
def forbid(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Make a file or folder one that may not be read. A mode of 0 wouldn't stop root, whom many a CI runs as."""

    def forbidding(forbidden: Path) -> None:
        def guarded(real: Callable[..., Any], *, looks_in: bool) -> Callable[..., Any]:
            def call(path: Any, *arguments: Any, **named: Any) -> Any:
                named_path = Path(path) if isinstance(path, str | Path) else Path()
                if forbidden in named_path.parents or (looks_in and named_path == forbidden):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
                return real(path, *arguments, **named)

            return call

        for owner, name in ((Path, "open"), (os, "listdir"), (os, "scandir")):
            monkeypatch.setattr(owner, name, guarded(getattr(owner, name), looks_in=True))
        monkeypatch.setattr(os, "stat", guarded(os.stat, looks_in=False))  # what a folder forbids, not a file

    return forbidding


@pytest.fixture
def telling(monkeypatch: pytest.MonkeyPatch) -> list[TellingExtractor]:
    """Put the telling extractor in place of the real one, in this process; gives those that were loaded."""
    loaded: list[TellingExtractor] = []

    def load(schema_folder: Path | None = None, model: str = "") -> TellingExtractor:  # noqa: ARG001
        loaded.append(TellingExtractor(schema_folder))
        return loaded[-1]

    def here(recipe: Recipe, **_: object) -> AbstractContextManager[Runner]:
        return runner(recipe, workers=0)

    monkeypatch.setattr(Extractor, "load", load)
    for room in ("builder", "facts_file"):
        monkeypatch.setattr(f"kg.pipeline.{room}.runner", here)
    return loaded
