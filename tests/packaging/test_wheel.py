"""The wheel, installed in a bare environment with nothing but the locked packages, runs the demo."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, web: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - it has to be there
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=root)
    [path] = folder.glob("*.whl")
    return path


def test_the_wheel_holds_schemas_examples_and_types(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        licences = archive.read("kg/_web/LICENSES.txt").decode()
    assert {"kg/_web/picture.js", "kg/_web/picture.css"} <= set(names)
    assert "d3-zoom" in licences
    assert {"kg/py.typed", "kg/examples/articles.jsonl", "kg/_schemas/events/Visit.yaml"} <= set(names)
    assert {name.split("/")[0] for name in names} == {"kg", wheel.name.split("-py3")[0] + ".dist-info"}


def test_no_wheel_is_built_without_the_scripts_of_the_pages(root: Path, tmp_path: Path) -> None:
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "LICENSE",
        "kg/__init__.py",
        "schemas/countries.yaml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((root / name).read_bytes())
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "kg/_web is missing: run `make web` (it needs Node), then build again" in done.stderr


@pytest.mark.wheel
def test_the_demo_runs_in_a_bare_environment(root: Path, wheel: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    uv = (sys.executable, "-m", "uv")
    _run(*uv, "venv", "--quiet", "--no-config", "--python", sys.executable, bare, cwd=tmp_path)
    install = (*uv, "pip", "install", "--quiet", "--no-config", "--python", bare / "bin" / "python", "--no-deps")
    lock = root / "requirements.lock"
    try:
        _run(*install, "--offline", "--require-hashes", "-r", lock, cwd=tmp_path)
    except AssertionError:  # not all in the cache
        _run(*install, "--require-hashes", "-r", lock, cwd=tmp_path)
    _run(*install, "--offline", wheel, cwd=tmp_path)
    printed = _run(bare / "bin" / "kg", "demo", "--format", "table", cwd=tmp_path)
    assert "How are Barack Obama and Raúl Castro connected?" in printed
    assert (tmp_path / "demo-workspace" / "record.sqlite").is_file()
    [shown] = json.loads(_run(bare / "bin" / "kg", "demo", cwd=tmp_path))  # again, into a pipe
    assert shown["build"]["unchanged"] == shown["build"]["read"] > 0
    told = {one["event"]["id"] for one in shown["events"]}
    assert told > {step["event"]["id"] for one in shown["connections"] for step in one["steps"]}
    _run(bare / "bin" / "kg", "view", "demo-workspace", "-o", "graph.html", cwd=tmp_path)
    assert (tmp_path / "graph.html").stat().st_size > 100_000
    where = _run(bare / "bin" / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert where.startswith(str(bare))
