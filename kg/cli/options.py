"""Options and arguments that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kg.cli.completing import actor_types, actors, event_types, one_of
from kg.cli.opening import note_credentials
from kg.cli.output import JSON, JSONL, TABLE, note_json
from kg.corpus.language import ENGLISH, LANGUAGES
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.stores.uri import is_store

if TYPE_CHECKING:
    from kg.corpus.columns import Columns
    from kg.query.filters import Bounds

Command = TypeVar("Command", bound=Callable[..., Any])

# The room that opens a path says what is wrong with it, with its own exit status; click would call it wrong usage.
PATH = click.Path(path_type=Path, readable=False)
# The same, where the shell is to offer folders alone.
FOLDER = click.Path(path_type=Path, readable=False, file_okay=False)


def json_option(help_text: str = "The same as --format json.") -> Callable[[Command], Command]:
    """Add --json; `chosen_format` knows of it."""
    return click.option("--json", "as_json", is_flag=True, expose_value=False, callback=note_json, help=help_text)


def format_option(command: Command) -> Command:
    """Add --format, and --json for short."""
    return form_option(TABLE, JSON, JSONL)(command)


def form_option(*forms: str) -> Callable[[Command], Command]:
    """Add --format with some forms, and --json for short."""
    listed = f"{', '.join(forms[:-1])} or {forms[-1]}"
    help_text = f"Form of the answer: {listed}. Without it a table on a terminal, JSON in a pipe."

    def add(command: Command) -> Command:
        form = click.option("--format", "form", type=click.Choice(forms), metavar="FORM", help=help_text)
        return form(json_option()(command))

    return add


def workspace_argument(command: Command) -> Command:
    """Add the argument WORKSPACE."""
    return click.argument("workspace", type=PATH)(command)


class _Place(click.ParamType):  # type: ignore[type-arg]  # generic in new versions alone
    """A folder, or the URI of a store: as a path, its two slashes would be one."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        return value if isinstance(value, str) and is_store(value) else Path(PATH.convert(value, param, ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        return FOLDER.shell_complete(ctx, param, incomplete)


def graph_argument(command: Command) -> Command:
    """Add the argument WORKSPACE, in place of which the URI of a store can be given, and what opens that."""
    return click.argument("workspace", metavar="WORKSPACE|URI", type=_Place())(credentials_option(command))


def actor_argument(name: str = "actor", **attributes: Any) -> Callable[[Command], Command]:
    """Add an argument that is one or several actors."""
    return click.argument(name, shell_complete=actors, **attributes)


def event_options(command: Command) -> Command:
    """Add the filters on events, for a command that takes them as `**bounds`; they are checked where it is asked."""
    date = "2024, 2024-05 or 2024-05-16"
    options = (
        click.option("--since", metavar="DATE", help=f"Only events that end then or later, such as {date}."),
        click.option("--until", metavar="DATE", help="Only events that begin then or earlier."),
        click.option(
            "--type",
            "types",
            multiple=True,
            metavar="TYPE",
            shell_complete=event_types,
            help="Only this type, such as Visit. Repeatable.",
        ),
        click.option(
            "--status",
            "statuses",
            multiple=True,
            metavar="STATUS",
            shell_complete=one_of("occurred", "planned", "possible", "negated"),
            help="Only this status: occurred, planned, possible or negated. Repeatable.",
        ),
        confidence_option,
        click.option(
            "--min-articles",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Only events in so many articles, be they copies of one text.",
        ),
        click.option(
            "--min-sources",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Only events of so many sources: copies of one text are one.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def asked(bounds: Bounds) -> Bounds:
    """Give the filters that were given; a question has its own default where there is none."""
    return cast("Bounds", {name: value for name, value in bounds.items() if value not in ((), None)})


def confidence_option(command: Command) -> Command:
    """Add --min-confidence."""
    help_text = "Only events that are right with at least this probability, such as 0.9."
    return click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help=help_text)(
        command
    )


def actor_type_option(command: Command) -> Command:
    """Add --actors."""
    help_text = "Only actors of this type: Person, Country, Organization or Place. Repeatable."
    return click.option(
        "--actors",
        "actor_types",
        multiple=True,
        metavar="TYPE",
        shell_complete=actor_types,
        help=help_text,
    )(command)


def limit_option(command: Command) -> Command:
    """Add --limit, without one of its own."""
    return limited(None)(command)


def limited(rows: int | None) -> Callable[[Command], Command]:
    """Add --limit, with what it is where it isn't given."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        default=rows,
        show_default=rows is not None,
        help="At most so many rows.",
    )


def columns_option(command: Command) -> Command:
    """Add --columns."""
    names = "id, text, title, published, url and author"
    help_text = (
        f"What the columns of a table or the fields of rows are called, such as text=body,title=head. Of {names}."
    )
    return click.option("--columns", metavar="NAME=COLUMN,...", callback=_columns, help=help_text)(command)


def _columns(context: click.Context, param: click.Parameter, given: str | None) -> Columns | None:  # noqa: ARG001
    if given is None:
        return None
    from kg.corpus.columns import Columns
    from kg.errors import InputError

    try:
        return Columns.parse(given)
    except InputError as fault:
        raise click.BadParameter(str(fault)) from None


def schema_option(command: Command) -> Command:
    """Add --schema."""
    help_text = "Folder of schemas, in place of the one that ships with kg."
    return click.option("--schema", type=PATH, metavar="FOLDER", help=help_text)(command)


def model_option(command: Command) -> Command:
    """Add --model."""
    return click.option(
        "--model",
        default=DEFAULT_MODEL,
        metavar="NAME",
        show_default=True,
        help="The spaCy pipeline, by its name or folder.",
    )(command)


def workers_options(command: Command) -> Command:
    """Add --workers and --time-limit, for a command that reads articles."""
    workers = click.option(
        "--workers",
        type=click.IntRange(min=0),
        metavar="N",
        help="Processes that read side by side. Without it as many as the machine has room for and the articles are "
        "worth; 0: this one reads, unprotected from an article that crashes it.",
    )
    time_limit = click.option(
        "--time-limit",
        type=click.FloatRange(min=0, min_open=True),
        default=TIME_LIMIT,
        show_default=True,
        metavar="SECONDS",
        help="An article fails that takes more of the processor, or five times as long by the clock.",
    )
    return workers(time_limit(command))


def reading_options(command: Command) -> Command:
    """Add --language and --allow-private, for a command that reads articles."""
    language = click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default=ENGLISH,
        show_default=True,
        metavar="|".join(LANGUAGES),
        help="en: set articles aside that are certainly in another language; any: read all the same.",
    )
    private = click.option(
        "--allow-private", is_flag=True, help="Fetch addresses in this machine and its own network, too."
    )
    return language(private(command))


def credentials_option(command: Command) -> Command:
    """Add --credentials, for a command that opens a store with `kg.cli.opening`."""
    help_text = "Of a server: a file with NEO4J_USERNAME=… and NEO4J_PASSWORD=…."
    return click.option(
        "--credentials", type=PATH, metavar="FILE", expose_value=False, callback=note_credentials, help=help_text
    )(command)
