"""Files behind URLs, whose libraries raise whatever they like: one that can't be read costs itself."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from kg.pipeline.build import build
from kg.pipeline.cluster.bundle import bundles
from kg.pipeline.cluster.item import Fault
from kg.workspace.workspace import Workspace
from tests.pipeline.cluster.here import extract_here, job
from tests.pipeline.kept import write_news

_FAULTS = [ValueError("Response payload is\nnot completed"), TimeoutError(), KeyError("Body"), OSError("reset by peer")]


class _Failing(BytesIO):
    """Gives the first bytes, then what the network gives."""

    def __init__(self, data: bytes, fault: Exception) -> None:
        super().__init__(data)
        self._fault = fault

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= 2048:
            raise self._fault
        return super().read(1024 if size is None or size < 0 else min(size, 1024))


class _Network(MemoryFileSystem):  # type: ignore[misc] # it has no types
    """A file system in memory, of which some is out of order."""

    protocol = "network"
    store: dict[str, Any] = {}  # noqa: RUF012 - as the class that it is made from has it
    pseudo_dirs = [""]  # noqa: RUF012
    cachable = False
    failing: dict[str, Exception] = {}  # noqa: RUF012 - where, and how: "find", "open" or the end of a path

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("network://", "memory://", 1)))

    def find(self, path: str, *arguments: Any, **named: Any) -> Any:
        if "find" in self.failing:
            raise self.failing["find"]
        return super().find(path, *arguments, **named)

    def open(self, path: str, *arguments: Any, **named: Any) -> Any:
        if "open" in self.failing:
            raise self.failing["open"]
        file = super().open(path, *arguments, **named)
        fault = next((fault for end, fault in self.failing.items() if path.endswith(end)), None)
        return _Failing(file.getvalue(), fault) if fault is not None else file


@pytest.fixture
def network(tmp_path: Path) -> Iterator[_Network]:
    """Three files of 50 articles each, one of them packed."""
    fsspec.register_implementation("network", _Network, clobber=True)
    system = fsspec.filesystem("network")
    for number, name in enumerate(("a.jsonl", "b.jsonl", "c.jsonl.gz")):
        rows = write_news(tmp_path / "rows", [f"FR met DE. {place}" for place in range(50)], first=number * 50)
        data = rows.read_bytes()
        system.pipe_file(f"/news/{name}", gzip.compress(data, compresslevel=0) if name.endswith("gz") else data)
    yield system
    _Network.failing = {}
    _Network.store.clear()


def _failures(folder: Path) -> list[str]:
    with Workspace.read(folder) as record:
        return [origin for origin, _ in record.failed_inputs.all()]


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("fault", _FAULTS, ids=repr)
@pytest.mark.parametrize("name", ["b.jsonl", "c.jsonl.gz"])
def test_whatever_a_library_raises_is_told_of_the_file(name: str, fault: Exception) -> None:
    _Network.failing = {name: fault}
    items = [item for bundle in bundles(["network://news"]) for item in bundle.items("en", None)]
    [failed] = [item for item in items if isinstance(item, Fault)]
    said = " ".join(str(fault).split()) or "TimeoutError"
    assert failed.message == f"network:///news/{name}: it could not be read to its end ({said})"
    assert failed.is_error
    assert 100 <= len(items) - 1 < 150


@pytest.mark.usefixtures("network")
def test_what_breaks_off_is_tried_again(tmp_path: Path) -> None:
    _Network.failing = {"b.jsonl": _FAULTS[0]}
    extract_here(job(tmp_path / "facts"), ["network://news"])
    report = build([], tmp_path / "w", facts=tmp_path / "facts")
    assert (report.new, [failure.kind for failure in report.failed]) == (100, ["io_error"])
    assert _failures(tmp_path / "w") == ["network:///news/b.jsonl"]
    _Network.failing = {}
    extract_here(job(tmp_path / "facts"), ["network://news"])
    again = build([], tmp_path / "w", facts=tmp_path / "facts")
    assert (again.failed, again.articles, _failures(tmp_path / "w")) == ((), 150, [])


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(("where", "failed"), [("open", 3), ("find", 1)])
def test_what_can_not_be_opened_or_listed(tmp_path: Path, where: str, failed: int) -> None:
    _Network.failing = {where: RuntimeError("no credentials")}
    here = write_news(tmp_path / "here.jsonl", ["PL met IT."])
    items = [item for bundle in bundles(["network://news", str(here)]) for item in bundle.items("en", None)]
    faults = [item for item in items if isinstance(item, Fault)]
    assert (len(items) - len(faults), len(faults)) == (1, failed)
    assert all(one.message.endswith("could not be read to its end (no credentials)") for one in faults)
