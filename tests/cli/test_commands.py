"""Each command, as a user and as a program calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kg = Callable[..., Any]


def test_build_reports_as_json_in_a_pipe(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    (tmp_path / "a.txt").write_text("FR met DE.")
    ended = kg("build", tmp_path / "a.txt", "--into", tmp_path / "w")
    assert ended.status == 0
    assert json.loads(ended.out)[0]["events"] == {"Meeting": {"occurred": 1}}


def test_build_with_a_bad_input_does_the_rest(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    (tmp_path / "a.txt").write_text("FR met DE.")
    ended = kg("build", tmp_path / "gone.txt", tmp_path / "a.txt", "--into", tmp_path / "w", "--format", "table")
    assert ended.status == 3
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("kg: ")
    assert "gone.txt" in ended.err
    assert "2 read: 1 new" in ended.out


def test_actors(kg: Kg, workspace: Path) -> None:
    rows = json.loads(kg("actors", workspace).out)
    assert {row["id"] for row in rows} >= {"country:DE", "country:FR", "country:PL"}
    assert rows[0]["id"] == "country:DE"
    assert len(json.loads(kg("actors", workspace, "--limit", "1").out)) == 1
    assert "country:DE" not in kg("actors", workspace, "--format", "table").out


def test_connections(kg: Kg, workspace: Path) -> None:
    [direct] = json.loads(kg("connections", workspace, "FR", "DE").out)
    assert direct["steps"][0]["evidence"]["sentence"] == "FR met DE"
    [indirect] = json.loads(kg("connections", workspace, "FR", "PL").out)
    assert len(indirect["steps"]) == 2
    assert json.loads(kg("connections", workspace, "FR", "DE", "--status", "planned").out) == []
    table = kg("connections", workspace, "DE", "--format", "table").out
    assert "DE met PL" in table
    assert "Meeting" in table


def test_timeline_and_evidence(kg: Kg, workspace: Path) -> None:
    lines = kg("timeline", workspace, "FR", "--format", "jsonl").out.splitlines()
    event = json.loads(lines[0])["event"]["id"]
    assert json.loads(kg("evidence", workspace, event).out)[0]["reports"][0]["article"] == "a"
    assert event in kg("evidence", workspace, event[:12], "--format", "table").out
    shown = kg("timeline", workspace, "FR", "--format", "table").out.split()
    [short] = [word for word in shown if word in event and len(word) == 8]
    assert event in kg("evidence", workspace, short).out


def test_path(kg: Kg, workspace: Path) -> None:
    [path] = json.loads(kg("path", workspace, "FR", "PL").out)
    assert [step["ties"][0]["evidence"]["sentence"] for step in path["steps"]] == ["FR met DE", "DE met PL"]
    assert json.loads(kg("path", workspace, "FR", "PL", "--max-degree", "1").out) == []
    assert json.loads(kg("path", workspace, "FR", "PL", "--shortest", "--hub-penalty", "0").out)[0]["cost"] == 2
    table = kg("path", workspace, "FR", "PL", "--format", "table").out
    assert "DE met PL" in table
    assert "no path" in kg("path", workspace, "FR", "PL", "--steps", "1", "--format", "table").out


def test_neighbours(kg: Kg, workspace: Path) -> None:
    rows = json.loads(kg("neighbours", workspace, "DE").out)
    assert {row["actor"]["id"]: row["events"] for row in rows} == {"country:FR": 1, "country:PL": 1}
    assert json.loads(kg("neighbours", workspace, "DE", "--actors", "country", "--min-articles", "2").out) == []
    assert "Meeting 1" in kg("neighbours", workspace, "DE", "--format", "table").out


def test_common(kg: Kg, workspace: Path) -> None:
    [entry] = json.loads(kg("common", workspace, "DE", "FR").out)
    assert entry["evidence"]["sentence"] == "FR met DE"
    assert json.loads(kg("common", workspace, "DE", "FR", "PL").out) == []
    assert "FR met DE" in kg("common", workspace, "DE", "FR", "--format", "table").out
    assert kg("common", workspace, "DE").status == 6


def test_cooccurrence(kg: Kg, workspace: Path) -> None:
    rows = json.loads(kg("cooccurrence", workspace).out)
    assert [(row["a"]["country"], row["b"]["country"], row["events"], row["articles"]) for row in rows] == [
        ("DE", "FR", 1, 1),
        ("DE", "PL", 1, 1),
    ]
    [pair] = json.loads(kg("cooccurrence", workspace, "FR", "--articles").out)
    assert (pair["a"]["id"], pair["b"]["id"]) == ("country:FR", "country:DE")
    assert "Poland" in kg("cooccurrence", workspace, "--format", "table").out


@pytest.mark.parametrize("measure", ["degree", "pagerank", "betweenness"])
def test_central(kg: Kg, workspace: Path, measure: str) -> None:
    rows = json.loads(kg("central", workspace, "--by", measure).out)
    assert rows[0]["actor"]["id"] == "country:DE"
    assert measure in kg("central", workspace, "--by", measure, "--format", "table").out


def test_communities(kg: Kg, workspace: Path) -> None:
    [community] = json.loads(kg("communities", workspace).out)
    assert [actor["id"] for actor in community["actors"]] == ["country:DE", "country:FR", "country:PL"]
    assert "nobody" in kg("communities", workspace, "--type", "Meeting", "--since", "2030", "--format", "table").out


def test_changes(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    [new] = json.loads(kg("changes", workspace, "2020").out)
    assert (new["kind"], new["evidence"]["sentence"]) == ("new", "DE met PL")
    export = tmp_path / "earlier.jsonl"
    export.write_text(kg("export", workspace).out)
    assert json.loads(kg("changes", workspace, export).out) == []
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "c", "text": "FR met PL."}\n{"id": "d", "text": "FR met DE."}\n')
    assert kg("build", more, "--into", workspace).status == 0
    rows = json.loads(kg("changes", workspace, export).out)
    assert [(row["kind"], row["evidence"]["sentence"]) for row in rows] == [
        ("new", "FR met PL"),
        ("changed", "FR met DE"),
    ]
    assert rows[1]["fields"] == [{"name": "n_articles", "before": "1", "after": "2"}]
    shown = kg("changes", workspace, export, "--format", "table").out
    assert "FR met PL" in shown
    assert "new" in shown
    assert kg("changes", workspace, tmp_path / "gone").status == 5
    more.write_text("nonsense")
    ended = kg("changes", workspace, more)
    assert (ended.status, ended.err.count("\n")) == (5, 1)


def test_a_least_confidence_is_a_probability(kg: Kg, workspace: Path) -> None:
    assert json.loads(kg("timeline", workspace, "FR", "--min-confidence", "0").out)
    assert json.loads(kg("timeline", workspace, "FR", "--min-confidence", "1").out) == []
    assert kg("timeline", workspace, "FR", "--min-confidence", "90").status == 2


def test_export_is_json_lines(kg: Kg, workspace: Path) -> None:
    rows = [json.loads(line) for line in kg("export", workspace, "--format", "jsonl").out.splitlines()]
    kinds = [row["kind"] for row in rows]
    assert kinds == sorted(kinds, reverse=True)
    assert {"Report", "Event"} <= {label for row in rows for label in row.get("labels", ())}


def test_extract_writes_facts_in_order(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    news, facts = tmp_path / "news.jsonl", tmp_path / "facts.jsonl"
    news.write_text('{"id": "b", "text": "FR met DE."}\n{"id": "a", "text": "Quiet."}\n')
    assert kg("extract", news, "--output", facts) == (0, "", "")
    assert [json.loads(line)["id"] for line in facts.read_text().splitlines()] == ["b", "a"]
    ended = kg("extract", news, "--output", "-")
    assert ended.out == facts.read_text()


def test_extract_leaves_the_old_file_where_it_fails(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "b", "text": "FR met DE."}\n{"id": "cut", "te')
    ended = kg("extract", news, "--output", tmp_path / "facts.jsonl")
    assert ended.status == 3
    assert "news.jsonl:2" in ended.err
    assert len((tmp_path / "facts.jsonl").read_text().splitlines()) == 1
    assert kg("extract", news, "--output", tmp_path / "no" / "facts.jsonl").status == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.jsonl", "news.jsonl"]


def test_schema_check_and_show(kg: Kg, tmp_path: Path) -> None:
    ended = kg("schema", "check", "--format", "table")
    assert ended.status == 0, ended.err
    assert "no fault" in ended.out
    [found] = json.loads(kg("schema", "check", "--json").out)
    assert (found["folder"], found["faults"]) == (None, [])
    assert f"{found['entity_types']} entity types, {found['event_types']} event types" in ended.out
    none = tmp_path / "none"
    ended = kg("schema", "check", none, "--json")
    assert ended.status == 4
    [found] = json.loads(ended.out)
    assert (found["folder"], found["event_types"]) == (str(none), None)
    assert ended.err.splitlines() == [f"kg: {fault}" for fault in found["faults"]]
    assert {row["name"] for row in json.loads(kg("schema", "show").out)} >= {"Person", "Meeting"}
    table = kg("schema", "show", "meeting", "--format", "table").out
    assert "MEETS" in table
    assert "participant" in table
    unknown = kg("schema", "show", "Meting")
    assert unknown.status == 4
    assert "Meeting" in unknown.err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("timeline", "{w}", "Nobody Known"), 6, "Nobody Known"),
        (("timeline", "{w}", "FR", "--since", "last week"), 6, "2024-05"),
        (("timeline", "{w}", "FR", "--type", "Metting"), 6, "Meeting"),
        (("evidence", "{w}", "event:zz"), 6, "event:zz"),
        (("connections", "{w}", "FR", "FR"), 6, "same actor"),
        (("actors", "{w}-none"), 5, "w-none"),
        (("schema", "check", "{w}-none", "--format", "table"), 4, "w-none"),
        (("actors",), 2, "WORKSPACE"),
        (("actor", "{w}"), 2, "actor"),
    ],
)
def test_faults(kg: Kg, workspace: Path, arguments: tuple[str, ...], status: int, told: str) -> None:
    ended = kg(*(argument.format(w=workspace) for argument in arguments))
    assert ended.status == status
    assert told in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_control_sequences_of_an_article_are_not_printed(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    (tmp_path / "a.txt").write_text("FR met DE and \x1b[31mIT met ES\x1b[0m.")
    kg("build", tmp_path / "a.txt", "--into", tmp_path / "w")
    for form in ("table", "json", "jsonl"):
        assert "\x1b" not in kg("connections", tmp_path / "w", "IT", "--format", form).out


def test_export_for_neo4j_admin_is_a_folder(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    ended = kg("export", workspace, "--format", "neo4j-csv", "--into", tmp_path / "files", "--json")
    rows = json.loads(ended.out)
    assert {row["file"] for row in rows} >= {"nodes-Country.csv", "relationships-MEETS.csv"}
    written = {path.name for path in (tmp_path / "files").iterdir()}
    assert written == {*(row["file"] for row in rows), "import.sh", "constraints.cypher"}
    again = kg("export", workspace, "--format", "neo4j-csv", "--into", tmp_path / "files")
    assert (again.status, again.out) == (8, "")
    assert kg("export", workspace, "--format", "neo4j-csv").status == 2
    assert kg("export", workspace, "--into", tmp_path / "more").status == 2
