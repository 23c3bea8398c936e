"""Files of settings and variables of the environment: that every one of them is known, and what it says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kg.cli.checks.finding import Finding, advice, fault, ok
from kg.cli.config.environment import OTHERS, variables
from kg.cli.config.fault import ConfigError
from kg.cli.config.file_settings import Setting, check_file
from kg.cli.config.files import places, read
from kg.cli.config.options import is_secret
from kg.cli.nearest import did_you_mean


def settings(group: click.Command) -> Iterator[Finding]:
    """Check the settings of all commands."""
    yield from _files(group)
    yield from _variables(group, os.environ)


def _files(group: click.Command) -> Iterator[Finding]:
    found = [path for path in places() if path.is_file()]
    if not found:
        yield ok("settings", f"no file; looked for {' and '.join(map(str, places())) or 'none, as KG_CONFIG is empty'}")
    for path in found:
        try:
            values = [_line(setting, path) for setting in check_file(read(path), group)]
        except ConfigError as error:
            yield fault("settings", error.message, "Mend that line", status=error.exit_code)
        else:
            yield ok("settings", f"{path}: {'; '.join(values) or 'empty'}")


def _line(setting: Setting, path: Path) -> str:
    return f"{setting.place.removeprefix(f'{path}: ')} = {setting.value!r}"


def _variables(group: click.Command, environment: Mapping[str, str]) -> Iterator[Finding]:
    known = {*variables(group), *OTHERS}
    for name in sorted(name for name in environment if name.startswith("KG_")):
        if name in known:
            value = "set" if is_secret(name) else environment[name]
            yield ok("environment", f"{name}={value}")
        else:
            near = did_you_mean(name, known)
            yield advice(
                "environment", f"{name} sets nothing of kg. {near}".rstrip(), "Correct its name, or ignore this"
            )
