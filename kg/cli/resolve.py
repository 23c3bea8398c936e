"""`kg resolve`: which names are one person's or organization's; what the machine judged, and what people decide."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import Group
from kg.cli.logging_options import log_options
from kg.cli.options import actor_argument, format_option, limit_option, workspace_argument
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.plain import plain
from kg.cli.volume import warn

if TYPE_CHECKING:
    from kg.api.judging import Judgement

_COLUMNS = {"verdict": "verdict", "score": "score", "a": "one", "b": "other", "judge": "by", "id": "id"}


@click.group("resolve", cls=Group)
def command() -> None:
    """Show which names are taken to be one person's or organization's and why, and decide it.

    A name may be given as NAME, NAME/STATE ("Li Wei/SG"), NAME@ARTICLE ("Li Wei@a17"), or the id of a node.
    What you decide goes before what kg judges, and stays when the graph is built anew.

    \b
    Example:
      kg resolve same my-graph "Muammar Gaddafi" "Moammar Khadafy"
    """


@command.command("list", short_help="All judgements.")
@workspace_argument
@click.option(
    "--verdict",
    type=click.Choice(["same", "different", "unsure"]),
    metavar="VERDICT",
    help="Only these: same, different or unsure.",
)
@click.option(
    "--by",
    type=click.Choice(["machine", "person"]),
    metavar="WHO",
    help="Only what kg judged (machine), or people (person).",
)
@limit_option
@format_option
def list_all(workspace: Path, verdict: str | None, by: str | None, limit: int | None, form: str | None) -> None:
    """List the judgements in WORKSPACE: those of people, then those of which kg is least sure.

    \b
    Example:
      kg resolve list my-graph --verdict unsure --limit 20
    """
    from kg.api.judging import judgements
    from kg.workspace.judgement import MACHINE

    found = [
        judgement
        for judgement in judgements(workspace)
        if verdict in (None, judgement.verdict.value)
        and by in (None, "machine" if judgement.judge == MACHINE else "person")
    ]
    _show(found[:limit], chosen_format(form))


def _decision(verdict: str, short_help: str, text: str, example: str) -> None:
    """Add the command of a verdict."""

    @command.command(verdict, short_help=short_help, help=f"{text}\n\n\b\nExample:\n  kg resolve {verdict} {example}")
    @workspace_argument
    @actor_argument("a", metavar="ONE")
    @actor_argument("b", metavar="OTHER")
    @click.option("--reason", default="", metavar="TEXT", help="Why, for those who read it later.")
    @click.option("--by", "judge", default="person", metavar="NAME", help="Who says so.")
    @log_options
    @format_option
    def decide(workspace: Path, a: str, b: str, reason: str, judge: str, form: str | None) -> None:
        from kg.api.judging import Verdict
        from kg.api.judging import judge as judge_two

        made = judge_two(workspace, a, b, verdict=Verdict(verdict), reason=reason, judge=judge, warn=warn)
        _show([made], chosen_format(form))


_decision("same", "Two are one.", "Say that ONE and OTHER are one.", 'my-graph "Kadafi" "Muammar Gaddafi"')
_decision("different", "Two are two.", "Say that ONE and OTHER are two.", 'my-graph "Li Wei/SG" "Li Wei/CN"')
_decision(
    "unsure",
    "It isn't known; they stay apart.",
    "Say that it isn't known whether ONE and OTHER are one: kg doesn't join them by itself.",
    'my-graph "Juan Carlos" "Juan Carlos Varela"',
)


@command.command("undo", short_help="Take a decision back.")
@workspace_argument
@click.argument("judgement", metavar="JUDGEMENT|ONE")
@actor_argument("other", required=False)
@log_options
@format_option
def undo_one(workspace: Path, judgement: str, other: str | None, form: str | None) -> None:
    """Take a decision back, given by its id or by the two names: the graph is as if it had never been made.

    \b
    Example:
      kg resolve undo my-graph 3f0c12
    """
    from kg.api.judging import undo

    _show([undo(workspace, judgement, other, warn=warn)], chosen_format(form))


@command.command("why", short_help="Why two are one or not.")
@workspace_argument
@actor_argument("one")
@actor_argument("other", required=False)
@format_option
def why_so(workspace: Path, one: str, other: str | None, form: str | None) -> None:
    """Tell why ONE and OTHER are one node or not; of ONE alone, all that was judged of it.

    \b
    Example:
      kg resolve why my-graph "Volodymyr Zelensky" "Volodymyr Zelenskyy"
    """
    from kg.api.judging import why

    found = why(workspace, one, other)
    form = chosen_format(form)
    if form == TABLE:
        names = found.a if found.b is None else f"{found.a} and {found.b}"
        click.echo(
            plain(f"{names}: {len(found.nodes)} {'node' if found.is_one else 'nodes'}: {', '.join(found.nodes)}")
        )
        _show(found.judgements, form)
    else:
        row = {"a": found.a, "b": found.b, "one": found.is_one, "nodes": list(found.nodes)}
        show([{**row, "judgements": [_row(j) for j in found.judgements]}], {}, form=form)


def _show(judgements: Iterable[Judgement], form: str) -> None:
    show([_row(j) for j in judgements], _COLUMNS, beneath="reason", form=form, empty="no judgements")


def _row(judgement: Judgement) -> dict[str, object]:
    from kg.resolution.reference import Reference

    one, other = Reference.parse(judgement.a), Reference.parse(judgement.b)
    return {
        "id": judgement.id,
        "type": one.type,
        "a": one.shown,
        "b": other.shown,
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "reason": judgement.reason,
        "judge": judgement.judge,
    }
