"""One YAML file of strangers' making -> plain data with line numbers, or a fault.

A small part of YAML is read: mappings, lists, text, whole numbers, true, false, null. PyYAML composes the nodes;
values are made here, because its own rules of YAML 1.1 turn the slot `on` into true and the code 040 into 32.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from kg.schema.faults import KeyPath, quoted

MAX_BYTES = 256 * 1024  # the shipped files have a few thousand
_MAX_DEPTH = 20
_INTEGER = re.compile(r"[-+]?[0-9]{1,9}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlFaultError(Exception):
    """The file isn't of the part of YAML that is read here. Never leaves the room."""

    def __init__(self, text: str, line: int | None = None, path: KeyPath = ()) -> None:
        super().__init__(text)
        self.text, self.line, self.path = text, line, path


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a file, and the line of each key and list entry, by the way to it."""

    data: dict[str, object]
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """Find the line of a key, or of the nearest key around it that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(path: Path) -> YamlFile:
    """Read a file whose outermost value is a mapping; raises YamlFaultError."""
    try:
        node = yaml.compose(_text(path), Loader=_Composer)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise YamlFaultError(f"is not valid YAML: {error.problem or error.context}", line) from None
    except yaml.YAMLError as error:
        raise YamlFaultError(f"is not valid YAML: {str(error).splitlines()[0]}") from None
    except (ValueError, OverflowError):  # PyYAML on the escape of a character that Unicode does not have
        raise YamlFaultError("is not valid YAML: an escape stands for no character") from None
    if node is None:
        raise YamlFaultError("is empty; it must hold the keys of one type, as docs/schemas.md says")
    lines: dict[KeyPath, int] = {}
    data = _value(node, (), lines)
    if not isinstance(data, dict):
        raise YamlFaultError("must be a mapping (key: value), as docs/schemas.md says", 1)
    return YamlFile(data, lines)


def _text(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would wait for ever
            raise YamlFaultError("is not a file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise YamlFaultError(f"can't be read: {error.strerror}") from None
    if len(raw) > MAX_BYTES:
        raise YamlFaultError(f"is larger than {MAX_BYTES // 1024} KB; a type's file has a few")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlFaultError(f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8") from None


class _Composer(yaml.BaseLoader):
    """Refuses, before a node is made, what could run code or grow without end."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None) is not None:  # an alias has the anchor it stands for
            raise YamlFaultError("anchors and aliases (&, *) are not read here; write the value out", line)
        if getattr(event, "tag", None) is not None:
            raise YamlFaultError(f"tags ({quoted(event.tag)}) are not read here; write the plain value", line)
        if self._depth >= _MAX_DEPTH:
            raise YamlFaultError(f"is nested more than {_MAX_DEPTH} levels deep", line)
        self._depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _value(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int]) -> object:
    lines.setdefault(path, node.start_mark.line + 1)  # a key has set its own line already
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, place), lines) for place, item in enumerate(node.value)]
    data: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlFaultError("a key must be a word, not a list or a mapping", line, path)
        key = _known_text(key_node)
        if key in data:
            raise YamlFaultError("this key is there twice; keep one", line, (*path, key))
        lines[(*path, key)] = line
        data[key] = _value(value_node, (*path, key), lines)
    return data


def _scalar(node: yaml.ScalarNode) -> object:
    text = _known_text(node)
    if node.style is not None:  # in quotes, or a block of text
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _known_text(node: yaml.ScalarNode) -> str:
    """Take the text of a scalar; half of a surrogate pair (an escape can make one) could never be written out again."""
    text: str = node.value
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise YamlFaultError("an escape stands for no character", node.start_mark.line + 1)
    return text
