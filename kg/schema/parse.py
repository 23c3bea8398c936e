"""First pass: every file of a folder by itself -> its form, or faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from kg.schema.faults import Fault, KeyPath, nearest_name, quoted
from kg.schema.forms import (
    CodesForm,
    EdgeForm,
    EntityForm,
    EventForm,
    ExampleForm,
    Form,
    RoleForm,
    TriggerForm,
)
from kg.schema.slots import TABLES
from kg.schema.yaml_file import YamlFaultError, YamlFile, read_yaml

_WRONG_ENDING = re.compile(r"\.(yml|yaml|json|toml)(\.txt)?", re.IGNORECASE)
_MOST = 20  # faults of one file that are told one by one
_KINDS = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "list_type": "must be a list: [one, two]",
    "dict_type": "must be a mapping (key: value)",
    "model_type": "must be a mapping (key: value)",
    "too_short": "must not be empty",
}
_PARTS: Mapping[str, type[Form]] = {
    "edge": EdgeForm,
    "roles": RoleForm,
    "codes": CodesForm,
    "triggers": TriggerForm,
    "examples": ExampleForm,
}
F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True)
class Parsed(Generic[F]):
    """A file that has the right form."""

    file: str
    form: F
    source: YamlFile

    def fault(self, path: KeyPath, text: str) -> Fault:
        """Make a fault at a key of this file."""
        return Fault(self.file, path, text, self.source.line(path))


@dataclass(slots=True)
class Files:
    """What the first pass found: forms by file stem, stems of all files (broken ones too), tables, faults."""

    entities: dict[str, Parsed[EntityForm]] = field(default_factory=dict)
    events: dict[str, Parsed[EventForm]] = field(default_factory=dict)
    entity_names: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def parse_folder(folder: Path, shown: str) -> Files:
    """Parse `entities/*.yaml` and `events/*.yaml`; `shown` is the folder's name in messages."""
    files = Files()
    if not is_folder(folder):
        files.faults.append(Fault(shown, (), "there is no such folder; a schema folder holds entities/ and events/"))
        return files
    files.tables.update(name for name in TABLES if _is_file(folder / name))
    for path in _yaml_files(folder / "entities", f"{shown}/entities", files.faults):
        files.entity_names.add(path.stem)
        if (entity := _parse(path, f"{shown}/entities/{path.name}", EntityForm, files.faults)) is not None:
            files.entities[path.stem] = entity
    for path in _yaml_files(folder / "events", f"{shown}/events", files.faults):
        if (event := _parse(path, f"{shown}/events/{path.name}", EventForm, files.faults)) is not None:
            files.events[path.stem] = event
    return files


def is_folder(path: Path) -> bool:
    """Tell whether a folder can be seen there; one behind a closed door is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no permission on the way; a null character in the name
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no permission for the folder, which is told where its types are read
        return False


def _yaml_files(folder: Path, shown: str, faults: list[Fault]) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "__")))
    except OSError as error:
        faults.append(Fault(shown, (), f"can't be read: {error.strerror}; it must hold one YAML file a type"))
        return []
    found = [path for path in paths if path.suffix == ".yaml" and not is_folder(path)]
    for path in paths:
        if path.suffix != ".yaml" and _WRONG_ENDING.fullmatch("".join(path.suffixes)):
            faults.append(Fault(f"{shown}/{path.name}", (), f"is not read; call it '{path.name.split('.')[0]}.yaml'"))
        elif is_folder(path):
            faults.append(Fault(f"{shown}/{path.name}", (), "is a folder and not read; types lie side by side"))
    if not found:
        faults.append(Fault(shown, (), "holds no type; it must hold one YAML file a type"))
    return found


def _parse(path: Path, shown: str, form: type[F], faults: list[Fault]) -> Parsed[F] | None:
    try:
        source = read_yaml(path)
    except YamlFaultError as error:
        faults.append(Fault(shown, error.path, error.text, error.line))
        return None
    try:
        return Parsed(shown, form.model_validate(source.data), source)
    except ValidationError as error:
        problems = error.errors(include_url=False)
    guessed: set[KeyPath] = set()  # a key that is misspelt isn't missing as well
    told = []
    for problem in sorted(problems, key=lambda one: str(one["type"]) == "missing"):
        where = tuple(part for part in problem["loc"] if part != "[key]")
        if problem["type"] == "missing" and where in guessed:
            continue
        told.append(Fault(shown, *_told(problem, where, form, guessed), source.line(where)))
    faults.extend(sorted(told, key=lambda fault: fault.line or 0)[:_MOST])
    if len(told) > _MOST:
        faults.append(Fault(shown, (), f"has {len(told) - _MOST} more faults"))
    return None


def _told(problem: Mapping[str, Any], where: KeyPath, form: type[Form], guessed: set[KeyPath]) -> tuple[KeyPath, str]:
    """Tell a problem of pydantic's in our words."""
    kind: str = problem["type"]
    if kind == "missing":
        return where[:-1], f"the key '{where[-1]}' is missing"
    if kind == "extra_forbidden":
        part = _PARTS.get(str(where[0]), form) if len(where) > 1 else form
        known = part.model_fields
        nearest = nearest_name(str(where[-1]), known)
        text = f"no key is called {quoted(where[-1])} here."
        if nearest is None:
            return where[:-1], f"{text} There are: {', '.join(sorted(known))}"
        guessed.add((*where[:-1], nearest))
        return where[:-1], f"{text} Did you mean '{nearest}'?"
    if kind == "value_error":
        return where, str(problem["ctx"]["error"])
    if kind == "greater_than_equal":
        return where, f"must be {problem['ctx']['ge']} or more, not {quoted(problem['input'])}"
    if kind in {"string_type", "int_type", "bool_type"} and not isinstance(problem["input"], dict | list):
        hint = "; write it in quotes" if kind == "string_type" and problem["input"] is not None else ""
        given = "empty" if problem["input"] is None else quoted(problem["input"])
        return where, f"{_KINDS[kind]}, not {given}{hint}"
    return where, _KINDS.get(kind, str(problem["msg"]))
