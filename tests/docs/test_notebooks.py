"""Every notebook runs from top to bottom, is short, asks a question, and keeps no output."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.neo4j_server.server import Server

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SERVER = "NEO4J_URI"  # where a notebook looks for a server
BOTH = [path for path in NOTEBOOKS if SERVER in path.read_text(encoding="utf-8")]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("KG_", "NEO4J_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))


def run(path: Path, folder: Path) -> str:
    """Run a notebook, and give what its cells print."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    return "".join(output.get("text", "") for output in outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_form(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
    assert len(cells) < 20
    assert cells[0].source.splitlines()[0].endswith("?")
    assert "assert " in cells[-1].source
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path, tmp_path: Path) -> None:
    assert ("No server" in run(path, tmp_path)) == (path in BOTH)


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.stem)
def test_notebook_with_a_server(
    path: Path, tmp_path: Path, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {SERVER: neo4j_server.uri, "KG_NEO4J_PASSWORD": neo4j_server.password}.items():
        monkeypatch.setenv(name, value)
    assert "added" in run(path, tmp_path)


def test_there_are_some() -> None:
    assert len(NOTEBOOKS) >= 6
    assert BOTH
