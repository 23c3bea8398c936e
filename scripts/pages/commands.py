"""The page of the command line, made from the commands; a hook of mkdocs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import click

from kg.cli.catalogue import SECTIONS
from kg.cli.group import group

MARK = "<!-- commands -->"
_NO_WRAP = "\b"
_COMMON = {"help", "quiet", "verbose"}  # every command has them; they stand at the top of the page
_MARKUP = re.compile(r"[\[\]*_`]")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the commands in place of the mark; mkdocs calls it for every page."""
    return markdown.replace(MARK, "\n".join(reference())) if MARK in markdown else markdown


def reference() -> Iterator[str]:
    """Give the lines of the page: each command with its help, its usage and its options."""
    with click.Context(group, info_name="kg", **group.context_settings) as context:
        yield from ("Every command takes these:", "", *_options(context))
        for heading, names in SECTIONS.items():
            yield from (f"## {heading}", "")
            for name in names:
                yield from _command(name, group.get_command(context, name), context)


def _command(name: str, command: click.Command | None, parent: click.Context) -> Iterator[str]:
    if command is None or command.hidden:
        return
    with click.Context(command, info_name=name, parent=parent) as context:
        path = context.command_path
        yield from (f"{'#' * (path.count(' ') + 2)} {path}", "", *_help(command.help or ""))
        usage = " ".join(command.collect_usage_pieces(context))
        yield from ("```", f"{path} {usage}", "```", "", *_options(context))
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                yield from _command(inner, command.get_command(context, inner), context)


def _help(text: str) -> Iterator[str]:
    """Give the paragraphs of a help text; those that are not to be wrapped are examples or lists."""
    for paragraph in cleandoc(text).split("\n\n"):
        lines = paragraph.splitlines()
        if lines and lines[0].strip() == _NO_WRAP:
            heading, *code = lines[1:]
            yield from (heading, "", "```sh", *(line.removeprefix("  ") for line in code), "```", "")
        else:
            yield from (*map(_plain, lines), "")


def _options(context: click.Context) -> Iterator[str]:
    common = _COMMON if context.parent else set()
    records = [one.get_help_record(context) for one in context.command.get_params(context) if one.name not in common]
    told = [record for record in records if record and record[1]]  # arguments stand in the usage
    if told:
        yield from ("| option | |", "|---|---|", *(f"| `{names}` | {_cell(what)} |" for names, what in told), "")


def _cell(text: str) -> str:
    return _plain(" ".join(text.split())).replace("|", "&#124;")


def _plain(text: str) -> str:
    """Give a text in which Markdown sees no markup."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("<", "&lt;"))
