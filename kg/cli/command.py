"""What all commands have in common: settings from outside, how much is said, and the layout of their help."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import click

from kg.cli.config.environment import given_places, name_variables, wrong_variable
from kg.cli.config.file_settings import Setting, file_settings
from kg.cli.layout import write_options
from kg.cli.logging_options import logged
from kg.cli.nearest import did_you_mean
from kg.cli.volume import detail, volume_options

_HELP = frozenset({"-h", "--help"})
_PLACES = "kg.places"


class _Configured(click.Command):
    """A command whose options can be set by KG_… in the environment and in kg.toml."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        words = _words(parent, info_name)
        name_variables(self, words)
        said: dict[str, Setting] = {}
        # A mistake in a file must not keep anybody from reading the help.
        if not (extra.get("resilient_parsing") or _HELP & set(args)):
            said = file_settings(self, words)
            extra["default_map"] = {param: setting.value for param, setting in said.items()}
        try:
            context = super().make_context(info_name, args, parent, **extra)
        except click.BadParameter as fault:
            raise wrong_variable(fault) or fault from None
        context.meta[_PLACES] = {param: setting.place for param, setting in said.items()}
        return context

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        write_options(self, ctx, formatter)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_Configured):
    """A command that does something."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params += volume_options()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; with --verbose, say what was set from outside, and how long it took."""
        for param, place in given_places(ctx, ctx.meta.get(_PLACES, {})):
            detail(f"{param} comes from {place}")
        began = time.monotonic()
        try:
            with logged(ctx):
                return super().invoke(ctx)
        finally:
            detail(f"took {time.monotonic() - began:.1f} s")


class Group(_Configured, click.Group):
    """A command that has commands."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; of one that there isn't, say what is like it."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            near = did_you_mean(name, self.list_commands(ctx))
            raise click.UsageError(f"There is no command {name!r}. {near}".rstrip(), ctx)
        return super().resolve_command(ctx, args)


def kg_command(name: str, **attributes: Any) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function, as `click.command` does."""
    return click.command(name, cls=Command, **attributes)


def _words(parent: click.Context | None, name: str | None) -> tuple[str, ...]:
    """Give what a user types after `kg` for a command: ("resolve", "list")."""
    return () if parent is None else (*_words(parent.parent, parent.info_name), name or "")
