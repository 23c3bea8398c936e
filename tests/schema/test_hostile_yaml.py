"""Whatever lies in a schema folder: a Schema or a SchemaError, never another exception, never for long."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SchemaError
from kg.schema.forms import EventForm
from kg.schema.loader import check_schema, load_schema
from kg.schema.slots import TABLES
from kg.schema.types import Schema
from kg.schema.yaml_file import MAX_BYTES

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "python tag": (b"name: !!python/object/apply:os.system [ls]\n", "tags ('tag:yaml.org,2002:python/object/apply:os."),
    "local tag": (b"name: !env HOME\n", "tags ('!env') are not read here; write the plain value (line 1)"),
    "billion laughs": (LAUGHS.encode(), "anchors and aliases (&, *) are not read here; write the value out (line 1)"),
    "alias to itself": (b"&a {b: *a}", "anchors and aliases (&, *) are not read here; write the value out (line 1)"),
    "merge key": (b"name: X\n<<: {fact: y}\n", "no key is called '<<' here. There are: "),
    "key twice": (b"name: A\nname: B\n", "name: this key is there twice; keep one (line 2)"),
    "deep key twice": (
        b"roles:\n  a: {min: 1,\n    min: 2}\n",
        "roles.a.min: this key is there twice; keep one (line 3)",
    ),
    "tab": (b"name: Meeting\n\tfact: meet\n", "is not valid YAML: "),
    "empty": (b"", "is empty; it must hold the keys of one type, as docs/schemas.md says"),
    "comment only": (b"# later\n", "is empty; it must hold the keys of one type, as docs/schemas.md says"),
    "list": (b"- a\n- b\n", "must be a mapping (key: value), as docs/schemas.md says (line 1)"),
    "word": (b"Meeting", "must be a mapping (key: value), as docs/schemas.md says (line 1)"),
    "two documents": (b"name: A\n---\nname: B\n", "is not valid YAML: "),
    "cut off": (b"name: {", "is not valid YAML: "),
    "control characters": (b"name: \x00\x01", "is not valid YAML: "),
    "UTF-16": ("name: Meeting".encode("utf-16"), "is not UTF-8 text (byte 1); save it as UTF-8"),
    "Latin-1": (b"description: Caf\xe9 talks", "is not UTF-8 text (byte 17); save it as UTF-8"),
    "huge": (b"#" * (MAX_BYTES + 1), "is larger than 256 KB; a type's file has a few"),
    "deep": (b"[" * 100_000, "is nested more than 20 levels deep (line 1)"),
    "deep blocks": (b"- " * 100_000, "is nested more than 20 levels deep (line 1)"),
    "list as key": (b"? [a, b]\n: c\n", "a key must be a word, not a list or a mapping (line 1)"),
    "no character": (b'name: "\\UFFFFFFFF"', "is not valid YAML: an escape stands for no character"),
    "half a character": (b'name: "\\uD800"', "an escape stands for no character (line 1)"),
    "huge number": (b"name: " + b"9" * 100_000, ""),
    "many keys": (b"".join(b"k%d: 1\n" % n for n in range(20_000)), "no key is called"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files(folder: Path, meeting: Path, case: str) -> None:
    content, told = HOSTILE[case]
    meeting.write_bytes(content)
    began = time.monotonic()
    messages = check_schema(folder)
    assert time.monotonic() - began < 20
    assert any(message.startswith(f"{meeting}: {told}") for message in messages), messages[:5]
    assert all(len(message) < 500 for message in messages)


def test_a_byte_order_mark_is_no_fault(folder: Path, meeting: Path) -> None:
    meeting.write_bytes(b"\xef\xbb\xbf" + meeting.read_bytes())
    assert check_schema(folder) == []


_keys = st.sampled_from([*EventForm.model_fields, "verb", "noun", "slots", "types", "min", "type", "text", "finds"])
_words = st.sampled_from(["Person", "participant", "with", "MEETS", "meet {a|b}", "occurred", "040"])
_scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), _words)
_values: st.SearchStrategy[Any] = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_keys | _words | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def _outcome(content: bytes) -> Schema | SchemaError:
    with tempfile.TemporaryDirectory() as parent:
        for name in ("Agreement", "Country", "Organization", "Person", "Place"):
            path = Path(parent, "entities", f"{name}.yaml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"name: {name}\ndescription: A type.\n", encoding="utf-8")
        Path(parent, "events").mkdir()
        for table in TABLES:
            Path(parent, table).touch()
        Path(parent, "events", "Meeting.yaml").write_bytes(content)
        try:
            return load_schema(Path(parent))
        except SchemaError as error:
            caught = error
    assert all(line.isprintable() for line in str(caught).split("\n"))
    return caught


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_keys | st.text(max_size=4), _values, max_size=8))
def test_any_mapping_gives_a_schema_or_a_schema_error(data: dict[str, Any]) -> None:
    _outcome(yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "replace"))
    _outcome(json.dumps(data).encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text("[]{}:,-?&*!|>'\"%@` \n\t#ab\\u0", max_size=60).map(str.encode))
def test_any_bytes_give_a_schema_error(content: bytes) -> None:
    assert isinstance(_outcome(content), SchemaError)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_right_file_with_one_value_exchanged(data: st.DataObject) -> None:
    """Values of the wrong kind deep within an otherwise right file: the way there is walked, too."""
    right: dict[str, Any] = {
        "name": "Meeting",
        "description": "Actors meet.",
        "edge": {"type": "MEETS", "symmetric": True, "between": "participant"},
        "roles": {"participant": {"types": ["Person"], "min": 2}},
        "codes": {"plover": "CONSULT", "cameo": {"occurred": "040"}},
        "triggers": [{"verb": ["meet"], "slots": {"subject": "participant"}}],
        "examples": [{"text": "A met B.", "finds": [{"participant": ["A", "B"]}]}, {"text": "No.", "finds": []}],
    }
    assert isinstance(_outcome(json.dumps(right).encode()), Schema)
    place: Any = right
    while True:
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(_values)
    _outcome(json.dumps(right).encode())
