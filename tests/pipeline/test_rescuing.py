"""A damaged workspace into a new one: the graph is that of the articles that are whole."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import WorkspaceError
from kg.mentions.mention import PERSON
from kg.pipeline.build import build
from kg.pipeline.checking import check
from kg.pipeline.rescuing import rescue
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace

_FAULTY = "tests.pipeline.workers.faulty:faulty"
_COUNT = 60
_SIDES = (Reference.of(PERSON, "Ann", article=None).text, Reference.of(PERSON, "Ben", article=None).text)


def _news(path: Path, numbers: range) -> Path:
    rows = (
        {"id": f"{n:03}", "date": "2020-01-02", "text": f"FR met DE. {'Noon. ' * n * 9}DE met PL."} for n in numbers
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    build([_news(folder / "news.jsonl", range(_COUNT))], folder / "w", workers=0, extractor=_FAULTY)
    with Workspace.open(folder / "w") as record:
        record.judgements.put(Judgement.of(*_SIDES, Verdict.SAME, score=1.0, reason="", judge="ann"))
    return folder / "w"


def _graph(workspace: Path) -> list[bytes]:
    """Give the saved graph without its first line, which names the articles and judgements that it is of."""
    return (workspace / "graph.jsonl").read_bytes().splitlines()[1:]


def test_of_a_sound_one_all_is_saved(whole: Path, tmp_path: Path) -> None:
    done = rescue(whole, tmp_path / "new", workers=0, extractor="no:extractor")  # none is needed
    assert (done.saved, done.read_again, done.judgements, done.lost, done.failed) == (_COUNT, 0, 1, (), ())
    assert _graph(tmp_path / "new") == _graph(whole)
    assert not [part for part in check(tmp_path / "new") if part.faults]


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.soak) for n in range(2, 40))])
def test_a_damaged_one(whole: Path, tmp_path: Path, seed: int) -> None:
    """Its graph is that of a build from the articles that were saved, and nothing else."""
    damaged = shutil.copytree(whole, tmp_path / "w")
    moments, file = random.Random(seed), damaged / FILE
    with file.open("r+b") as stream:
        for _ in range(8):
            stream.seek(moments.randrange(file.stat().st_size // 4096) * 4096)
            stream.write(moments.randbytes(4096))
    before = file.read_bytes()
    done = rescue(damaged, tmp_path / "new", workers=0, extractor=_FAULTY)
    assert file.read_bytes() == before
    with Workspace.read(tmp_path / "new") as record:
        saved = record.ids()
    assert done.saved + done.read_again == len(saved) > 0
    assert {lost.id for lost in done.lost}.isdisjoint(saved)
    assert not [part for part in check(tmp_path / "new") if part.faults]
    news = _news(tmp_path / "news.jsonl", range(_COUNT)).read_text().splitlines(keepends=True)
    (tmp_path / "left.jsonl").write_text("".join(row for row in news if json.loads(row)["id"] in saved))
    build([tmp_path / "left.jsonl"], tmp_path / "fresh", workers=0, extractor=_FAULTY)
    assert _graph(tmp_path / "new") == _graph(tmp_path / "fresh")


def test_what_has_no_facts_any_more_is_read_again(whole: Path, tmp_path: Path) -> None:
    damaged = shutil.copytree(whole, tmp_path / "w")
    with closing(sqlite3.connect(damaged / FILE)) as connection, connection:
        connection.execute("DELETE FROM facts WHERE article < '020'")
    done = rescue(damaged, tmp_path / "new", workers=1, extractor=_FAULTY)
    assert (done.saved, done.read_again, done.lost) == (_COUNT - 20, 20, ())
    assert _graph(tmp_path / "new") == _graph(whole)


def test_what_is_refused(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    for source, target, said in ((tmp_path, tmp_path / "n", "no workspace"), (whole, tmp_path / "full", "not empty")):
        with pytest.raises(WorkspaceError, match=said):
            rescue(source, target)
