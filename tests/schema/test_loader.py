from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.schema.faults import quoted
from kg.schema.forms import EventForm
from kg.schema.loader import check_schema, load_schema
from kg.schema.types import Edge, Example, ExampleEvent, Exclusion, Role, Trigger, TriggerKind

TRADE = """\
name: TradeDeal
description: A state sells to another.
edge: {type: SELLS_TO, head: seller, tail: buyer}
roles:
  seller: {types: [Country], min: 1}
  buyer: {types: [Country], min: 1}
triggers:
  - verb: [export]
    slots: {subject: seller, to: buyer}
examples:
  - text: Brazil exported soybeans to Egypt.
    finds: [{seller: [Brazil], buyer: [Egypt]}]
  - text: Exports fell.
    finds: []
"""


def test_a_folder_becomes_frozen_types(folder: Path) -> None:
    schema = load_schema(folder)
    assert list(schema.entities) == ["Agreement", "Country", "Organization", "Person", "Place"]
    meeting = schema.events["Meeting"]
    assert meeting.edge == Edge("MEETS", "participant", "participant", symmetric=True)
    assert meeting.roles["participant"] == Role("participant", ("Person", "Country", "Organization"), 2)
    assert meeting.roles["host"] == Role("host", ("Person",), 0, 1, "participant")
    assert (meeting.fact, meeting.plover, meeting.cameo) == ("meet", "CONSULT", {"occurred": "040"})
    assert meeting.triggers[1] == Trigger(
        rule="Meeting/2",
        kind=TriggerKind.VERB,
        lemmas=frozenset({"hold"}),
        slots={"subject": "participant", "object.with": "participant"},
        objects=frozenset({"talk"}),
        requires={"in": frozenset({"person", "private"})},
        without=frozenset({"for"}),
        only={"participant": ("Person",)},
        status="possible",
    )
    assert meeting.triggers[2].kind is TriggerKind.NOUN
    assert meeting.triggers[2].slots == {"between": "participant", "on": "participant"}  # "on" is no truth value
    assert meeting.never == (Exclusion("meet", frozenset({"demand", "deadline"})),)
    found = ExampleEvent({"participant": ("Jacinda Ardern", "Scott Morrison")}, "occurred")
    assert meeting.examples[0].finds == (found,)
    assert meeting.examples[1] == Example("The plan meets the demands.", ())


def test_optional_keys_have_defaults(folder: Path) -> None:
    (folder / "events" / "TradeDeal.yaml").write_text(TRADE, encoding="utf-8")
    schema = load_schema(folder)
    assert list(schema.events) == ["Meeting", "TradeDeal"]
    trade = schema.events["TradeDeal"]
    assert (trade.fact, trade.plover, trade.cameo, trade.never) == ("trade_deal", "", {}, ())
    assert trade.edge == Edge("SELLS_TO", "seller", "buyer", symmetric=False)


def test_a_schema_goes_to_other_processes(folder: Path) -> None:
    schema = load_schema(folder)
    assert pickle.loads(pickle.dumps(schema)) == schema


def test_the_shipped_folder_is_in_order() -> None:
    assert check_schema() == []
    assert "Meeting" in load_schema().events


def test_all_faults_of_a_folder_are_told_together(folder: Path, meeting: Path) -> None:
    text = meeting.read_text(encoding="utf-8").replace("Organization]", "Organisation]").replace(", with:", ", wiht:")
    meeting.write_text(text, encoding="utf-8")
    (folder / "entities" / "Place.yaml").write_text("name: Place\n", encoding="utf-8")
    messages = check_schema(folder)
    assert messages == [
        f"{folder}/entities/Place.yaml: the key 'description' is missing (line 1)",
        f"{meeting}: roles.participant.types: no type is called 'Organisation'. Did you mean 'Organization'? (line 6)",
        f"{meeting}: triggers[1].slots: no slot is called 'wiht'. Did you mean 'with'? (line 13)",
    ]
    with pytest.raises(SchemaError) as caught:
        load_schema(folder)
    assert str(caught.value) == "\n".join(messages)


def test_messages_name_the_folder_as_it_was_given(folder: Path, meeting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting.write_text(meeting.read_text(encoding="utf-8").replace("Organization]", "Organisation]"), encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    [message] = check_schema(Path("schemas"))
    assert message == (
        "schemas/events/Meeting.yaml: roles.participant.types: "
        "no type is called 'Organisation'. Did you mean 'Organization'? (line 6)"
    )


MISTAKES = [
    # the first pass: keys and kinds of values
    ("roles:", "rols:", "no key is called 'rols' here. Did you mean 'roles'? (line 5)"),
    ("fact: meet", "colour: red", "no key is called 'colour' here. There are: codes, description, edge, examples, "),
    ("min: 2", "minimum: 2", "roles.participant: no key is called 'minimum' here. Did you mean 'min'? (line 6)"),
    ("min: 2", "mim: 2", "roles.participant: no key is called 'mim' here. Did you mean 'min'? (line 6)"),
    ("min: 2", "min: two", "roles.participant.min: must be a whole number, not 'two' (line 6)"),
    ("min: 2", "min: -1", "roles.participant.min: must be 0 or more, not -1 (line 6)"),
    ("max: 1", "max: 0", "roles.host.max: must be 1 or more, not 0 (line 7)"),
    ("min: 2", "min: 2, max: 1", "roles.participant: max (1) is less than min (2) (line 6)"),
    ("types: [Person], ", "", "roles.host: the key 'types' is missing (line 7)"),
    ("[Person], max", "[], max", "roles.host.types: must not be empty (line 7)"),
    ("[Person], max", "Person, max", "roles.host.types: must be a list: [one, two] (line 7)"),
    ("name: Meeting", "name: 7", "name: must be text, not 7; write it in quotes (line 1)"),
    ("name: Meeting", "name:", "name: must be text, not empty (line 1)"),
    ("description: Two or more actors meet.", "description: ' '", "description: must not be empty (line 3)"),
    ("true,", "yes,", "edge.symmetric: must be true or false, not 'yes' (line 4)"),
    (
        "between: participant}",
        "head: participant}",
        "edge: a symmetric edge needs 'between' (a role), and neither 'head' nor 'tail' (line 4)",
    ),
    (
        "symmetric: true, ",
        "",
        "edge: an edge needs 'head' and 'tail' (roles), or 'symmetric: true' and 'between' (line 4)",
    ),
    ('"040"', "040", "codes.cameo.occurred: must be text, not 40; write it in quotes (line 10)"),
    (
        '"040"',
        '"400"',
        "codes.cameo.occurred: must be a CAMEO code of two to four digits between 01 and 20, in quotes: not '400' ",
    ),
    ("CONSULT", "Consult", "codes.plover: must be a PLOVER event type in capitals, such as CONSULT: not 'Consult' "),
    ("verb: [hold]", "verb: [Hold]", "triggers[2].verb[1]: must be a base form in lower case: 'hold', not 'Hold' "),
    ("verb: [hold]", "verb: []", "triggers[2].verb: must not be empty (line 14)"),
    ("- verb: [hold]", "- verbs: [hold]", "triggers[2]: no key is called 'verbs' here. Did you mean 'verb'? (line 14)"),
    ("noun: [meeting]", "verb: [see]\n    noun: [meeting]", "triggers[3]: needs either 'verb' or 'noun', a list of "),
    (
        "noun: [meeting]",
        "noun: [meeting]\n    object: [talk]",
        "triggers[3]: 'object' goes with 'verb'; a noun has no object (line 21)",
    ),
    (
        "meet {demand|deadline}",
        "meet demand",
        "never[1]: must be a word and its company in braces: 'meet {demand|deadline}' (line 23)",
    ),
    ("meet {demand|deadline}", "meet {demand| }", "never[1]: must be a word and its company in braces: "),
    (
        "{participant: [Jacinda Ardern, Scott Morrison], status: occurred}",
        "{status: occurred}",
        "examples[1].finds[1]: needs at least one role with the names in it; an example that gives nothing is ",
    ),
    ("[Jacinda Ardern, Scott Morrison]", "Jacinda Ardern", "examples[1].finds[1].participant: must be a list: "),
    # the second pass: what the names refer to
    ("name: Meeting", "name: Meetings", "name: is 'Meetings', but the file is called 'Meeting.yaml'; they must be "),
    ("name: Meeting", "name: meeting", "name: a type's name is in CamelCase, such as 'TradeDeal': not 'meeting'"),
    ("fact: meet", "fact: Meet", "fact: must be in lower case, such as 'meeting': not 'Meet' (line 2)"),
    ("type: MEETS", "type: Meets", "edge.type: must be in capitals, such as 'TRADES_WITH': not 'Meets' (line 4)"),
    ("type: MEETS", "type: LOCATED_IN", "edge.type: 'LOCATED_IN' is an edge type that every graph has; choose "),
    (
        "between: participant}",
        "between: participants}",
        "edge.between: no role is called 'participants'. Did you mean ",
    ),
    ("Organization]", "Organisation]", "roles.participant.types: no type is called 'Organisation'. Did you mean 'Org"),
    ("[Person], max", "[Place], max", "roles.host.types: counts as 'participant', which takes no Place (line 7)"),
    (
        "counts_as: participant",
        "counts_as: participnt",
        "roles.host.counts_as: no role is called 'participnt'. Did you mean 'participant'? (line 7)",
    ),
    ("counts_as: participant", "counts_as: host", "roles.host.counts_as: must be another role that stands for itself"),
    ("  host:", "  Host:", "roles.Host: a role's name is a word in lower case, and not 'status': not 'Host' (line 7)"),
    ("  host:", "  status:", "roles.status: a role's name is a word in lower case, and not 'status': not 'status' "),
    ("occurred:", "occured:", "codes.cameo: no status is called 'occured'. Did you mean 'occurred'? (line 10)"),
    (", with:", ", wiht:", "triggers[1].slots: no slot is called 'wiht'. Did you mean 'with'? (line 13)"),
    (", with:", ", xylophone:", "triggers[1].slots: no slot is called 'xylophone'. See docs/schemas.md (line 13)"),
    (
        "with: participant}",
        "agent: participant}",
        "triggers[1].slots: no slot is called 'agent'. Did you mean 'subject'?",
    ),
    ("object.with", "object.wit", "triggers[2].slots: no slot is called 'object.wit'. Did you mean 'object.with'?"),
    (
        "{between: participant, on",
        "{object.of: participant, on",
        "triggers[3].slots: 'object.of' goes with 'verb'; at a noun write 'of' (line 22)",
    ),
    (
        ", with: participant",
        ", with: guest",
        "triggers[1].slots.with: no role is called 'guest'. There are: host, participant (line 13)",
    ),
    ("{in: [person", "{inn: [person", "triggers[2].requires: no slot is called 'inn'. Did you mean 'in'? (line 16)"),
    (
        "without: [for]",
        "without: [fro]",
        "triggers[2].without: no slot is called 'fro'. Did you mean 'from'? (line 17)",
    ),
    ("only: {part", "only: {prat", "triggers[2].only: no role is called 'praticipant'. Did you mean 'participant'? "),
    ("{participant: [Person]}", "{participant: [Place]}", "triggers[2].only.participant: no type is called 'Place'. "),
    (
        "status: possible",
        "status: posible",
        "triggers[2].status: no status is called 'posible'. Did you mean 'possible'?",
    ),
    (
        "verb: [meet, sit down]",
        "verb: [meet, meet]",
        "triggers[1].verb: 'meet' is in triggers[1] already, with the same slots (line 12)",
    ),
    ('never: ["meet ', 'never: ["meat ', "never[1]: no trigger is called 'meat'. Did you mean 'meet'? (line 23)"),
    (
        "finds: [{participant",
        "finds: [{partisipant",
        "examples[1].finds[1]: no role is called 'partisipant'. Did you mean 'participant'? (line 26)",
    ),
    ("status: occurred", "status: done", "examples[1].finds[1].status: no status is called 'done'. There are: negated"),
    (
        "finds: [{participant: [Jacinda Ardern, Scott Morrison], status: occurred}]",
        "finds: []",
        "examples: there is no sentence that must match; add one with its event in 'finds' (line 24)",
    ),
    (
        "finds: []",
        "finds: [{participant: [Plan]}]",
        "examples: there is no sentence that must not match; add one with 'finds: []' (line 24)",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "told"), MISTAKES, ids=[wrong for _, wrong, _ in MISTAKES])
def test_a_mistake_is_told_with_file_key_and_what_to_do(
    folder: Path, meeting: Path, right: str, wrong: str, told: str
) -> None:
    text = meeting.read_text(encoding="utf-8")
    assert right in text
    meeting.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    messages = check_schema(folder)
    assert len(messages) == 1, messages
    assert messages[0].startswith(f"{meeting}: {told}")


def test_a_key_like_no_other_gets_the_list_of_keys(folder: Path, meeting: Path) -> None:
    meeting.write_text(meeting.read_text(encoding="utf-8") + "zzz: 1\n", encoding="utf-8")
    [message] = check_schema(folder)
    assert (
        message
        == f"{meeting}: no key is called 'zzz' here. There are: {', '.join(sorted(EventForm.model_fields))} (line 29)"
    )


def test_two_types_share_no_edge_type_and_no_fact(folder: Path, meeting: Path) -> None:
    copy = folder / "events" / "Summit.yaml"
    copy.write_text(meeting.read_text(encoding="utf-8").replace("name: Meeting", "name: Summit"), encoding="utf-8")
    assert check_schema(folder) == [
        f"{copy}: fact: 'meet' is taken by {meeting}; choose another (line 2)",
        f"{copy}: edge.type: 'MEETS' is taken by {meeting}; choose another (line 4)",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Person", "name: 'Person' is an entity type already; choose another (line 1)"),
        ("Article", "name: 'Article' is a label that every graph has; choose another (line 1)"),
    ],
)
def test_a_label_stands_for_one_thing(folder: Path, name: str, told: str) -> None:
    path = folder / "events" / f"{name}.yaml"
    path.write_text(TRADE.replace("TradeDeal", name), encoding="utf-8")
    assert check_schema(folder) == [f"{path}: {told}"]


def test_a_core_entity_type_must_be_there(folder: Path) -> None:
    (folder / "entities" / "Place.yaml").unlink()
    assert check_schema(folder) == [
        f"{folder}/entities/Place.yaml: is missing; the extractor makes entities of this type"
    ]


def test_the_tables_of_other_rooms_must_be_there(folder: Path) -> None:
    (folder / "countries.yaml").unlink()
    assert check_schema(folder) == [f"{folder}/countries.yaml: is missing; copy it from the schemas that ship with kg"]


def test_a_broken_entity_file_makes_no_faults_elsewhere(folder: Path) -> None:
    (folder / "entities" / "Person.yaml").write_text("{", encoding="utf-8")
    [message] = check_schema(folder)
    assert message.startswith(f"{folder}/entities/Person.yaml: is not valid YAML: ")


def test_folders_that_are_none(tmp_path: Path, folder: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert check_schema(nowhere) == [f"{nowhere}: there is no such folder; a schema folder holds entities/ and events/"]
    assert check_schema(Path("a\0b"))[0].endswith(
        "there is no such folder; a schema folder holds entities/ and events/"
    )
    (folder / "events" / "Meeting.yaml").unlink()
    assert check_schema(folder) == [f"{folder}/events: holds no type; it must hold one YAML file a type"]
    (folder / "events").rmdir()
    assert check_schema(folder) == [
        f"{folder}/events: can't be read: No such file or directory; it must hold one YAML file a type"
    ]


def test_files_that_would_be_passed_over_are_told(folder: Path) -> None:
    (folder / "events" / "Call.yml").write_text(TRADE, encoding="utf-8")
    (folder / "events" / "old").mkdir()
    (folder / "events" / ".Draft.yaml.swp").write_bytes(b"\0")  # an editor's; hidden files are nobody's types
    (folder / "events" / "README.md").write_text("Notes.", encoding="utf-8")
    (folder / "notes.yaml").write_text("XX: Nowhere\n", encoding="utf-8")
    assert check_schema(folder) == [
        f"{folder}/events/Call.yml: is not read; call it 'Call.yaml'",
        f"{folder}/events/old: is a folder and not read; types lie side by side",
    ]


def test_a_file_that_may_not_be_read(folder: Path, meeting: Path, forbid: Callable[[Path], None]) -> None:
    forbid(meeting)
    assert check_schema(folder) == [f"{meeting}: can't be read: Permission denied"]


def test_a_folder_called_like_a_file(folder: Path) -> None:
    (folder / "events" / "Call.yaml").mkdir()
    assert check_schema(folder) == [
        f"{folder}/events/Call.yaml: is a folder and not read; types lie side by side",
    ]


def test_of_very_many_faults_in_a_file_some_are_counted_only(folder: Path, meeting: Path) -> None:
    meeting.write_text("".join(f"zz{number}: 1\n" for number in range(100)), encoding="utf-8")
    messages = check_schema(folder)
    assert len(messages) == 21
    assert messages[-1].startswith(f"{meeting}: has ")
    assert messages[-1].endswith(" more faults")


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "events" / "Call.yaml")
    assert check_schema(folder) == [f"{folder}/events/Call.yaml: is not a file"]


def test_long_values_are_cut_in_messages() -> None:
    assert len(quoted("x" * 10_000)) < 70
