"""What the shell is offered, asked as the shells ask; in a real Bash where there is one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.completing import _is_harmless
from kg.cli.shells import SHELLS
from kg.stores.actor_names import actor_names
from scripts.pages.environment import environment

Kg = Callable[..., Any]


@pytest.fixture
def offered(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What fish is offered for the last of some words."""

    def ask(*words: str | Path) -> list[str]:
        monkeypatch.setenv("_KG_COMPLETE", "fish_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(map(str, ("kg", *words))))
        monkeypatch.setenv("COMP_CWORD", str(words[-1]))
        ended = kg()
        assert (ended.status, ended.err) == (0, "")
        return [line.split("\t")[0].partition(",")[2] for line in ended.out.splitlines() if line]

    return ask


def test_commands_options_and_values(offered: Callable[..., list[str]], workspace: Path) -> None:
    assert offered("con") == ["connections"]
    assert offered("resolve", "u") == ["unsure", "undo"] or set(offered("resolve", "u")) == {"unsure", "undo"}
    assert "--since" in offered("timeline", workspace, "FR", "--s")
    assert offered("timeline", workspace, "FR", "--status", "p") == ["planned", "possible"]
    assert "Meeting" in offered("timeline", workspace, "FR", "--type", "me")
    assert offered("actors", workspace, "--format", "j") == ["json", "jsonl"]


def test_actors_of_the_workspace(offered: Callable[..., list[str]], workspace: Path, tmp_path: Path) -> None:
    assert offered("timeline", workspace, "ger") == ["Germany"]
    assert offered("connections", workspace, "Germany", "p") == ["Poland"]
    assert offered("timeline", tmp_path / "none", "g") == []
    assert offered("timeline", "bolt://localhost:1", "g") == [], "no server is asked"
    (workspace / "graph.jsonl").write_bytes(b"\xff\n" * 3)
    assert offered("timeline", workspace, "g") == []


def test_a_wrong_file_of_settings_breaks_no_completion(
    offered: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kg.toml").write_text("nonsense")
    monkeypatch.setenv("KG_CONFIG", str(tmp_path / "kg.toml"))
    assert offered("con") == ["connections"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_back(kg: Kg, shell: str) -> None:
    ended = kg("completion", shell)
    assert ended.status == 0
    assert f"_KG_COMPLETE={shell}_complete" in ended.out


def test_a_shell_that_is_not_known(kg: Kg) -> None:
    ended = kg("completion", "tcsh")
    assert (ended.status, ended.out) == (2, "")
    assert "'bash', 'zsh', 'fish'" in ended.err


@pytest.mark.skipif(which("bash") is None, reason="no bash here")
def test_a_real_bash(tmp_path: Path, kg: Kg, workspace: Path) -> None:
    _name(workspace, "Germany", "Jean-Luc O’Neill")
    (tmp_path / "script").write_text(kg("completion", "bash").out)
    with_kg = environment(tmp_path / "bin")
    program = (
        'source ./script; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kg_completion kg; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )

    def asked(*words: str) -> str:
        done = subprocess.run(
            ["bash", "-c", program, "bash", *words],
            cwd=tmp_path,
            env=with_kg,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.rstrip("\n")

    assert asked("kg", "conn") == "connections"
    assert asked("kg", "timeline", "w", "neil") == ""
    assert asked("kg", "timeline", "w", "jean") == r"Jean-Luc\ O\’Neill"
    assert asked("kg", "timeline", "w", '"jean') == "Jean-Luc O’Neill"


def _name(workspace: Path, old: str, new: str) -> None:
    file = workspace / "graph.jsonl"
    file.write_text(file.read_text().replace(f'"name":"{old}"', f'"name":"{new}"'))


def test_a_name_that_a_shell_would_obey_is_not_offered(offered: Callable[..., list[str]], workspace: Path) -> None:
    _name(workspace, "Germany", "Gerda $(touch x)")
    assert "Gerda $(touch x)" in set(actor_names(workspace))
    assert offered("timeline", workspace, "ger") == []


@given(st.text())
def test_no_name_that_is_offered_means_anything_to_a_shell(name: str) -> None:
    if _is_harmless(name):
        assert not set(name) & set('$`\\"!*?[]{}()<>|&;#~=%\n\r\t\x1b')
