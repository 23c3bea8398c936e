"""Options from files and the environment: which goes before which, and that nothing wrong is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.cli.config.environment import OTHERS, variables
from kg.cli.config.options import BY_HAND, SHARED, every_command, settable
from kg.cli.group import group

Kg = Callable[..., Any]
Write = Callable[[str], Path]


@pytest.fixture
def here(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes kg.toml into the folder in which the command runs."""
    del workspace  # lies in it, as `w`
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))

    def write(text: str, folder: Path = tmp_path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kg.toml").write_text(text)
        return folder / "kg.toml"

    return write


def _rows(ended: Any) -> int:
    assert ended.status == 0, ended.err
    return len(json.loads(ended.out))


def test_an_argument_goes_before_the_environment_that_before_a_file(
    kg: Kg, here: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _rows(kg("actors", "w")) == 3
    here("[actors]\nlimit = 1")
    assert _rows(kg("actors", "w")) == 1
    monkeypatch.setenv("KG_ACTORS_LIMIT", "2")
    assert _rows(kg("actors", "w")) == 2
    assert _rows(kg("actors", "w", "--limit", "3")) == 3


def test_what_is_said_of_one_command_goes_before_what_is_said_of_all(
    kg: Kg, here: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    here('format = "table"\n[actors]\nformat = "jsonl"')
    assert kg("actors", "w").out.startswith('{"')
    assert kg("timeline", "w", "FR").out.startswith("event")
    assert kg("timeline", "w", "FR", "--json").out.startswith("[")
    assert kg("export", "w").out.startswith('{"'), "its --format is another"
    monkeypatch.setenv("KG_FORMAT", "json")
    assert kg("timeline", "w", "FR").out.startswith("[")
    monkeypatch.setenv("KG_TIMELINE_FORMAT", "jsonl")
    assert kg("timeline", "w", "FR").out.startswith("{")


def test_the_folder_goes_before_the_user(kg: Kg, here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "home" / name))
    here("[actors]\nlimit = 2", tmp_path / "home" / "kg")
    assert _rows(kg("actors", "w")) == 2
    here("[actors]\nlimit = 1")
    assert _rows(kg("actors", "w")) == 1
    monkeypatch.setenv("KG_CONFIG", "")
    assert _rows(kg("actors", "w")) == 3
    monkeypatch.setenv("KG_CONFIG", str(tmp_path / "home" / "kg" / "kg.toml"))
    assert _rows(kg("actors", "w")) == 2


def test_values_of_every_kind(kg: Kg, here: Write) -> None:
    here('[timeline]\nstatus = "occurred"\nmin-confidence = 0.5\ntype = ["Meeting"]')
    assert _rows(kg("timeline", "w", "DE")) == 2
    here("[timeline]\nsince = 2020-01-02")
    assert _rows(kg("timeline", "w", "DE")) == 0, "they have no date"
    here("[connections]\nweak = true\nsteps = 2")
    assert _rows(kg("connections", "w", "FR", "PL")) == 1
    here('[resolve.list]\nverdict = "unsure"')
    assert _rows(kg("resolve", "list", "w")) == 0


def test_paths_start_from_the_folder_of_the_file(kg: Kg, here: Any, tmp_path: Path) -> None:
    file = here('[build]\ninto = "graph"', tmp_path / "deep")
    assert kg("build", "news.jsonl").status == 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_CONFIG", str(file))
        assert kg("build", "news.jsonl").status == 0
    assert (tmp_path / "deep" / "graph" / "record.sqlite").is_file()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[actors]\nlimmit = 1", "kg.toml: [actors] limmit: there is no such option. Did you mean 'limit'?"),
        ("[actors]\nmin_confidence = 1", "kg.toml: [actors] min_confidence: there is no such option"),
        ("[actrs]\nlimit = 1", "kg.toml: actrs: there is no such command. Did you mean 'actors'?"),
        ("fromat = 'json'", "kg.toml: fromat: there is no such option of all commands. Did you mean 'format'?"),
        ("actors = 3", "kg.toml: actors: this is a command. Write [actors], and its options beneath"),
        ("[actors]\nlimit = 'x'", "kg.toml: [actors] limit: 'x'"),
        ("[actors]\nlimit = true", "kg.toml: [actors] limit: True is no number"),
        ("[actors]\nlimit = 0", "kg.toml: [actors] limit: 0 is not in the range x>=1."),
        ("[actors]\nlimit = [1, 2]", "kg.toml: [actors] limit: a list, where there is one value"),
        ("[actors]\nlimit = {a = 1}", "kg.toml: [actors] limit: {'a': 1} is no number"),
        ("quiet = 'yes'", "kg.toml: quiet: 'yes' is no true or false"),
        ("format = 'jsno'", "kg.toml: format: 'jsno' is not one of 'table', 'json', 'jsonl'"),
        ("password = 'x'", "kg.toml: password: a file is no place for a secret. Set it in the environment"),
        ("[actors", "kg.toml: not TOML: "),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(kg: Kg, here: Write, text: str, told: str) -> None:
    here(text)
    ended = kg("actors", "w")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(f"kg: {told}")
    assert kg("actors", "--help").status == 0


@pytest.mark.parametrize("text", ["[query]\nwrite = true", "[load]\nreplace = true"])
def test_a_file_in_a_strange_folder_opens_no_door(kg: Kg, here: Write, text: str) -> None:
    here(text)
    command, rest = ("query", ["w", "RETURN 1"]) if "query" in text else ("load", ["w", "networkx:x.jsonl"])
    ended = kg(command, *rest)
    assert (ended.status, ended.out) == (2, "")
    assert "a file can't say this" in ended.err


@pytest.mark.parametrize("model", ["./model", "/tmp/model", "model/en-1.0", "~/model"])
def test_a_file_in_a_strange_folder_names_no_model_in_a_folder(kg: Kg, here: Write, model: str) -> None:
    here(f"model = '{model}'")
    ended = kg("extract", "news.jsonl")
    assert (ended.status, ended.out) == (2, "")
    assert "a pipeline in a folder can bring code" in ended.err
    here("model = 'no_such_model'")
    assert "a pipeline in a folder" not in kg("extract", "news.jsonl").err


@pytest.mark.parametrize("outside", ["../elsewhere", "~/elsewhere", "/elsewhere", "link/elsewhere"])
def test_a_file_in_a_strange_folder_writes_only_there(kg: Kg, here: Any, tmp_path: Path, outside: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path.parent)
    text = f'[extract]\noutput = "{outside}"'
    here(text)
    ended = kg("extract", "news.jsonl")
    assert (ended.status, ended.out) == (2, "")
    assert "[extract] output" in ended.err
    assert "outside of the folder" in ended.err


def test_a_file_that_is_named_must_be_there(kg: Kg, here: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    here("")
    monkeypatch.setenv("KG_CONFIG", "gone.toml")
    assert kg("actors", "w") == (2, "", "kg: gone.toml: the settings can't be read: No such file or directory\n")


def test_a_wrong_variable_is_named(kg: Kg, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_ACTORS_LIMIT", "many")
    ended = kg("actors", workspace)
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert ended.err.startswith("kg: KG_ACTORS_LIMIT in the environment: 'many'")


def test_the_page_names_what_there_is(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(KG_[A-Z0-9_]+)", page)) - {"KG_COMMAND_OPTION", "KG_OPTION"}
    assert named <= variables(group) | set(OTHERS)
    assert set(OTHERS) <= named, "a variable that the page doesn't name"
    assert all(f"`{name}`" in page for name in SHARED)
    assert all(f"`--{name}`" in page for name in BY_HAND)


def test_every_option_has_a_variable_of_its_own() -> None:
    assert not variables(group) & set(OTHERS)
    found: dict[str, tuple[str, ...]] = {}
    for words, command in every_command(group):
        for option in settable(command).values():
            of_command = [name for name in option.envvar or () if name not in found]
            assert of_command or not words, option.opts
            found.update(dict.fromkeys(of_command, words))


def test_verbose_says_what_applies_and_quiet_says_nothing(kg: Kg, here: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    here("[actors]\nlimit = 1")
    monkeypatch.setenv("KG_FORMAT", "json")
    said = kg("actors", "w", "--verbose").err.splitlines()
    assert said[:2] == [
        "kg: --limit comes from kg.toml: [actors] limit",
        "kg: --format comes from KG_FORMAT in the environment",
    ]
    assert said[2].startswith("kg: took ")
    assert len(said) == 3
    assert kg("-v", "actors", "w").err.splitlines()[:2] == said[:2]
    monkeypatch.setenv("KG_VERBOSE", "1")
    assert kg("actors", "w", "--quiet").err == "", "an argument goes before the environment"
    assert kg("actors", "w", "-q", "-v").status == 2


def test_quiet_keeps_warnings_back_and_no_fault(kg: Kg, tmp_path: Path, telling: object) -> None:  # noqa: ARG001
    (tmp_path / "latin.txt").write_bytes("FR met DE in Orléans.".encode("cp1252"))
    into = ("--into", tmp_path / "new")
    assert "warning" in kg("build", tmp_path / "latin.txt", *into).err
    assert kg("build", tmp_path / "latin.txt", *into, "--quiet").err == ""
    assert "gone.txt" in kg("build", tmp_path / "gone.txt", *into, "--quiet").err


def test_json_for_short(kg: Kg, workspace: Path) -> None:
    assert kg("actors", workspace, "--json").out == kg("actors", workspace, "--format", "json").out
    ended = kg("actors", workspace, "--json", "--format", "table")
    assert (ended.status, ended.out) == (2, "")
