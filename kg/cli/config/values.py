"""Values in a file: of the kind that an option takes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from kg.cli.config.fault import ConfigError

_SINGLE = (str, int, float, dt.date)  # bool is an int


def checked(place: str, option: click.Option, value: Any, folder: Path) -> Any:
    """Give a value as click takes it for an option; paths start from the folder of the file.

    Raises
    ------
    ConfigError
        The option takes values of another kind, or not this one.
    """
    given = value if isinstance(value, list) else [value]
    if isinstance(value, list) and not option.multiple:
        raise ConfigError(f"{place}: a list, where there is one value")
    for one in given:
        if option.is_flag is not isinstance(one, bool) or not isinstance(one, _SINGLE):
            raise ConfigError(f"{place}: {one!r} is no {_kind(option)}")
    texts = [_text(option, one, folder) for one in given]
    found = texts if option.multiple else texts[0]
    try:
        option.type_cast_value(click.Context(click.Command("kg")), found)
    except click.BadParameter as fault:
        raise ConfigError(f"{place}: {fault.message}") from None
    return found


def _text(option: click.Option, value: Any, folder: Path) -> Any:
    if isinstance(option.type, click.Path) and isinstance(value, str):
        return str(folder / Path(value).expanduser())
    return value if isinstance(value, bool | int | float) else str(value)


def _kind(option: click.Option) -> str:
    if option.is_flag:
        return "true or false"
    return "number" if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType) else "text"
