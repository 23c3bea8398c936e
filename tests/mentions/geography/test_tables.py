"""The tables and the pass over plain text: no model is needed."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SchemaError
from kg.mentions.bodies import Bodies
from kg.mentions.geography import Gazetteer, find_in_text
from kg.mentions.geography.folding import fold
from kg.mentions.geography.gazetteer import PHRASES, PLACES, STATES
from tests.mentions.geography.conftest import SCHEMAS

TABLES = Gazetteer.load(SCHEMAS)
WORDS = st.sampled_from(
    [
        "Russia",
        "Sino",
        "-",
        "Korean",
        "U.S.",
        "US",
        ",",
        "Texas",
        "Paris",
        "in",
        "the",
        "Times",
        "dollar",
        "Mr.",
        " ",
        "\n",
        "Georgia",
    ]
)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=20))
def test_found_names_lie_in_the_text_apart_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = find_in_text(text, TABLES)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_state_is_found_by_each_of_its_names() -> None:
    kinds = {entry.key for entries in TABLES.index.values() for entry in entries}
    assert len(TABLES.names) == 198
    assert {f"Country:{code}" for code in TABLES.names} <= kinds


@pytest.mark.parametrize("file", [STATES, PLACES, PHRASES])
def test_a_missing_table_is_named(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, folder)
    (folder / file).unlink()
    with pytest.raises(SchemaError, match=file.replace(".", r"\.")):
        Gazetteer.load(folder)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, folder)
    (folder / PLACES).write_text("city FR Lyon\n")
    with pytest.raises(SchemaError, match=r"places\.tsv:1: "):
        Gazetteer.load(folder)


def test_a_misspelt_key_of_a_body_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "organizations.yaml").write_text("- {names: [World Bank], acronym: [WB]}\n")
    with pytest.raises(SchemaError, match="entry 1"):
        Bodies.load(tmp_path)
