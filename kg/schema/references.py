"""Second pass: what the names in the files refer to, across files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from kg.schema.faults import Fault, KeyPath, quoted, unknown
from kg.schema.forms import EntityForm, EventForm, RoleForm, TriggerForm, split_exclusion
from kg.schema.parse import Files, Parsed
from kg.schema.slots import (
    CORE_ENTITIES,
    NOUN_SLOTS,
    RESERVED_EDGES,
    RESERVED_LABELS,
    SLOT_HINTS,
    SLOTS,
    STATUSES,
    TABLES,
)

_TYPE_NAME = re.compile(r"[A-Z][a-z0-9]*([A-Z][a-z0-9]*)*")
_EDGE_NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_LOWER_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

_Told = Iterator[tuple[KeyPath, str]]


def check_references(files: Files, shown: str) -> list[Fault]:
    """All faults that show only when the files are seen together."""
    faults = [
        Fault(f"{shown}/entities/{name}.yaml", (), "is missing; the extractor makes entities of this type")
        for name in CORE_ENTITIES
        if files.entity_names and name not in files.entity_names
    ]
    faults += [
        Fault(f"{shown}/{name}", (), "is missing; copy it from the schemas that ship with kg")
        for name in TABLES
        if files.entity_names and name not in files.tables
    ]
    for entity in files.entities.values():
        faults.extend(entity.fault(path, text) for path, text in _check_name(entity, ()))
    taken: dict[str, str] = {}  # an edge type or fact -> the file that has it
    for event in files.events.values():
        told = (*_check_event(event, files.entity_names), *_check_unique(event, taken))
        faults.extend(sorted((event.fault(path, text) for path, text in told), key=lambda fault: fault.line or 0))
    return faults


def default_fact(name: str) -> str:
    """Make the name of a type in the facts format where the file gives none.

    >>> default_fact("ArmsTransfer")
    'arms_transfer'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _check_name(parsed: Parsed[EntityForm] | Parsed[EventForm], others: Iterable[str]) -> _Told:
    name, stem = parsed.form.name, parsed.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    if not _TYPE_NAME.fullmatch(name):
        yield ("name",), f"a type's name is in CamelCase, such as 'TradeDeal': not {quoted(name)}"
    elif name != stem:
        yield ("name",), f"is {quoted(name)}, but the file is called '{stem}.yaml'; they must be alike"
    elif name in RESERVED_LABELS:
        yield ("name",), f"'{name}' is a label that every graph has; choose another"
    elif name in others:
        yield ("name",), f"'{name}' is an entity type already; choose another"


def _check_event(event: Parsed[EventForm], entities: set[str]) -> _Told:
    form = event.form
    yield from _check_name(event, entities)
    if form.fact is not None and not _LOWER_NAME.fullmatch(form.fact):
        yield ("fact",), f"must be in lower case, such as '{default_fact(form.name)}': not {quoted(form.fact)}"
    for status in form.codes.cameo:
        if status not in STATUSES:
            yield ("codes", "cameo"), unknown("status", status, STATUSES)
    yield from _check_edge(form)
    for name, role in form.roles.items():
        yield from _check_role(name, role, form.roles, entities)
    for place, trigger in enumerate(form.triggers):
        for path, text in _check_trigger(trigger, form.roles):
            yield ("triggers", place, *path), text
    yield from _check_repeats(form.triggers)
    yield from _check_never(form)
    yield from _check_examples(form)


def _check_unique(event: Parsed[EventForm], taken: dict[str, str]) -> _Told:
    fact = event.form.fact or default_fact(event.form.name)
    for path, name in ((("edge", "type"), event.form.edge.type), (("fact",), fact)):
        if name in taken:
            yield path, f"'{name}' is taken by {taken[name]}; choose another"
        taken.setdefault(name, event.file)


def _check_edge(form: EventForm) -> _Told:
    edge = form.edge
    if not _EDGE_NAME.fullmatch(edge.type):
        yield ("edge", "type"), f"must be in capitals, such as 'TRADES_WITH': not {quoted(edge.type)}"
    elif edge.type in RESERVED_EDGES:
        yield ("edge", "type"), f"'{edge.type}' is an edge type that every graph has; choose another"
    for key, role in (("between", edge.between), ("head", edge.head), ("tail", edge.tail)):
        if role is not None and role not in form.roles:
            yield ("edge", key), unknown("role", role, form.roles)


def _check_role(name: str, role: RoleForm, roles: dict[str, RoleForm], entities: set[str]) -> _Told:
    path: KeyPath = ("roles", name)
    if not _LOWER_NAME.fullmatch(name) or name == "status":
        yield path, f"a role's name is a word in lower case, and not 'status': not {quoted(name)}"
    for type_name in role.types:
        if type_name not in entities:
            yield (*path, "types"), unknown("type", type_name, entities)
    if role.counts_as is None:
        return
    other = roles.get(role.counts_as)
    if other is None:
        yield (*path, "counts_as"), unknown("role", role.counts_as, [one for one in roles if one != name])
    elif role.counts_as == name or other.counts_as is not None:
        yield (*path, "counts_as"), f"must be another role that stands for itself: not {quoted(role.counts_as)}"
    elif extra := sorted(set(role.types) - set(other.types)):
        yield (*path, "types"), f"counts as '{role.counts_as}', which takes no {', '.join(extra)}"


def _check_trigger(trigger: TriggerForm, roles: dict[str, RoleForm]) -> _Told:
    for key in ("slots", "requires", "without"):
        for slot in getattr(trigger, key) or ():
            if (wrong := _slot_fault(slot, trigger)) is not None:
                yield (key,), wrong
    for slot, role in trigger.slots.items():
        if role not in roles:
            yield ("slots", slot), unknown("role", role, roles)
    yield from _check_only(trigger.only or {}, roles)
    if trigger.status is not None and trigger.status not in STATUSES:
        yield ("status",), unknown("status", trigger.status, STATUSES)


def _check_only(only: dict[str, list[str]], roles: dict[str, RoleForm]) -> _Told:
    for role, types in only.items():
        if role not in roles:
            yield ("only",), unknown("role", role, roles)
            continue
        for name in types:
            if name not in roles[role].types:
                yield ("only", role), unknown("type", name, roles[role].types)


def _slot_fault(slot: str, trigger: TriggerForm) -> str | None:
    if slot in SLOT_HINTS:
        return f"no slot is called '{slot}'. Did you mean '{SLOT_HINTS[slot]}'?"
    if slot not in SLOTS:
        return unknown("slot", slot, SLOTS)
    if trigger.noun is not None and slot not in NOUN_SLOTS:
        return f"'{slot}' goes with 'verb'; at a noun write '{slot.removeprefix('object.')}'"
    return None


def _check_repeats(triggers: list[TriggerForm]) -> _Told:
    seen: dict[tuple[str, str, str], int] = {}
    for place, one in enumerate(triggers):
        kind = "noun" if one.verb is None else "verb"
        rest = json.dumps(one.model_dump(exclude={"verb", "noun"}), sort_keys=True)
        for lemma in one.lemmas:
            first = seen.setdefault((kind, lemma, rest), place)
            if first != place or one.lemmas.count(lemma) > 1:
                yield ("triggers", place, kind), f"'{lemma}' is in triggers[{first + 1}] already, with the same slots"
                break


def _check_never(form: EventForm) -> _Told:
    lemmas = [(lemma, trigger.noun is not None) for trigger in form.triggers for lemma in trigger.lemmas]
    words = {
        word for lemma, noun in lemmas for word in (lemma, lemma.split()[-1 if noun else 0])
    }  # "phone call": "call"
    for place, text in enumerate(form.never):
        word = split_exclusion(text)[0]
        if word not in words:
            yield ("never", place), unknown("trigger", word, words)


def _check_examples(form: EventForm) -> _Told:
    for place, example in enumerate(form.examples):
        for number, find in enumerate(example.finds):
            path: KeyPath = ("examples", place, "finds", number)
            for role in find.roles:
                if role not in form.roles:
                    yield path, unknown("role", role, form.roles)
            if find.status is not None and find.status not in STATUSES:
                yield (*path, "status"), unknown("status", find.status, STATUSES)
    if not any(example.finds for example in form.examples):
        yield ("examples",), "there is no sentence that must match; add one with its event in 'finds'"
    if all(example.finds for example in form.examples):
        yield ("examples",), "there is no sentence that must not match; add one with 'finds: []'"
