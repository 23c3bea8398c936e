"""Facts in columns that fit the terminal, with the sentence beneath."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.cli.table import print_facts, print_lines

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


@given(
    st.lists(st.lists(st.text(alphabet="ab 1習近é-,", max_size=40), min_size=4, max_size=4), min_size=1, max_size=5),
    st.integers(45, 160),
)
def test_any_table_fits_and_loses_nothing(rows: list[list[str]], width: int) -> None:
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    with pytest.MonkeyPatch.context() as patch, io.StringIO() as stream:
        patch.setattr("kg.cli.console._PIPED_WIDTH", width)
        patch.setattr("sys.stdout", stream)
        print_lines(rows, ["one", "two", "three", "four"])
        out = stream.getvalue()
    assert max(map(cell_len, out.splitlines())) <= width
    signs = Counter("".join(cell for row in rows for cell in row).replace(" ", ""))
    assert not signs - Counter(out)


def test_numbers_stand_on_the_right_and_dates_are_not_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.cli.console._PIPED_WIDTH", 40)
    print_lines([["Luiz Inácio Lula da Silva", "9", "2016-03-21"], ["Raúl", "1,234", "2015"]], ["who", "n", "first"])
    assert capsys.readouterr().out.splitlines() == [
        f"{'who':21}  {'n':>5}  first",
        "─" * 40,
        f"{'Luiz Inácio Lula da':21}  {'9':>5}  2016-03-21",
        "Silva",
        f"{'Raúl':21}  {'1,234':>5}  2015",
    ]


def test_a_status_has_a_colour_where_colours_are_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def printed() -> str:
        print_lines([["planned"], ["occurred"]], ["possible"])
        return capsys.readouterr().out

    assert "\x1b" not in printed()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[36mplanned\x1b[0m" in printed()
    assert "\x1b[33m" not in printed(), "a heading is no status"
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in printed()
