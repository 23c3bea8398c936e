"""Logs: nothing unasked, one line a record whatever an input is called, and fields that pass for nothing else."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.logs import JsonLines, Log, Told


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def kept() -> Iterator[list[logging.LogRecord]]:
    handler, root = _Kept(), logging.getLogger("kg")
    before = root.level
    root.addHandler(handler)
    root.setLevel("DEBUG")
    yield handler.records
    root.removeHandler(handler)
    root.setLevel(before)


def test_a_library_prints_nothing_unasked() -> None:
    program = "import kg, kg.logs; kg.Article; kg.logs.Log('x').error('all is lost', origin='a')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_whoever_sets_up_logging_reads_it_in_words() -> None:
    program = "import logging, kg.logs; logging.basicConfig(level='INFO'); kg.logs.Log('x').info('run began', run=1)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "INFO:kg.x:run began run=1\n"


def test_a_record_as_json(kept: list[logging.LogRecord]) -> None:
    Log("pipeline").warning("article failed", origin="a.txt", kind="binary")
    [record] = kept
    told = json.loads(JsonLines().format(record))
    assert told.pop("time").endswith("+00:00")
    assert told.pop("process") == record.process
    assert told == {
        "level": "warning",
        "logger": "kg.pipeline",
        "what": "article failed",
        "origin": "a.txt",
        "kind": "binary",
    }


_ANY = st.text(st.characters())  # half surrogate pairs, too: names of files are any bytes


@given(_ANY, st.dictionaries(st.sampled_from(["origin", "what", "level", "time", "message"]), _ANY))
def test_no_input_ends_a_line_or_passes_for_another(what: str, fields: dict[str, str]) -> None:
    told = Told(what, fields)
    record = logging.LogRecord("kg.x", logging.INFO, "", 0, told, None, None)
    line = JsonLines().format(record)
    assert line.isascii()
    assert line.isprintable()
    read = json.loads(line)
    assert (read["what"], read["level"]) == (what, "info")
    assert all(read[name] == text for name, text in fields.items() if name in ("origin", "message"))
    assert str(Told("said", fields)).isprintable()


def test_a_record_of_somebody_else_is_a_line_too() -> None:
    record = logging.LogRecord("kg.x", logging.INFO, "", 0, "%s\n%s", ("a", "b"), None)
    assert json.loads(JsonLines().format(record))["what"] == "a\nb"
