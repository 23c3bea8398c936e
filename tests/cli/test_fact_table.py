"""Facts in columns that fit the terminal, with the sentence beneath."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from kg.cli.fact_table import print_facts

COLUMNS = {"when": "when", "type": "type", "who": "who", "where": "where", "document": "document"}
SENTENCE = (
    "The two prime ministers signed the accord in the old town hall after a night of talks that nobody had expected."
)
ROWS: list[dict[str, object]] = [
    {
        "when": "1995-11-21",
        "type": "Signing",
        "who": ["Alija Izetbegovic (signatory)", "Franjo Tudjman (signatory)", "Slobodan Milosevic (signatory)"],
        "where": "Wright-Patterson Air Force Base",
        "says": SENTENCE,
    },
    {"when": "2000-06-13/2000-06-15", "type": "Meeting", "who": ["金大中", "Kim Jong Il"], "where": None, "says": None},
]


@pytest.mark.parametrize("width", [70, 80, 120, 200])
def test_it_fits_and_keeps_every_word(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.cli.console._PIPED_WIDTH", width)
    print_facts(ROWS, COLUMNS, beneath="says")
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= width
    words = " ".join(lines).split()
    assert set(SENTENCE.split()) <= set(words)
    assert {"1995-11-21", "2000-06-13/2000-06-15", "Izetbegovic", "(signatory),", "金大中,"} <= set(words)


def test_a_column_without_a_value_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_facts(ROWS, COLUMNS, beneath="says")
    headings = capsys.readouterr().out.splitlines()[0].split()
    assert headings == ["when", "type", "who", "where"]


def test_the_sentence_stands_beneath_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_facts(ROWS, COLUMNS, beneath="says")
    lines = capsys.readouterr().out.splitlines()
    assert lines[3] == f"    {SENTENCE}"
    assert lines[4].startswith("2000-06-13/2000-06-15")
