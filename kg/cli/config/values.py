"""Values in a file: of the kind that an option takes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from kg.cli.config.fault import ConfigError
from kg.cli.config.files import File
from kg.cli.config.options import is_written

_SINGLE = (str, int, float, dt.date)  # bool is an int


def checked(place: str, option: click.Option, value: Any, file: File) -> Any:
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
    if option.name == "model":
        _check_model(place, str(value), file)
    texts = [_path(place, option, one, file) if _is_path(option) else _plain(one) for one in given]
    found = texts if option.multiple else texts[0]
    try:
        option.type_cast_value(click.Context(click.Command("kg")), found)
    except click.BadParameter as fault:
        raise ConfigError(f"{place}: {fault.message}") from None
    return found


def _check_model(place: str, model: str, file: File) -> None:
    """Refuse a model in a folder, which may bring code along; what is installed was the user's own choice."""
    if not file.is_own and not model.isidentifier():
        raise ConfigError(
            f"{place}: {model!r} isn't the name of an installed pipeline, and a pipeline in a folder can bring code. "
            "Give it as an argument, or in a file of your own"
        )


def _is_path(option: click.Option) -> bool:
    return isinstance(option.type, click.Path) or is_written(option)


def _path(place: str, option: click.Option, value: Any, file: File) -> str:
    """Give a path as seen from here. A file that may be somebody else's doesn't write outside of its folder."""
    folder = file.path.parent
    path = folder / Path(str(value)).expanduser()
    if is_written(option) and not file.is_own and not path.resolve().is_relative_to(folder.resolve()):
        raise ConfigError(
            f"{place}: {value} lies outside of the folder. Give it as an argument, or in a file of your own"
        )
    return str(path)


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | float) else str(value)


def _kind(option: click.Option) -> str:
    if option.is_flag:
        return "true or false"
    return "number" if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType) else "text"
