"""compose.yaml says what Compose knows, keeps the server on this machine, and the password out of the file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

#: What the Compose specification allows of what is used here.
TOP = {"services", "volumes"}
SERVICE = {"image", "environment", "ports", "volumes", "healthcheck"}
HEALTH = {"test", "interval", "timeout", "retries"}


@pytest.fixture(scope="module")
def compose(root: Path) -> dict[str, Any]:
    text = (root / "compose.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def test_only_words_that_compose_knows(compose: dict[str, Any]) -> None:
    assert set(compose) <= TOP
    service = compose["services"]["neo4j"]
    assert set(service) <= SERVICE
    assert set(service["healthcheck"]) <= HEALTH
    assert re.fullmatch(r"\d+s", service["healthcheck"]["interval"])
    assert [volume.split(":")[0] for volume in service["volumes"]] == list(compose["volumes"])


def test_the_server_is_the_tested_one_for_this_machine_alone(compose: dict[str, Any], root: Path) -> None:
    service = compose["services"]["neo4j"]
    [tested] = set(re.findall(r"<version>(5\.\d+)\.\d+</version>", (root / "tests/neo4j_server/pom.xml").read_text()))
    assert service["image"] == f"neo4j:{tested}-community"
    assert all(re.fullmatch(r"127\.0\.0\.1:(\d+):\1", port) for port in service["ports"])
    user, password = service["environment"]["NEO4J_AUTH"].split("/", 1)
    assert user == "neo4j"
    assert re.fullmatch(r"\$\{KG_NEO4J_PASSWORD:\?[^}]+\}", password)  # an error, with these words, where it isn't set
