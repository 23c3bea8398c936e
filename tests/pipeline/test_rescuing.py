"""A damaged workspace into a new one: the graph is that of the articles that are whole."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

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
from tests.failing_disk import fail

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


def test_an_author_is_saved_with_the_article_that_is_read_again(tmp_path: Path) -> None:
    row = {"id": "a", "date": "2020-01-02", "text": "FR met DE.", "author": "Jane Doe"}
    (tmp_path / "news.jsonl").write_text(json.dumps(row))
    build([tmp_path / "news.jsonl"], tmp_path / "w", workers=0, extractor=_FAULTY)
    with closing(sqlite3.connect(tmp_path / "w" / FILE)) as connection, connection:
        connection.execute("DELETE FROM facts")
    assert rescue(tmp_path / "w", tmp_path / "new", workers=0, extractor=_FAULTY).read_again == 1
    with Workspace.read(tmp_path / "new") as record:
        assert [article.author for article, _ in record] == ["Jane Doe"]


def test_pages_that_the_disk_does_not_give_cost_what_is_on_them(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = (whole / FILE).stat().st_size // 4096
    fail(monkeypatch, whole / FILE, *(range(n * 4096, n * 4096 + 512) for n in (0, pages // 2, pages - 1)))
    done = rescue(whole, tmp_path / "new", workers=0, extractor=_FAULTY)
    assert done.unreadable == 3
    assert _COUNT // 2 < done.saved + done.read_again <= _COUNT
    assert not [part for part in check(tmp_path / "new") if part.faults]


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_is_left_where_nothing_can_be_saved(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    target = tmp_path / "new"
    if is_there:
        target.mkdir()
    with monkeypatch.context() as patch:
        fail(patch, whole / FILE, range(1 << 40))
        with pytest.raises(WorkspaceError, match="nothing of it can be read"):
            rescue(whole, target, workers=0, extractor=_FAULTY)
    assert target.exists() is is_there
    assert not is_there or not list(target.iterdir())
    assert rescue(whole, target, workers=0, extractor=_FAULTY).saved == _COUNT


def test_a_record_that_may_not_be_read(whole: Path, tmp_path: Path, forbid: Callable[[Path], None]) -> None:
    forbid(whole / FILE)
    with pytest.raises(WorkspaceError, match=f"{FILE}: Permission denied"):
        rescue(whole, tmp_path / "new", workers=0, extractor=_FAULTY)
    assert not (tmp_path / "new").exists()


def test_a_folder_in_which_nothing_can_be_made(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new one can't be; one that is there is enough. A mode of the folder wouldn't stop root."""
    real: Any = os.mkdir

    def guarded(path: Any, *rest: Any, **more: Any) -> None:
        if Path(path).parent == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        real(path, *rest, **more)

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(os, "mkdir", guarded)
    with pytest.raises(WorkspaceError, match="new: Permission denied"):
        rescue(whole, tmp_path / "new", workers=0, extractor=_FAULTY)
    assert rescue(whole, tmp_path / "there", workers=0, extractor=_FAULTY).saved == _COUNT
    assert not [path.name for path in (tmp_path / "there").iterdir() if path.name.startswith(".")]


def test_what_is_refused(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    for source, target, said in ((tmp_path, tmp_path / "n", "no workspace"), (whole, tmp_path / "full", "not empty")):
        with pytest.raises(WorkspaceError, match=said):
            rescue(source, target)
