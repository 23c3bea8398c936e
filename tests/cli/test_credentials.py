"""User and password of a server are asked for on a terminal, by every command that asks a server."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from kg.cli.config.options import every_command
from kg.cli.group import group
from tests.cli.conftest import Kg
from tests.cli.test_stores import ASKED
from tests.neo4j_server.server import Server

KG = [sys.executable, "-m", "kg"]
_NAMES = ("KG_NEO4J_USER", "KG_NEO4J_PASSWORD", "KG_NEO4J_CREDENTIALS", "NEO4J_USERNAME", "NEO4J_PASSWORD")


@pytest.mark.parametrize(
    "arguments", [("actors",), ("query", "MATCH (n:Person) RETURN n"), ("load", "--dry-run")], ids=lambda a: a[0]
)
def test_on_a_terminal_they_are_asked_for(
    kg: Kg, workspace: Path, neo4j_server: Server, arguments: Sequence[str]
) -> None:
    command, *rest = arguments
    rest = [*([str(workspace)] if command == "load" else []), neo4j_server.uri, *rest]
    status, out, shown = _typed([*KG, command, *rest, "--format", "json"], ["", neo4j_server.password])
    assert status == 0, shown
    assert f"User at {neo4j_server.uri}" in shown
    assert neo4j_server.password not in shown + out
    assert out.startswith("[")
    assert kg(command, *rest).status == 8  # nobody to be asked


@pytest.mark.usefixtures("web")
def test_for_a_picture_too(workspace: Path, neo4j_server: Server) -> None:
    drawn = ["view", neo4j_server.uri, "-o", str(workspace / "graph.html"), "--json"]
    status, out, shown = _typed([*KG, *drawn], ["", neo4j_server.password])
    assert status == 0, shown
    assert f"User at {neo4j_server.uri}" in shown
    assert out.startswith("[")


def test_the_explorer_asks_for_them_when_it_starts(neo4j_server: Server) -> None:
    process, leader, shown = _begun([*KG, "serve", neo4j_server.uri], ["", neo4j_server.password])
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"{neo4j_server.uri} is at http://127.0.0.1:".encode())
        assert neo4j_server.password.encode() not in shown
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
        os.close(leader)


def test_every_command_that_takes_a_store_takes_a_file_with_them() -> None:
    takes = {
        words: {param.name for param in command.params}
        for words, command in every_command(group)
        if _asks_a_store(command)
    }
    assert len(takes) > len(ASKED)
    assert [words for words, names in takes.items() if "credentials" not in names] == []


def _asks_a_store(command: click.Command) -> bool:
    named = (param.make_metavar(click.Context(command)) for param in command.params)
    return any("URI" in metavar.split("|") for metavar in named)


def test_questions_read_them_from_a_file(
    kg: Kg, workspace: Path, neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "credentials"
    file.touch(mode=0o600)
    file.write_text(f"NEO4J_USERNAME={neo4j_server.auth[0]}\nNEO4J_PASSWORD={neo4j_server.password}\n")
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    given = ("--credentials", file)
    assert kg("load", workspace, neo4j_server.uri, *given).status == 0
    for command, *arguments in ASKED:
        ended = kg(command, neo4j_server.uri, *arguments, *given)
        assert ended.status == 0, ended.err


def _typed(arguments: list[str], answers: list[str]) -> tuple[int, str, str]:
    """Run a command on a terminal, type an answer at each prompt; gives its status, output, and what was shown."""
    process, leader, shown = _begun(arguments, answers)
    out, _ = process.communicate(timeout=120)
    while select.select([leader], [], [], 0)[0]:
        try:
            shown += os.read(leader, 65536)
        except OSError:  # Linux's way to say that the other side is closed
            break
    os.close(leader)
    return process.returncode, out.decode(), shown.decode()


def _begun(arguments: list[str], answers: list[str]) -> tuple[subprocess.Popen[bytes], int, bytes]:
    """Begin a command on a terminal, and type an answer at each prompt; gives the terminal's other end too."""
    leader, follower = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in _NAMES}
    # Of a session of its own: else a password would be asked for at the terminal from which the tests were started.
    process = subprocess.Popen(
        arguments, stdin=follower, stdout=subprocess.PIPE, stderr=follower, env=environment, start_new_session=True
    )
    os.close(follower)
    shown, deadline = b"", time.monotonic() + 120
    for answer in answers:
        prompt = len(shown)
        while not shown[prompt:].rstrip().endswith(b":") and time.monotonic() < deadline:
            if select.select([leader], [], [], 1)[0]:
                shown += os.read(leader, 65536)
        os.write(leader, f"{answer}\n".encode())
        shown += b"\n"
    return process, leader, shown
