"""Articles from a form: read by the real extractor in a process of its own, with a report; one upload at a time."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import kg
from kg.corpus.article import Article
from kg.corpus.read import NamedFile, read_inputs
from kg.corpus.unreadable import Unreadable
from kg.web.building import Builder, Upload, build_telling
from kg.web.limits import Limits
from tests.web.conftest import SCRIPT, TEMPLATE, Explore

ORIGIN = {"Origin": "http://localhost"}
TEXT = (
    "Angela Merkel met Emmanuel Macron in Meseberg on Tuesday. He would not meet Vladimir Putin. She often met people."
)


def _wait(client: TestClient, address: str) -> dict[str, object]:
    deadline = time.monotonic() + 240  # the model takes seconds to load, on a busy machine a minute
    while time.monotonic() < deadline:
        state: dict[str, object] = client.get(f"{address}/state").json()
        if state["state"] in ("done", "failed"):
            return state
        time.sleep(0.3)
    raise AssertionError("the upload doesn't end")


def test_what_is_sent_is_read_and_shown(client: TestClient, workspace: Path) -> None:
    rows = [
        {
            "id": "j1",
            "date": "2019-02-03",
            "title": f"{SCRIPT}{TEMPLATE}",
            "text": "Joe Biden visited Poland on Monday.",
        },
        {"id": "j2", "text": ""},
    ]
    files: list[tuple[str, tuple[str, str | bytes, str]]] = [
        ("files", ("../../evil\x1b/news.txt", "Shinzo Abe called Angela Merkel on 3 May 2018.", "text/plain")),
        ("files", ("many.jsonl", "\n".join(map(json.dumps, rows)), "application/json")),
        ("files", (f"{SCRIPT}.pdf", b"%PDF-1.7 \xff\xfe", "application/pdf")),
    ]
    before = {path.name for path in workspace.rglob("*")}
    sent = {"title": "Merkel meets Macron", "date": "2018-06-19", "text": TEXT}
    answer = client.post("/upload", data=sent, files=files, headers=ORIGIN)
    assert answer.history[0].status_code == 303
    assert answer.url.path.startswith("/upload/")
    assert "Reading" in answer.text
    busy = client.post("/upload", data=sent, headers=ORIGIN)
    assert (busy.status_code, "Another upload is being read" in busy.text) == (409, True)
    assert _wait(client, answer.url.path)["state"] == "done"
    report = client.get(answer.url.path).text
    assert "3 new" in report
    assert "2 that couldn’t be read" in report
    for text in ("Meeting: Angela Merkel, Emmanuel Macron", "Visit: Poland", "19 June 2018", "Not kept, and why"):
        assert text in report
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}" in report
    assert "<script>alert" not in report
    assert client.get("/search?q=merkel").url.path.startswith("/actor/")
    assert kg.open(workspace).reading("news").article.text.startswith("Shinzo Abe")
    # Nothing was written but what belongs to a workspace.
    assert {path.name for path in workspace.rglob("*")} - before <= {"cypher", "database", "lock", "manifest.json"} | {
        path.name for path in (workspace / "cypher").rglob("*")
    }


@pytest.mark.parametrize("data", [{}, {"text": "  \n"}, {"title": "only"}])
def test_an_empty_form_is_refused(client: TestClient, data: dict[str, str]) -> None:
    answer = client.post("/upload", data=data, files=[("files", ("", b""))], headers=ORIGIN)
    assert (answer.status_code, "There was nothing in it" in answer.text) == (400, True)


def test_too_much_is_refused(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, limits=Limits(upload=10_000, files=3))
    large = [("files", ("a.txt", b"x" * 20_000))]
    assert client.post("/upload", files=large, headers=ORIGIN).status_code == 413
    many = [("files", (f"{number}.txt", b"x")) for number in range(5)]
    assert client.post("/upload", files=many, headers=ORIGIN).status_code == 400
    boundary = {**ORIGIN, "Content-Type": "multipart/form-data; boundary=x"}
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    assert client.post("/upload", content=iter([head] + [b"x" * 1000] * 30), headers=boundary).status_code == 413
    assert client.post("/upload", content=b"--y garbage", headers=boundary).status_code == 400
    assert (
        client.post("/upload", content=b"\xff\xfe", headers={**ORIGIN, "Content-Type": "text/plain"}).status_code == 400
    )


def test_other_sites_send_nothing(client: TestClient) -> None:
    assert client.post("/upload", data={"text": TEXT}, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/upload", data={"text": TEXT}).status_code == 403


def test_an_upload_that_nobody_knows_has_no_page(client: TestClient) -> None:
    assert client.get("/upload/0123").status_code == 404
    assert client.get("/upload/0123/state").status_code == 404


def test_a_store_takes_no_articles(explore: Explore, lines: str) -> None:
    client = explore(lines)
    assert client.get("/upload").status_code == 404
    assert client.post("/upload", data={"text": TEXT}, headers=ORIGIN).status_code == 404


@pytest.mark.usefixtures("telling")
def test_each_file_is_read_once(workspace: Path, tmp_path: Path) -> None:
    """A pipe can't be read twice; how many articles there are is told while they are read."""
    said: list[dict[str, object]] = []
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    rows = "".join(json.dumps({"id": name, "title": name.upper(), "text": "FR met DE."}) + "\n" for name in "abc")
    threading.Thread(target=pipe.write_text, args=(rows,), daemon=True).start()
    build_telling([NamedFile("many.jsonl", pipe)], workspace, said.append)
    assert [one["total"] for one in said if "total" in one] == [1, 2, 3, 3]
    states = [one["state"] for one in said if "state" in one]
    assert list(dict.fromkeys(states)) == ["reading", "joining", "done"]
    assert said[-1]["articles"] == [("a", "A"), ("b", "B"), ("c", "C")]


def test_a_process_that_is_killed_is_told(tmp_path: Path, workspace: Path) -> None:
    builder = Builder(workspace)
    file = tmp_path / "a"
    file.write_text(TEXT)
    folder = tmp_path / "sent"
    folder.mkdir()
    upload = Upload("1", folder)
    assert builder.begin(upload, [NamedFile("a.txt", file)])
    assert not builder.begin(Upload("2", folder), [])
    builder.close()
    deadline = time.monotonic() + 60
    while not upload.is_over and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (upload.state, "send the rest again" in upload.fault) == ("failed", True)
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "own_id"),
    [
        ("a.txt", "a"),
        ("x/../b.md", "b"),
        ("C:\\docs\\c.txt", "c"),
        ("no ending", "no ending"),
        ("../../etc/passwd", "passwd"),
    ],
)
def test_a_file_under_another_name_has_the_id_of_that_name(tmp_path: Path, name: str, own_id: str) -> None:
    file = tmp_path / "0"
    file.write_text(TEXT)
    [article] = read_inputs([NamedFile(name, file)])
    assert isinstance(article, Article)
    assert (article.id, article.origin) == (own_id, name)


def test_the_kind_of_a_file_is_that_of_its_other_name(tmp_path: Path) -> None:
    file = tmp_path / "0.txt"
    file.write_text('{"id": "x", "text": "News."}')
    assert [one.id for one in read_inputs([NamedFile("a.jsonl", file)]) if isinstance(one, Article)] == ["x"]
    [fault] = read_inputs([NamedFile("a.pdf", file)])
    assert isinstance(fault, Unreadable)
    assert fault.message.startswith("a.pdf: ")
