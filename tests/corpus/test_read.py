"""Every kind of bad input: one record with file and reason, and nothing else lost."""

from __future__ import annotations

import io
import json
import os
import time
import tracemalloc
from pathlib import Path

import pytest

from kg.corpus.article import Article
from kg.corpus.read import read_inputs
from kg.corpus.unreadable import Unreadable, UnreadableReason

GOOD = {
    "id": "good",
    "date": "1994-05-10",
    "title": "Mandela sworn in",
    "text": "Nelson Mandela took the oath in Pretoria.",
}


def row(**fields: object) -> str:
    return json.dumps({**GOOD, **fields})


def read(*inputs: Path | str, stdin: bytes = b"") -> tuple[list[Article], list[Unreadable]]:
    items = list(read_inputs([str(name) for name in inputs], stdin=io.BytesIO(stdin)))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Unreadable)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UnreadableReason.EMPTY),
        (b" \n\t\r\n  ", UnreadableReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", UnreadableReason.BINARY),
        (bytes(range(1, 32)) * 20, UnreadableReason.BINARY),
        (
            "Übergabe in Genf. Все.".encode("cp1251", "replace") + b"\xcf\xf0\xe8\xe2\xe5\xf2" * 9,
            UnreadableReason.ENCODING,
        ),
        ("Meeting in Malmö, then Århus".encode() + b" \xe5 end", UnreadableReason.ENCODING),
        ("Ahtisaari in Jakarta".encode("utf-16") + b"\x00\xd8", UnreadableReason.ENCODING),
    ],
)
def test_a_text_file_that_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: UnreadableReason) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    (tmp_path / "good.txt").write_text("Chirac went to Riyadh.")
    articles, [fault] = read(bad, tmp_path / "good.txt")
    assert (fault.reason, fault.is_error) == (reason, True)
    assert str(bad) in fault.message
    assert reason.value in fault.message
    assert [a.text for a in articles] == ["Chirac went to Riyadh."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_that_are_certain_enough_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Lech Wałęsa" if encoding.startswith("utf") else "Václav Havel visited Orléans – and left."
    text += " received guests in the old town that evening."
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding, "strict" if encoding != "cp1252" else "replace"))
    [article], faults = read(path)
    assert article.text == text
    assert all(fault.reason is UnreadableReason.RECODED and not fault.is_error for fault in faults)
    assert bool(faults) is not encoding.startswith("utf-8")


def test_utf16_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((row() + "\n" + row(id="2") + "\n").encode("utf-16"))
    articles, faults = read(path)
    assert [a.id for a in articles] == ["good", "2"]
    assert not faults


def test_a_huge_line_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"summit " * (50_000_000 // 7))
    tracemalloc.start()
    articles, [fault] = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert not articles
    assert fault.reason is UnreadableReason.TOO_LONG
    assert peak < 20_000_000


def test_a_huge_json_line_costs_that_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for line in (row(id="1"), row(id="2", text="word " * 4_000_000), row(id="3", text="w " * 600_000), row(id="4")):
            file.write(line + "\n")
    articles, faults = read(path)
    assert [a.id for a in articles] == ["1", "4"]
    assert [f.origin.rsplit(":", 1)[1] for f in faults] == ["2", "3"]
    assert {f.reason for f in faults} == {UnreadableReason.TOO_LONG}


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        (row()[:40], UnreadableReason.NOT_JSON, "EOF"),
        ("[1, 2]", UnreadableReason.FIELDS, "not an object"),
        ('"text"', UnreadableReason.FIELDS, "not an object"),
        ('{"id": "1", "title": "T"}', UnreadableReason.FIELDS, "'text'"),
        ('{"text": "Only text."}', UnreadableReason.FIELDS, "'id'"),
        (row(id=""), UnreadableReason.FIELDS, "'id'"),
        (row(id="  "), UnreadableReason.FIELDS, "'id'"),
        (row(id=None), UnreadableReason.FIELDS, "'id'"),
        (row(id=True), UnreadableReason.FIELDS, "'id'"),
        (row(text=None), UnreadableReason.FIELDS, "'text'"),
        (row(text=["a"]), UnreadableReason.FIELDS, "'text'"),
        (row(text="  "), UnreadableReason.EMPTY, "good"),
        (row(title=7), UnreadableReason.FIELDS, "'title'"),
        (row(url={}), UnreadableReason.FIELDS, "'url'"),
        ("[" * 100_000, UnreadableReason.NOT_JSON, "recursion"),
        ('{"id": "1", "text": "x", "more": ' + '{"a":' * 100_000, UnreadableReason.NOT_JSON, "recursion"),
        ('{"id": "1", "text": "\\ud800"}', UnreadableReason.NOT_JSON, "escape"),
    ],
)
def test_a_bad_row_costs_that_row_alone(tmp_path: Path, line: str, reason: UnreadableReason, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{row(id='first')}\n\n{line}\n{row(id='last')}\n")
    articles, [fault] = read(path)
    assert [a.id for a in articles] == ["first", "last"]
    assert fault.reason is reason
    assert fault.origin == f"{path}:3"
    assert words in fault.message


@pytest.mark.parametrize(
    ("date", "published", "faults"),
    [
        ("2024-13-45", None, 1),
        ("2023-02-29", None, 1),
        ("2024-02-29", "2024-02-29", 0),
        ("soon", None, 1),
        ([], None, 1),
        (1.5, None, 1),
        ("2024-05", "2024-05", 0),
        ("2024-13", None, 1),
        ("2024", "2024", 0),
        (2024, "2024", 0),
        ("0000", None, 1),
        ("2024-05-16T23:59:59+08:00", "2024-05-16", 0),
        ("2024-05-16 08:00", "2024-05-16", 0),
        ("16 May 2024", "2024-05-16", 0),
        ("Thursday, May 16, 2024", "2024-05-16", 0),
        ("May 35, 2024", None, 1),
        ("", None, 0),
        (None, None, 0),
        ("Mon, 21 Mar 2016 18:00:00 GMT", "2016-03-21", 0),
        ("2016/11/11 10:00", "2016-11-11", 0),
        (1574150400, "2019-11-19", 0),
        (1574150400.0, "2019-11-19", 0),
        (20160321, "2016-03-21", 0),
        ("21/03/2019", "2019-03-21", 0),
        ("05/03/2019", None, 1),
    ],
)
def test_dates_of_publication(tmp_path: Path, date: object, published: str | None, faults: int) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(row(date=date))
    [article], found = read(path)
    assert article.published == published
    assert [f.reason for f in found] == [UnreadableReason.DATE] * faults
    assert not any(f.is_error for f in found)


def test_one_id_with_two_texts_is_an_error_for_the_second(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([row(), row(text="Another text."), row(), row(id="x")]))
    articles, faults = read(path)
    assert [a.id for a in articles] == ["good", "x"]
    assert [f.reason for f in faults] == [UnreadableReason.ID_TAKEN, UnreadableReason.SAME_AGAIN]
    assert [f.is_error for f in faults] == [True, False]


def test_ids_of_files_are_their_paths_within_the_folder(tmp_path: Path) -> None:
    (tmp_path / "1999").mkdir()
    for name in ("b.txt", "a.md", "1999/b.txt", ".hidden.txt", "scan.docx"):
        (tmp_path / name).write_text(f"Text of {name}.")
    articles, [left_out] = read(tmp_path)
    assert [a.id for a in articles] == ["a", "b", "1999/b"]
    assert (left_out.reason, left_out.is_error) == (UnreadableReason.LEFT_OUT, False)
    assert [a.id for a in read(tmp_path / "1999" / "b.txt")[0]] == ["b"]


def test_what_a_browser_saves_beside_a_page_is_one_remark(tmp_path: Path) -> None:
    (tmp_path / "Summit.html").write_text("<html><p>Kohl met Mitterrand in Strasbourg on Friday, and they dined.")
    for folder, name in (("Summit_files", "frame.html"), ("Summit_files", "a.js"), ("Summit_files/more", "b.png")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text("<html><p>Buy new shoes today, for less than ever before, in our shop.")
    (tmp_path / "Other_files").mkdir()
    (tmp_path / "Other_files" / "a.txt").write_text("Kohl met Yeltsin.")
    articles, [beside] = read(tmp_path)
    assert [article.id for article in articles] == ["Summit", "Other_files/a"]
    assert (beside.origin, beside.is_error) == (str(tmp_path / "Summit_files"), False)
    assert "saved beside a page, which is read (3 files)" in beside.message
    assert [article.id for article in read(tmp_path / "Summit_files")[0]] == ["frame"]


def test_two_files_of_one_name_never_clash_in_silence(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(f"Report of {name}.")
    [article], [fault] = read(tmp_path / "x", tmp_path / "y")
    assert article.text == "Report of x."
    assert fault.reason is UnreadableReason.ID_TAKEN
    assert str(tmp_path / "y" / "report.txt") in fault.message


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kohl met Yeltsin.")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    articles, faults = read(tmp_path)
    assert [a.id for a in articles] == ["a"]
    assert {f.reason for f in faults} == {UnreadableReason.SEEN_FOLDER, UnreadableReason.NOT_FOUND}


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Kohl met Yeltsin.")
    (tmp_path / "b.txt").write_text("Major met Clinton.")
    open_file = Path.open

    def refuse(self: Path, *args: str, **more: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return open_file(self, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    [article], [fault] = read(tmp_path)
    assert article.id == "b"
    assert fault.reason is UnreadableReason.NO_PERMISSION


def test_a_folder_without_permission_and_a_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    _, [fault] = read(tmp_path)
    assert fault.reason is UnreadableReason.NO_PERMISSION


def test_what_does_not_exist_or_has_no_known_format(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "empty").mkdir()
    _, faults = read(tmp_path / "none.txt", tmp_path / "a.docx", tmp_path / "empty", "zero\0name")
    reasons = [UnreadableReason.NOT_FOUND, UnreadableReason.FORMAT, UnreadableReason.EMPTY, UnreadableReason.NOT_FOUND]
    assert [f.reason for f in faults] == reasons
    assert all(f.is_error for f in faults)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (f"\n{row(id='1')}\n{row(id='2')}\n", ["1", "2"]),
        (json.dumps([{**GOOD, "id": "1"}, {**GOOD, "id": "2"}], indent=1), ["1", "2"]),
        (json.dumps(GOOD, indent=1), ["good"]),
        ("Walesa met Kohl in Warsaw.", ["text-00371f186a36"]),
    ],
)
def test_standard_input_is_told_by_its_content(data: str, ids: list[str]) -> None:
    articles, faults = read("-", stdin=data.encode())
    assert not faults
    assert [a.id for a in articles] == ids


def test_json_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([GOOD, {"id": 5, "text": "A number is an id."}, {"id": "no text"}]))
    articles, [fault] = read(path)
    assert [a.id for a in articles] == ["good", "5"]
    assert fault.origin == f"{path}[3]"
    path.write_text("[" * 100_000)
    assert read(path)[1][0].reason is UnreadableReason.NOT_JSON
    path.write_text("")
    assert read(path)[1][0].reason is UnreadableReason.EMPTY


def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if os.fork() == 0:  # pragma: no cover
        pipe.write_text(row())
        os._exit(0)
    [article], _ = read(pipe)
    os.wait()
    assert article.id == "good"


def test_rows_are_read_as_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for number in range(20_000):
            file.write(row(id=str(number)) + "\n")
    start = time.process_time()
    tracemalloc.start()
    count = sum(isinstance(item, Article) for item in read_inputs([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 6_000_000
    assert time.process_time() - start < 20
