"""What the shell is offered for an argument: names of actors, places of graphs, types."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

Item = CompletionItem[Any]
Offer = Callable[[click.Context, click.Parameter, str], list[Item]]

_MOST = 100
_PUNCTUATION = frozenset(" -.'’,")


def actors(context: click.Context, _: click.Parameter, incomplete: str) -> list[Item]:
    """Offer the actors of the workspace that was named before; nothing of a server, which would have to be asked."""
    from kg.stores.actor_names import actor_names

    place = context.params.get("workspace")
    if not isinstance(place, Path):
        return []
    wanted = _folded(incomplete)
    names = {name for name in actor_names(place) if _is_harmless(name) and _is_meant(_folded(name), wanted)}
    return [CompletionItem(name) for name in sorted(names)[:_MOST]]


def event_types(_: click.Context, __: click.Parameter, incomplete: str) -> list[Item]:
    """Offer the types of events that ship with kg."""
    from kg.schema.location import shipped_schemas

    return _beginning((file.stem for file in shipped_schemas().glob("events/*.yaml")), incomplete)


def one_of(*words: str) -> Offer:
    """Offer some words."""
    return lambda _, __, incomplete: _beginning(words, incomplete)


actor_types = one_of("Person", "Country", "Organization", "Place")


def _beginning(words: Iterable[str], incomplete: str) -> list[Item]:
    wanted = _folded(incomplete)
    return [CompletionItem(word) for word in sorted(words) if _folded(word).startswith(wanted)]


def _is_meant(name: str, wanted: str) -> bool:
    """Whether the name begins so, or one of its words: people are known by the last."""
    return name.startswith(wanted) or f" {wanted}" in name


def _is_harmless(name: str) -> bool:
    """Whether a shell reads nothing into a name, which comes from an article, whatever it does with it."""
    return all(sign in _PUNCTUATION or unicodedata.category(sign)[0] in "LMN" for sign in name)


def _folded(text: str) -> str:
    """Give a text without case and accents: `raul` finds Raúl."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()
