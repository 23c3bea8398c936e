"""Facts in a folder: committed whole, taken in as if one process had read the inputs, and done once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest

from kg.corpus.files import File
from kg.corpus.read import Input
from kg.errors import InputError, ModelError
from kg.pipeline.build import build
from kg.pipeline.cluster import bundle as bundle_module
from kg.pipeline.cluster import job as job_module
from kg.pipeline.cluster.bundle import Bundle, bundles
from kg.pipeline.cluster.entry import Manifest
from kg.pipeline.cluster.folder import FactsFolder
from kg.pipeline.cluster.item import Fault
from kg.pipeline.cluster.job import Extraction, Job
from kg.pipeline.cluster.outcome import Outcome
from kg.pipeline.cluster.table import encode_outcomes
from kg.pipeline.recipe import Recipe
from kg.pipeline.report import RunReport
from kg.workspace.codec import decode_facts, encode_facts
from kg.workspace.workspace import Workspace
from tests.pipeline.cluster.here import FAULTY, extract_here, job
from tests.pipeline.kept import kept, write_news

_GERMAN = "Der Kanzler traf am Montag in Paris den Präsidenten der Republik, um mit ihm über Fische zu sprechen. " * 4


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_module, "ITEMS", 7)


def _folder(path: Path) -> Path:
    """News of all kinds, with everything in it that is no article, or not the first of its id."""
    path.mkdir()
    texts = [f"{'FR met DE. ' * (1 + number % 3)}They often meet." for number in range(20)]
    texts[4], texts[11], texts[12] = "kill yourself", "refuse this", _GERMAN
    rows = write_news(path / "a.jsonl", texts)
    with rows.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "0001", "text": "DE met PL."}\n{"id": "cut')
    write_news(path / "b.jsonl", ["FR met DE. They often meet.", "FR met DE. " * 2 + "They often meet."])  # both again
    write_news(path / "c.jsonl", ["PL met FR."], first=12)  # of the id that the German one had
    (path / "d.txt").write_text("DE met PL.", encoding="utf-8")
    (path / "e.docx").write_bytes(b"PK")
    (path / "f.txt").write_bytes(b"FR met DE in caf\xe9.")
    return path


def _as_said(report: RunReport) -> dict[str, object]:
    told = report.as_dict()
    return {
        name: value
        for name, value in told.items()
        if name not in ("seconds", "workers", "restarts", "stages", "queues")
    }


def _inputs(folder: Path) -> list[Input]:
    return [str(folder), str(folder / "missing.txt")]


def test_the_same_is_recorded_as_by_one_process(tmp_path: Path) -> None:
    inputs = _inputs(_folder(tmp_path / "news"))
    extract_here(job(tmp_path / "facts"), inputs)
    taken = build([], tmp_path / "w", facts=tmp_path / "facts")
    alone = build(inputs, tmp_path / "alone", workers=1, extractor=FAULTY)
    assert kept(tmp_path / "w") == kept(tmp_path / "alone")
    assert _as_said(taken) == _as_said(alone)
    assert (len(taken.failed), taken.set_aside, len(taken.warnings)) == (6, {"de": 1}, 4)


def test_taking_in_twice_changes_nothing(tmp_path: Path) -> None:
    extract_here(job(tmp_path / "facts"), [str(_folder(tmp_path / "news"))])
    first = build([], tmp_path / "w", facts=tmp_path / "facts")
    rows, graph = kept(tmp_path / "w")
    second = build([], tmp_path / "w", facts=tmp_path / "facts")
    assert (second.new, second.unchanged) == (0, first.new)
    assert (second.failed, second.warnings) == (first.failed, first.warnings)
    rows_after, graph_after = kept(tmp_path / "w")
    assert (rows_after["articles"], rows_after["facts"], graph_after) == (rows["articles"], rows["facts"], graph)


def test_the_same_shard_is_the_same_file(tmp_path: Path) -> None:
    inputs = [str(_folder(tmp_path / "news"))]
    one, two = (extract_here(job(tmp_path / name), inputs) for name in ("one", "two"))
    assert one == two
    for entry in one.shards:
        assert (tmp_path / "one" / entry.file).read_bytes() == (tmp_path / "two" / entry.file).read_bytes()


def test_what_is_committed_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE."] * 20)
    first = extract_here(job(tmp_path / "facts"), [str(path)])
    with monkeypatch.context() as patch:
        patch.setattr(Extraction, "_ready", lambda _: pytest.fail("nothing is to be extracted"))
        work = Job(Recipe(factory=FAULTY), str(tmp_path / "facts"), first.fingerprint, most=7)
        assert extract_here(work, [str(path)]) == first
    monkeypatch.setattr(bundle_module, "_BYTES", 1)  # each file is large
    more = write_news(tmp_path / "0.jsonl", ["DE met PL."], first=30)
    again = extract_here(job(tmp_path / "facts"), [str(more), str(path)])
    assert again.shards[1:] == first.shards


def test_what_failed_is_tried_again_alone(tmp_path: Path) -> None:
    texts = ["FR met DE."] * 12
    texts[3] = "refuse this"
    path = write_news(tmp_path / "a.jsonl", texts)
    first = extract_here(job(tmp_path / "facts"), [str(path)])
    assert [entry.failures for entry in first.shards] == [1, 0]
    work = Job(
        Recipe(factory="tests.pipeline.cluster.mended:mended"), str(tmp_path / "facts"), first.fingerprint, most=7
    )
    second = extract_here(work, [str(path)])
    assert [entry.failures for entry in second.shards] == [0, 0]
    assert build([], tmp_path / "w", facts=tmp_path / "facts").new == 12


def _damaged(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize("fault", [_damaged, _cut, Path.unlink])
@pytest.mark.parametrize("suffix", [".parquet", ".json"])
def test_what_is_half_there_does_not_count(tmp_path: Path, fault: object, suffix: str) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE."] * 20)
    first = extract_here(job(tmp_path / "facts"), [str(path)])
    file = (tmp_path / "facts" / first.shards[1].file).with_suffix(suffix)
    whole = file.read_bytes()
    fault(file)  # type: ignore[operator]
    if suffix == ".parquet":
        report = build([], tmp_path / "w", facts=tmp_path / "facts")
        assert (report.new, len(report.failed)) == (13, 1)
        assert str(file) in report.failed[0].message
        assert f"(from {path}:8)" in report.failed[0].message
    assert extract_here(job(tmp_path / "facts"), [str(path)]) == first
    assert file.read_bytes() == whole
    assert build([], tmp_path / "w", facts=tmp_path / "facts").articles == 20


def test_a_run_that_has_not_ended_is_not_taken_in(tmp_path: Path) -> None:
    work = job(tmp_path / "facts")
    [bundle] = bundles([str(write_news(tmp_path / "a.jsonl", ["FR met DE."] * 20))])
    with Extraction(work) as extraction:
        list(extraction.rows(work.read(bundle.as_json())))
    with pytest.raises(InputError, match="no run has ended there"):
        build([], tmp_path / "w", facts=tmp_path / "facts")
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"fingerprint": "other"},
        {"shards": [{"key": "../../etc/passwd"}]},
        {"unknown": 1},
    ],
)
def test_a_manifest_of_strangers_is_checked(tmp_path: Path, change: dict[str, object]) -> None:
    extract_here(job(tmp_path / "facts"), [str(write_news(tmp_path / "a.jsonl", ["FR met DE."]))])
    file = tmp_path / "facts" / "manifest.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for name, value in change.items():
        told[name] = [{**told["shards"][0], **value[0]}] if isinstance(value, list) else value
    file.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(InputError, match=r"manifest\.json: it is damaged, or of another kg") as fault:
        build([], tmp_path / "w", facts=tmp_path / "facts")
    assert "\n" not in str(fault.value)


def test_a_file_of_strangers_is_checked(tmp_path: Path) -> None:
    """Where even the hashes are right: what isn't as kg writes it is refused with one line."""
    import pyarrow
    from pyarrow.parquet import write_table

    manifest = extract_here(job(tmp_path / "facts"), [str(write_news(tmp_path / "a.jsonl", ["FR met DE."]))])
    [entry] = manifest.shards
    write_table(pyarrow.table({"id": ["a"], "facts": [b"x"]}), tmp_path / "facts" / entry.file)
    strange = entry.model_copy(update={"sha256": sha256((tmp_path / "facts" / entry.file).read_bytes()).hexdigest()})
    FactsFolder(str(tmp_path / "facts")).finish(manifest.model_copy(update={"shards": (strange,)}))
    [failed] = build([], tmp_path / "w", facts=tmp_path / "facts").failed
    assert "no facts of kg: its columns are others" in failed.message


def _changed(facts: Path, manifest: Manifest, change: Callable[[Outcome], Outcome]) -> None:
    """Let a stranger change each row of the first shard, and make all hashes right."""
    first, *rest = manifest.shards
    data = encode_outcomes([change(one) for one in FactsFolder(str(facts)).read(first)])
    (facts / first.file).write_bytes(data)
    strange = first.model_copy(update={"sha256": sha256(data).hexdigest()})
    FactsFolder(str(facts)).finish(manifest.model_copy(update={"shards": (strange, *rest)}))


def _beyond(one: Outcome) -> Outcome:
    facts = decode_facts(one.facts)
    [report] = facts.reports
    return replace(one, facts=encode_facts(replace(facts, reports=(replace(report, end=1000),))))


def _of_nobody(one: Outcome) -> Outcome:
    return replace(one, facts=encode_facts(replace(decode_facts(one.facts), entities=())))


def _of_another(one: Outcome) -> Outcome:
    return replace(one, facts=encode_facts(replace(decode_facts(one.facts), article="9999")))


def _other_text(one: Outcome) -> Outcome:
    return replace(one, text=f"{one.text} Or not.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_beyond, "its facts don't fit it: a report at [0, 1000), the text has 10 characters"),
        (_of_nobody, "its facts don't fit it: there is no entity 'Country:DE'"),
        (_of_another, "its facts don't fit it: they are of '9999' of 2020-01-02, the article is '0006' of 2020-01-02"),
        (_other_text, "its text isn't the one that its facts are of"),
    ],
)
def test_facts_of_strangers_fit_their_article(tmp_path: Path, change: Callable[[Outcome], Outcome], said: str) -> None:
    """Where even the hashes are right: each article whose facts don't is a failure that names it and the shard."""
    path = write_news(tmp_path / "a.jsonl", ["FR met DE."] * 9)
    manifest = extract_here(job(tmp_path / "facts"), [str(path)])
    _changed(tmp_path / "facts", manifest, change)
    report = build([], tmp_path / "w", facts=tmp_path / "facts")
    assert (report.new, len(report.failed)) == (2, 7)
    file = manifest.shards[0].file
    assert report.failed[6].message == f"{path}:7: article '0006' in {file}: {said}. Remove that file, and run it again"
    if change is _beyond:
        (tmp_path / "facts" / file).unlink()
        extract_here(job(tmp_path / "facts"), [str(path)])
        assert build([], tmp_path / "w", facts=tmp_path / "facts").new == 7
        assert _noted(tmp_path / "w") == []


@pytest.mark.parametrize("first", ["FR met DE.", _GERMAN])
def test_a_shard_that_was_made_anew_is_no_failure_any_more(tmp_path: Path, first: str) -> None:
    """Whatever its first item is, which gives the failure its name, and whether it is in the record already."""
    path = write_news(tmp_path / "a.jsonl", [*["FR met DE."] * 7, first, *["FR met DE."] * 6])
    manifest = extract_here(job(tmp_path / "facts"), [str(path)])
    build([], tmp_path / "w", facts=tmp_path / "facts")
    _damaged(tmp_path / "facts" / manifest.shards[1].file)
    assert build([], tmp_path / "w", facts=tmp_path / "facts").failed
    assert [origin for origin, _ in _noted(tmp_path / "w")] == [f"{path}:8"]
    assert extract_here(job(tmp_path / "facts"), [str(path)]) == manifest
    assert not build([], tmp_path / "w", facts=tmp_path / "facts").failed
    assert _noted(tmp_path / "w") == []


def _noted(folder: Path) -> list[tuple[str, str]]:
    with Workspace.read(folder) as record:
        return record.failed_inputs.all()


def test_a_machine_with_another_extractor_is_refused(tmp_path: Path) -> None:
    work = Job(Recipe(factory=FAULTY), str(tmp_path / "facts"), "another")
    with pytest.raises(ModelError, match="another kg, model or schema"):
        extract_here(work, [str(write_news(tmp_path / "a.jsonl", ["FR met DE."]))])


def test_facts_behind_a_url(tmp_path: Path) -> None:
    """In memory here; the same code writes to any file system that fsspec knows."""
    import fsspec

    system = fsspec.filesystem("memory")
    system.pipe_file("/news/a.jsonl", write_news(tmp_path / "a.jsonl", ["FR met DE."] * 9).read_bytes())
    system.pipe_file("/news/deep/b.txt", b"DE met PL.")
    system.pipe_file("/news/deep/c.docx", b"PK")
    manifest = extract_here(job("memory://facts"), ["memory://news", "memory://nothing"])
    assert [entry.name for entry in manifest.shards] == ["memory:///news/a.jsonl:1", "memory:///news/a.jsonl:8"]
    report = build([], tmp_path / "w", facts="memory://facts")
    assert (report.new, len(report.failed), len(report.warnings)) == (10, 1, 1)
    assert {row[0] for row in kept(tmp_path / "w")[0]["articles"]}


def test_a_file_whose_name_is_any_bytes(tmp_path: Path) -> None:
    """What an engine takes along of it can be a table."""
    import pyarrow

    path = write_news(tmp_path / "caf\udce9.jsonl", ["FR met DE."])
    work = job(tmp_path / "facts")
    [bundle] = bundles([str(path)])
    rows = pyarrow.Table.from_pylist(list(work.read(bundle.as_json()))).to_pylist()
    with Extraction(work) as extraction:
        work.finish(pyarrow.Table.from_pylist(list(extraction.rows(rows))).to_pylist())
    assert build([], tmp_path / "w", facts=tmp_path / "facts").new == 1
    build([str(path)], tmp_path / "alone", workers=1, extractor=FAULTY)
    assert kept(tmp_path / "w") == kept(tmp_path / "alone")


def test_a_machine_that_lacks_a_file_system_says_so_of_the_file() -> None:
    file = File("nosuch://news/a.txt", "nosuch://news/a.txt", PurePosixPath("a.txt"))
    [fault] = Bundle(0, (file,)).items("en", None)
    assert isinstance(fault, Fault)
    assert fault.is_error
    assert fault.message.count("nosuch://news/a.txt") == 1
    assert "Protocol not known" in fault.message
