"""`kg schema`: check a folder of schemas, show its types."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import Group
from kg.cli.console import console
from kg.cli.faults import say
from kg.cli.options import PATH, format_option, schema_option
from kg.cli.output import TABLE, chosen_format, print_table, show
from kg.cli.plain import plain
from kg.errors import SchemaError

_INDENT = 13


@click.group("schema", cls=Group)
def command() -> None:
    """Check a folder of schemas, or show what can be extracted.

    \b
    Example:
      kg schema show Visit
    """


@command.command("check", short_help="Check a folder of schemas.")
@click.argument("folder", type=PATH, required=False)
@click.option("--examples", is_flag=True, help="Run the example sentences too (loads the model).")
@format_option
def check(folder: Path | None, *, examples: bool, form: str | None) -> None:
    """Check the schemas in FOLDER (without one: those that ship with kg), and tell every fault.

    \b
    Example:
      kg schema check my-schemas --examples
    """
    from kg.schema.loader import check_schema, load_schema

    form = chosen_format(form)
    faults = check_schema(folder)
    schema = None if faults else load_schema(folder)
    if schema and examples:
        faults = _faults_of_examples(folder)
    for fault in faults:
        say(fault)
    counts = (len(schema.entities), len(schema.events)) if schema else (None, None)
    if form != TABLE:
        row = {"folder": str(folder) if folder else None, "entity_types": counts[0], "event_types": counts[1]}
        show([{**row, "faults": faults}], {}, form=form)
    elif not faults:
        shown = folder or "the schemas that ship with kg"
        click.echo(plain(f"{shown}: {counts[0]} entity types, {counts[1]} event types, no fault"))
    if faults:
        raise click.exceptions.Exit(SchemaError.exit_status)


def _faults_of_examples(folder: Path | None) -> list[str]:
    from kg.pipeline.extraction import Extractor
    from kg.pipeline.schema_examples import failing_examples

    return list(failing_examples(Extractor.load(folder)))


@command.command("show", short_help="Show all types, or everything about one.")
@click.argument("type_name", metavar="[TYPE]", required=False)
@schema_option
@format_option
def show_types(type_name: str | None, schema: Path | None, form: str | None) -> None:
    """Show all types, or everything about one TYPE.

    \b
    Example:
      kg schema show Meeting
    """
    from kg.schema.describe import describe
    from kg.schema.loader import load_schema

    rows = describe(load_schema(schema), type_name)
    form = chosen_format(form)
    if type_name and form == TABLE:
        _print_type(rows[0])
    else:
        show(rows, {"name": "type", "kind": "kind", "edge": "edge", "description": "description"}, form=form)


def _print_type(row: dict[str, object]) -> None:
    for key in ("name", "kind", "description", "edge", "fact", "codes", "never"):
        if row.get(key):
            _print_wrapped(f"{key}:", _words(row[key]))
    _print_list(row, "roles", ("name", "types", "min", "max", "counts_as"))
    _print_list(row, "triggers", ("rule", "kind", "words", "object", "slots"))
    _print_list(row, "examples", ("text", "finds"))


def _print_wrapped(heading: str, text: str) -> None:
    from rich.text import Text

    out = console()
    for place, line in enumerate(Text(text).wrap(out, out.width - _INDENT)):
        click.echo((heading if place == 0 else "").ljust(_INDENT) + line.plain.rstrip())


def _print_list(row: dict[str, object], key: str, columns: tuple[str, ...]) -> None:
    items = row.get(key)
    if isinstance(items, list) and items:
        click.echo(f"\n{key}")
        print_table(([_words(item.get(column)) for column in columns] for item in items), columns)


def _words(value: object) -> str:
    """Give a nested value in few words."""
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(item)}" for key, item in value.items() if item is not None)
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    return plain(str(value))
