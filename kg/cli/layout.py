"""How the help of a command lists its options: its own, filters on events, those that every command has."""

from __future__ import annotations

import re

import click

_OWN, _FILTERS, _EVERYWHERE = "Options", "Filters", "Everywhere"
_IN = {
    **dict.fromkeys(("since", "until", "types", "statuses", "min_confidence"), _FILTERS),
    **dict.fromkeys(("min_articles", "min_sources", "actor_types"), _FILTERS),
    **dict.fromkeys(("quiet", "verbose", "version", "help"), _EVERYWHERE),
}
_WIDEST_NAME = 26
# click tells the range of a number in signs; that a count isn't negative goes without saying.
_COUNT = re.compile(r"(?:; )?x>=(?:0(?:\.\d+)?|1)(?=[;\]])")
_RANGE = re.compile(r"(?<![\d.])([\d.]+)<=x<=([\d.]+)")


def write_options(command: click.Command, context: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the options of a command in sections."""
    sections: dict[str, list[tuple[str, str]]] = {_OWN: [], _FILTERS: [], _EVERYWHERE: []}
    for param in command.get_params(context):
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record is not None:
            name = "help" if "--help" in param.opts else str(param.name)
            sections[_IN.get(name, _OWN)].append((record[0], in_words(record[1])))
    for heading, records in sections.items():
        if records:
            with formatter.section(heading):
                formatter.write_dl(records, col_max=_WIDEST_NAME)


def in_words(text: str) -> str:
    """Give the help of an option with its range in words.

    Examples
    --------
    >>> in_words("The longest chain.  [default: 3; 1<=x<=6]")
    'The longest chain.  [default: 3; 1 to 6]'
    >>> in_words("At most so many.  [default: 20; x>=1]"), in_words("Of all.  [x>=0]")
    ('At most so many.  [default: 20]', 'Of all.')
    """
    return _RANGE.sub(r"\1 to \2", _COUNT.sub("", text)).replace("[; ", "[").replace("  []", "")
