"""Where credentials come from, and where they never show."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.records import Graph
from kg.stores.access import Access
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials, credentials
from kg.stores.uri import open_store
from tests.neo4j_server.server import Server
from tests.stores.neo4j.conftest import VOCABULARY

NAMES = ("KG_NEO4J_USER", "KG_NEO4J_PASSWORD", "KG_NEO4J_CREDENTIALS", "NEO4J_USERNAME", "NEO4J_PASSWORD")


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*NAMES, "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)


AURA = """# Wait 60 seconds before connecting using these details
NEO4J_URI=neo4j+s://abc.databases.neo4j.io
NEO4J_USERNAME=abc
NEO4J_PASSWORD=s=cr#t
NEO4J_DATABASE=abc
"""


def test_the_file_that_aura_gives_out_is_read(tmp_path: Path) -> None:
    file, told = tmp_path / "aura.txt", list[str]()
    file.write_text(AURA)
    file.chmod(0o600)
    assert credentials(file, {}, warn=told.append) == Credentials("abc", "s=cr#t")
    assert credentials(None, {"KG_NEO4J_CREDENTIALS": str(file)}, warn=told.append) == Credentials("abc", "s=cr#t")
    assert told == []


def test_a_file_that_others_can_read_is_told_of(tmp_path: Path) -> None:
    file, told = tmp_path / "c", list[str]()
    file.write_text("export NEO4J_PASSWORD='quoted'\n")
    file.chmod(0o644)
    assert credentials(file, {}, warn=told.append) == Credentials("neo4j", "quoted")
    assert len(told) == 1
    assert "chmod 600" in told[0]
    assert "quoted" not in told[0]


def test_our_own_names_go_before_the_customary_ones() -> None:
    known = {"NEO4J_USERNAME": "a", "NEO4J_PASSWORD": "b", "KG_NEO4J_USER": "c", "KG_NEO4J_PASSWORD": "d"}
    assert credentials(None, known, warn=print) == Credentials("c", "d")
    assert credentials(None, {"NEO4J_USERNAME": "a"}, warn=print) is None


@pytest.mark.parametrize(("content", "message"), [(b"NEO4J_USERNAME=a", "no password in it"), (b"\xff", "not UTF-8")])
def test_a_file_without_password_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "c").write_bytes(content)
    with pytest.raises(StoreError, match=message):
        credentials(tmp_path / "c", {}, warn=print)
    with pytest.raises(StoreError, match=r"can't be read"):
        credentials(tmp_path / "gone", {}, warn=print)


@pytest.mark.parametrize(
    "uri",
    [
        "bolt://me:hunter2@host",
        "neo4j+s://hunter2@host:7687/db",
        "bolt://:hunter2@host",
        "neo4j://host?password=hunter2",
        "neo4j://me:hunter2#x@host",
        "bolt://me:hunter2@[::1",
        "bolt://host:hunter2",
        "bolt:me:hunter2",
    ],
)
def test_credentials_in_an_address_are_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(uri, VOCABULARY)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("uri", ["neo4j://", "bolt:///db", "neo4j://host/a/b", "http://host"])
def test_what_is_no_address_is_told(uri: str) -> None:
    with pytest.raises(StoreError, match=r"no address of a Neo4j server|no store is called"):
        open_store(uri, VOCABULARY)


@pytest.mark.parametrize(
    ("uri", "told"),
    [("bolt://host", "bolt://host"), ("neo4j+s://[::1]:7687/a%20b", "neo4j+s://[::1]:7687/a b")],
)
def test_an_address_is_told_as_it_was_given(uri: str, told: str) -> None:
    assert str(address(uri)) == told


def test_a_store_opens_with_what_the_environment_has(
    neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, graph: Graph
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", neo4j_server.password)
    store = open_store(f"{neo4j_server.uri}/neo4j", VOCABULARY)
    store.write(graph)
    assert store.snapshot() == graph
    store.close()


def test_without_credentials_somebody_is_asked(neo4j_server: Server) -> None:
    asked: list[str] = []

    def ask(place: str) -> tuple[str, str]:
        asked.append(place)
        return neo4j_server.auth

    open_store(neo4j_server.uri, VOCABULARY, access=Access(ask=ask)).close()
    assert asked == [neo4j_server.uri]
    with pytest.raises(StoreError, match=r"wants a user and a password. Set KG_NEO4J_USER"):
        open_store(neo4j_server.uri, VOCABULARY)
