"""The fault of a setting that is wrong."""

from __future__ import annotations

import click


class ConfigError(click.ClickException):
    """A file of settings or a variable is wrong; the message says where. It is a part of the command line."""

    exit_code = 2
