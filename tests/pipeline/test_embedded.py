"""`kg build` keeps the database in the workspace in step, and lives without it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import kg
from kg.pipeline import embedded
from kg.pipeline.build import build
from kg.stores.arcadedb.folder_lock import FolderLock
from tests.telling import TellingExtractor

ARTICLES = ("FR met DE. CH met NO.", "FR met GB.")


def _files(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number}.txt" for number in range(len(ARTICLES))]
    for file, text in zip(files, ARTICLES, strict=True):
        file.write_text(f"Title\n\n{text}\n")
    return files


@pytest.mark.usefixtures("telling")
def test_a_build_and_the_next_are_known_to_cypher(tmp_path: Path) -> None:
    for file in _files(tmp_path / "in"):
        report = build([file], tmp_path / "w")
        assert report.warnings == ()
        graph = kg.open(tmp_path / "w")
        store = graph.cypher_store
        assert list(store.engine.stream("MATCH (n) RETURN count(n) AS nodes", {})) == [{"nodes": report.nodes}]
        assert store.snapshot() == graph._store.snapshot()
        assert store.engine.folder == tmp_path / "w" / "cypher" / "database"  # type: ignore[attr-defined]
        store.close()


@pytest.mark.usefixtures("telling")
def test_a_graph_stays_as_it_was_when_opened(tmp_path: Path) -> None:
    one, two = _files(tmp_path / "in")
    build([one], tmp_path / "w")
    graph = kg.open(tmp_path / "w")
    build([two], tmp_path / "w")
    with graph.cypher_store as store:
        assert store.snapshot() == graph._store.snapshot() != kg.open(tmp_path / "w")._store.snapshot()


@pytest.mark.usefixtures("telling")
def test_a_database_that_cannot_follow_is_one_warning(tmp_path: Path) -> None:
    one, two = _files(tmp_path / "in")
    build([one], tmp_path / "w")
    lock = FolderLock.reading(tmp_path / "w" / "cypher")
    assert lock is not None
    report = build([two], tmp_path / "w")
    lock.release()
    [warning] = report.warnings
    assert "Cypher doesn't know of the latest yet" in warning.message
    assert report.new == 1
    graph = kg.open(tmp_path / "w")
    with graph.cypher_store as store:
        assert store.snapshot() == graph._store.snapshot()


def test_without_arcadedb_a_build_says_nothing(
    tmp_path: Path, telling: list[TellingExtractor], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(embedded, "find_spec", lambda name: None if name == "arcadedb" else real(name))
    report = build(_files(tmp_path / "in"), tmp_path / "w")
    assert (report.new, report.warnings) == (2, ())
    assert not (tmp_path / "w" / "cypher").exists()
    assert telling
