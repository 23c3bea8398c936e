"""Forms that have been checked -> the frozen types."""

from __future__ import annotations

from kg.schema.forms import EdgeForm, EventForm, ExampleForm, TriggerForm, split_exclusion
from kg.schema.parse import Files
from kg.schema.references import default_fact
from kg.schema.types import (
    Edge,
    EntityType,
    EventType,
    Example,
    ExampleEvent,
    Exclusion,
    Role,
    Schema,
    Trigger,
    TriggerKind,
)


def build_schema(files: Files) -> Schema:
    """Make the schema of files without faults, its types by name."""
    return Schema(
        entities={name: EntityType(name, parsed.form.description) for name, parsed in sorted(files.entities.items())},
        events={name: _event(parsed.form) for name, parsed in sorted(files.events.items())},
    )


def _event(form: EventForm) -> EventType:
    return EventType(
        name=form.name,
        fact=form.fact or default_fact(form.name),
        description=form.description,
        roles={
            name: Role(name, tuple(role.types), role.min, role.max, role.counts_as) for name, role in form.roles.items()
        },
        edge=_edge(form.edge),
        plover=form.codes.plover,
        cameo=dict(form.codes.cameo),
        triggers=tuple(
            _trigger(f"{form.name}/{place}", trigger) for place, trigger in enumerate(form.triggers, start=1)
        ),
        never=tuple(Exclusion(word, frozenset(company)) for word, company in map(split_exclusion, form.never)),
        examples=tuple(_example(example) for example in form.examples),
        place=form.place,
    )


def _edge(form: EdgeForm) -> Edge:
    head, tail = (form.between, form.between) if form.symmetric else (form.head, form.tail)
    assert head is not None, form  # the form has let it pass
    assert tail is not None, form
    return Edge(form.type, head, tail, form.symmetric)


def _trigger(rule: str, form: TriggerForm) -> Trigger:
    return Trigger(
        rule=rule,
        kind=TriggerKind.NOUN if form.verb is None else TriggerKind.VERB,
        lemmas=frozenset(form.lemmas),
        slots=dict(form.slots),
        objects=frozenset(form.object or ()),
        requires={slot: frozenset(words) for slot, words in (form.requires or {}).items()},
        without=frozenset(form.without or ()),
        only={role: tuple(types) for role, types in (form.only or {}).items()},
        status=form.status,
        adds=form.adds,
        origin=form.origin,
        foreign=form.foreign,
        placed=form.placed,
        two_sided=form.two_sided,
        here=form.here,
    )


def _example(form: ExampleForm) -> Example:
    return Example(
        form.text,
        tuple(
            ExampleEvent({role: tuple(names) for role, names in find.roles.items()}, find.status) for find in form.finds
        ),
    )
