"""Records with pages that are damaged: what is saved is what was kept, to the byte, and what isn't is told."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import WorkspaceError
from kg.workspace.codec import encode_facts
from kg.workspace.judgement import Judgement, Verdict
from kg.workspace.opening import FILE
from kg.workspace.salvage.finds import Finds, Lost, Whole
from kg.workspace.workspace import Workspace
from tests.failing_disk import fail
from tests.story import Record, article, meeting

_COUNT = 240
_PAGE = 4096


def _told(number: int) -> Record:
    """Some are long enough to run over many pages."""
    kept, facts = article(f"{number:04}", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03"))
    more = " They spoke for an hour." * (number % 7) ** 3
    return replace(
        kept, text=kept.text + more, origin=f"news.jsonl:{number}", author="Ann Lee" if number % 3 else None
    ), facts


KEPT = {kept.id: (kept, facts) for kept, facts in map(_told, range(_COUNT))}
JUDGEMENT = Judgement.of("a", "b", Verdict.DIFFERENT, score=1.0, reason="two people", judge="ann")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "w"
    with Workspace.open(folder, create=True) as workspace:
        for kept, facts in KEPT.values():
            workspace.save(kept, facts, "f1")
        workspace.judgements.put(JUDGEMENT)
    return folder


def found(folder: Path, tmp_path: Path) -> list[Whole | Lost]:
    (tmp_path / "scratch").unlink(missing_ok=True)
    with closing(Finds(folder, tmp_path / "scratch")) as finds:
        return list(finds.articles())


def check(finds: list[Whole | Lost]) -> Iterator[Whole]:
    """Give what was saved, after all of it was compared with what was kept."""
    for one in finds:
        if isinstance(one, Whole):
            kept, facts = KEPT[one.article.id]
            assert replace(one.article, origin=kept.origin, author=kept.author) == kept
            assert one.article.author in ((kept.author,) if one.encoded else (kept.author, None))
            assert one.encoded in (None, encode_facts(facts))
            yield one


def overwrite(folder: Path, *, seed: int, pages: int) -> None:
    """Put noise in place of some pages, or of a part of them."""
    moments = random.Random(seed)
    file = folder / FILE
    with file.open("r+b") as stream:
        for _ in range(pages):
            stream.seek(moments.randrange(file.stat().st_size // _PAGE) * _PAGE + moments.choice((0, 0, 100, 2000)))
            stream.write(moments.randbytes(moments.choice((1, 20, 2000, _PAGE))))


def test_of_a_sound_record_all_is_saved(whole: Path, tmp_path: Path) -> None:
    finds = found(whole, tmp_path)
    assert [one.article.id for one in check(finds)] == sorted(KEPT)
    assert all(isinstance(one, Whole) and one.encoded is not None for one in finds)
    with closing(Finds(whole, tmp_path / "again")) as again:
        assert list(again.judgements()) == [JUDGEMENT]


@pytest.mark.parametrize("seed", [*range(25), *(pytest.param(n, marks=pytest.mark.soak) for n in range(25, 1000))])
def test_random_pages_overwritten(whole: Path, tmp_path: Path, seed: int) -> None:
    """Never a wrong article; what was not touched is saved; and whoever opens the record is told, or gets all."""
    folder = shutil.copytree(whole, tmp_path / "w")
    overwrite(folder, seed=seed, pages=1 + seed % 6)
    finds = found(folder, tmp_path)
    saved = [one.article.id for one in check(finds)]
    assert len(saved) > _COUNT // 4
    assert {one.id for one in finds if isinstance(one, Lost) and one.id in KEPT}.isdisjoint(saved)
    _opened(folder)


def _opened(folder: Path) -> None:
    """A record without a fault that kg sees has all that was kept; with one, what it gives is what was kept."""
    try:
        with Workspace.read(folder) as workspace:
            faults = list(workspace.faults())
            if not faults:
                assert {kept.id: (replace(kept, origin=""), facts) for kept, facts in workspace} == {
                    own_id: (replace(kept, origin=""), facts) for own_id, (kept, facts) in KEPT.items()
                }
            for kept, facts in workspace:
                before, facts_before = KEPT[kept.id]
                assert (replace(kept, origin=before.origin), facts) == (before, facts_before)
    except WorkspaceError:
        return


def test_the_first_page_is_gone(whole: Path, tmp_path: Path) -> None:
    """Nothing then says what tables there are; SQLite doesn't even open the file."""
    folder = shutil.copytree(whole, tmp_path / "w")
    with (folder / FILE).open("r+b") as stream:
        stream.write(bytes(_PAGE))
    with pytest.raises(WorkspaceError):
        Workspace.read(folder)
    assert len(list(check(found(folder, tmp_path)))) == _COUNT


def test_the_end_is_cut_off(whole: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "w")
    with (folder / FILE).open("r+b") as stream:
        stream.truncate((folder / FILE).stat().st_size // 2)
    finds = found(folder, tmp_path)
    assert 0 < len(list(check(finds))) < _COUNT
    assert any(isinstance(one, Lost) for one in finds)


@pytest.mark.parametrize("seed", range(8))
def test_a_page_that_cannot_be_read_is_as_one_of_zeros(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Also where a sector of it is all that the disk doesn't give; the first page is among them once."""
    folder = shutil.copytree(whole, tmp_path / "w")
    count = (folder / FILE).stat().st_size // _PAGE
    numbers = set(random.Random(seed).choices(range(count), k=1 + seed * 4)) | ({0} if seed == 1 else set())
    sectors = [range(number * _PAGE + 512 * (seed % 3), (number + 1) * _PAGE) for number in numbers]
    with monkeypatch.context() as patch:
        fail(patch, folder / FILE, *sectors)
        with closing(Finds(folder, tmp_path / "scratch")) as finds:
            failing = list(finds.articles())
            assert finds.unreadable == len(numbers)
    with (folder / FILE).open("r+b") as stream:
        for number in numbers:
            stream.seek(number * _PAGE)
            stream.write(bytes(_PAGE))
    assert failing == found(folder, tmp_path)
    assert len(list(check(failing))) > _COUNT // 4


def test_of_a_journal_what_can_be_read_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        for kept, facts in list(KEPT.values())[:30]:
            workspace.save(kept, facts, "f1")
        shutil.copytree(tmp_path / "w", tmp_path / "cut", ignore=shutil.ignore_patterns("*-shm"))
    journal = tmp_path / "cut" / f"{FILE}-wal"
    size = journal.stat().st_size
    fail(monkeypatch, journal, range(size * 2 // 3, size * 2 // 3 + 512))
    with closing(Finds(tmp_path / "cut", tmp_path / "scratch")) as finds:
        saved = [one.article.id for one in check(list(finds.articles()))]
        assert finds.unreadable == -(-(size - size * 2 // 3) // (_PAGE + 24))
    assert saved == sorted(KEPT)[: len(saved)]
    assert 0 < len(saved) < 30


def test_a_disk_that_gives_nothing(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, whole / FILE, range(1 << 40))
    with pytest.raises(WorkspaceError, match="nothing of it can be read"):
        Finds(whole, tmp_path / "scratch")


def test_an_author_stays_with_an_article_whose_facts_are_gone(whole: Path, tmp_path: Path) -> None:
    """But for the reason of a failed input of the same name, which has the form of an author."""
    folder = shutil.copytree(whole, tmp_path / "w")
    with Workspace.open(folder) as workspace:
        workspace.failed_inputs.note("0000", "0000: it could not be fetched")
        workspace.failed_inputs.note("0001", "0001: it could not be fetched")
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("DELETE FROM facts")
    finds = list(check(found(folder, tmp_path)))
    assert [one.article.author for one in finds] == [KEPT[one.article.id][0].author for one in finds]
    assert not any(one.encoded for one in finds)


def test_what_is_in_the_journal_alone_is_saved_too(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        for kept, facts in list(KEPT.values())[:30]:
            workspace.save(kept, facts, "f1")
        shutil.copytree(tmp_path / "w", tmp_path / "cut", ignore=shutil.ignore_patterns("*-shm"))
    journal = tmp_path / "cut" / f"{FILE}-wal"
    assert len(list(check(found(tmp_path / "cut", tmp_path)))) == 30
    with journal.open("r+b") as stream:
        stream.truncate(journal.stat().st_size * 2 // 3)
    saved = [one.article.id for one in check(found(tmp_path / "cut", tmp_path))]
    assert saved == sorted(KEPT)[: len(saved)]
    assert 0 < len(saved) < 30


def test_a_text_that_was_changed_is_lost_and_told(whole: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "w")
    file = folder / FILE
    data = file.read_bytes().replace(_told(2)[0].text.encode()[:40], b"x" * 40, 1)
    file.write_bytes(data)
    [lost] = [one for one in found(folder, tmp_path) if isinstance(one, Lost)]
    assert lost.reason == "its text is damaged"
    assert lost.origin.startswith("news.jsonl:")


@pytest.mark.parametrize("statement", ["UPDATE facts SET json = replace(json, 'Kofi', 'Kafi')", "DELETE FROM seals"])
def test_facts_that_are_not_surely_those_that_were_kept_are_made_again(
    whole: Path, tmp_path: Path, statement: str
) -> None:
    folder = shutil.copytree(whole, tmp_path / "w")
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute(
            statement.replace("replace(json", "CAST(replace(CAST(json AS TEXT)").replace("i')", "i') AS BLOB)")
        )
    finds = list(check(found(folder, tmp_path)))
    assert len(finds) == _COUNT
    assert all(one.encoded is None for one in finds)


def test_what_was_replaced_or_retracted_never_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with Workspace.open(folder, create=True) as workspace:
        for kept, facts in KEPT.values():
            workspace.save(replace(kept, text=f"An earlier version. {kept.text}"), facts, "f1")
        for kept, facts in KEPT.values():
            workspace.save(kept, facts, "f1")
        gone = sorted(KEPT)[::2]
        workspace.retract(*gone)
    for pages in (0, 3):
        overwrite(folder, seed=pages, pages=pages)
        assert not {one.article.id for one in check(found(folder, tmp_path))} & set(gone)


def test_changed_facts_are_noticed_by_whoever_reads_them(whole: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "w")
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        changed = "CAST(replace(CAST(json AS TEXT), '1998-05-03', '1998-05-04') AS BLOB)"
        connection.execute(f"UPDATE facts SET json = {changed} WHERE article = '0001'")
    with Workspace.read(folder) as workspace:
        with pytest.raises(WorkspaceError, match="'0001': the facts are damaged"):
            workspace.find("0001")
        assert [fault for fault in workspace.faults() if "0001" in fault]


def test_a_record_of_an_earlier_kg_is_read_and_has_no_seals(whole: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(whole, tmp_path / "w")
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("DROP TABLE seals")
    with Workspace.read(folder) as workspace:
        assert len(list(workspace)) == _COUNT
        assert list(workspace.faults()) == []


def test_noise_is_no_record(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    for seed in range(30):
        (folder / FILE).write_bytes(random.Random(seed).randbytes(20_000))
        assert found(folder, tmp_path) == []
    (folder / FILE).write_bytes(b"")
    assert found(folder, tmp_path) == []
