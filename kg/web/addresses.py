"""Addresses of pages. The state of a page is in its address, so that a link can be passed on."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from kg.query.results import Actor, Event

Given = Mapping[str, object]


def actor(one: Actor) -> str:
    """Give the address of an actor's page.

    Examples
    --------
    >>> actor(Actor("country:CH", "Country", "Switzerland"))
    '/actor/country:CH'
    """
    return actor_id(one.id)


def actor_id(own_id: str) -> str:
    """Give the address of the page of the actor with an id."""
    return f"/actor/{quote(own_id, safe=':')}"


def event(one: Event) -> str:
    """Give the address of an event's page."""
    return event_id(one.id)


def event_id(own_id: str) -> str:
    """Give the address of the page of the event with an id."""
    return f"/event/{quote(own_id, safe=':')}"


def article(article_id: str) -> str:
    """Give the address of an article's page. Its id may be any text, so it is no part of the path.

    Examples
    --------
    >>> article("a/../b")
    '/article?id=a%2F..%2Fb'
    """
    return "/article" + query({"id": article_id})


def query(known: Given) -> str:
    """Give a query string with all that is known; lists are repeated.

    Examples
    --------
    >>> query({"a": "x y", "type": ["Visit", "Call"], "since": None})
    '?a=x+y&type=Visit&type=Call'
    """
    kept = {name: value for name, value in known.items() if value not in (None, "", [], ())}
    return f"?{urlencode(kept, doseq=True)}" if kept else ""
