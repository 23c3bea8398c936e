"""/metrics: only where it was asked for, and only for those who may come in."""

from __future__ import annotations

from pathlib import Path

from prometheus_client.openmetrics.parser import text_string_to_metric_families

from kg.web.door import Door
from tests.web.conftest import Explore

TOKEN = "a-token-of-twenty-letters"


def test_it_tells_what_the_workspace_holds(explore: Explore, workspace: Path) -> None:
    answer = explore(workspace, metered=True).get("/metrics")
    assert answer.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    families = {family.name: family for family in text_string_to_metric_families(answer.text)}
    assert [sample.value for sample in families["kg_record_articles"].samples] == [5]


def test_it_is_not_there_unasked(explore: Explore, workspace: Path, lines: str) -> None:
    assert explore(workspace).get("/metrics").status_code == 404
    assert explore(lines, metered=True).get("/metrics").status_code == 404, "a store is no workspace"


def test_strangers_show_the_token_first(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, metered=True, door=Door(token=TOKEN))
    for shown in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": ""}):
        answer = client.get("/metrics", headers=shown)
        assert answer.status_code == 401
        assert "kg_record" not in answer.text
    assert "kg_record_articles" in client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
