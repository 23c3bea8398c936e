"""What a shell is told when it completes a word, and the script that lets it ask."""

from __future__ import annotations

import os
from typing import Any

import click
from click.shell_completion import BashComplete, CompletionItem, ShellComplete, get_completion_class

from kg.cli.group import ASKED

#: Each with where its script goes.
SHELLS = {
    "bash": """eval "$(kg completion bash)"  # in ~/.bashrc""",
    "zsh": """eval "$(kg completion zsh)"  # in ~/.zshrc, after compinit""",
    "fish": "kg completion fish > ~/.config/fish/completions/kg.fish",
}
_PLAIN = "-_./:@+,"


class _Bash(BashComplete):
    """Bash puts a completion into the line as it is: what it would read as more than a word is escaped."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        if item.type != "plain" or _in_quotes():
            return super().format_completion(item)
        # Two signs: the script reads the line in a way that takes one of them away.
        escaped = "".join(sign if sign.isalnum() or sign in _PLAIN else rf"\\{sign}" for sign in item.value)
        return super().format_completion(CompletionItem(escaped))


def script(shell: str, group: click.Command) -> str:
    """Give the script that teaches a shell to complete `kg`."""
    return _asked(shell, group).source()


def complete(group: click.Command, instruction: str) -> None:
    """Print what completes the word that the shell is at; nothing where it asks in a way that isn't known."""
    shell, _, what = instruction.partition("_")
    if shell in SHELLS and what == "complete":
        click.echo(_asked(shell, group).complete())


def _asked(shell: str, group: click.Command) -> ShellComplete:
    kind = _Bash if shell == "bash" else get_completion_class(shell)
    assert kind is not None, shell  # click knows all of SHELLS
    return kind(group, {}, "kg", ASKED)


def _in_quotes() -> bool:
    """Whether the word that Bash is at begins with a quote; it closes it by itself."""
    words = os.environ["COMP_WORDS"].split("\n")
    here = int(os.environ["COMP_CWORD"])
    return here < len(words) and words[here].startswith(("'", '"'))
