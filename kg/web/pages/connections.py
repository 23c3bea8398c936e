"""How two actors are connected: events of both, and ways through others, with the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import QueryError
from kg.query.answer import Answers
from kg.query.results import Actor, ActorSummary
from kg.web import addresses
from kg.web.asked import Filters
from kg.web.opened import Opened
from kg.web.render import page

PATHS = 12
TIES = 3
EVENTS = 20
MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two as it was typed, and whom it means: an actor, or several who may be meant."""

    typed: str
    actor: Actor | None = None
    meant: Answers[ActorSummary] = field(default_factory=Answers)
    fault: str = ""

    @classmethod
    def of(cls, given: QueryParams, name: str, opened: Opened) -> Side:
        """Read a side from an address. What was chosen from suggestions comes with its id, which is surer."""
        typed, chosen = given.get(name, "").strip()[:200], given.get(f"{name}_id", "")
        graph = opened.graph
        if not typed:
            return cls("")
        try:
            if chosen and (one := graph.actor(chosen)).name == typed:
                return cls(typed, one)
        except QueryError:  # an old id: then the name counts
            pass
        try:
            return cls(typed, graph.actor(typed))
        except QueryError as fault:
            return cls(typed, None, graph.search(typed, limit=8), str(fault))


async def connections(request: Request) -> Response:
    """Show how two actors are connected, or ask which two."""
    given, filters = request.query_params, Filters.of(request.query_params)
    steps = given.get("steps", "")
    most = int(steps) if steps in map(str, range(1, MOST_STEPS + 1)) else 3
    hubs = given.get("hubs") != "no"

    def asked(opened: Opened) -> dict[str, Any]:
        a, b = Side.of(given, "a", opened), Side.of(given, "b", opened)
        known: dict[str, Any] = {"a": a, "b": b, "ways": [], "events": [], "neighbours": []}
        if a.actor and b.actor and a.actor != b.actor:
            known["events"] = opened.graph.common(a.actor.id, b.actor.id, limit=EVENTS + 1, **filters.bounds)
            found = opened.graph.paths(
                a.actor.id,
                b.actor.id,
                max_steps=most,
                hub_penalty=1.0 if hubs else 0.0,
                ties=TIES,
                limit=PATHS,
                **filters.bounds,
            )
            # The direct way is shown by its events, all of them.
            known["ways"] = [path for path in found if len(path.steps) > 1 or not known["events"]]
        elif a.actor and not b.typed:
            known["neighbours"] = opened.graph.neighbours(a.actor.id, limit=24, **filters.bounds)
        return known

    known = await request.app.state.desk.search(asked)
    known["drawn"] = _drawn(known)
    a, b = known["a"], known["b"]
    sides = {side: one.actor.id if one.actor else one.typed for side, one in (("a", a), ("b", b))}
    state = {**sides, **filters.query, "steps": steps, "hubs": "" if hubs else "no"}
    if "a_id" in given or "b_id" in given or (a.actor and a.typed != a.actor.id) or (b.actor and b.typed != b.actor.id):
        return RedirectResponse("/connections" + addresses.query(state), 303)
    status = 404 if (a.typed and not a.actor) or (b.typed and not b.actor) else 200
    return page(
        request,
        "connections.html",
        status=status,
        filters=filters,
        most=most,
        hubs=hubs,
        state=state,
        most_events=EVENTS,
        most_steps=MOST_STEPS,
        **known,
    )


def _drawn(known: dict[str, Any]) -> list[str]:
    """What the picture shows: both, those between, and the events that tie them."""
    ids: dict[str, None] = {one.actor.id: None for one in (known["a"], known["b"]) if one.actor}
    ids |= {one.event.id: None for one in known["events"][:TIES]}
    for path in known["ways"]:
        for step in path.steps:
            ids |= dict.fromkeys((step.head.id, step.tail.id))
    return list(ids)
