"""Subject and object of verbs: the deep ones, and those that the syntax leaves unsaid."""

from __future__ import annotations

import pytest

from kg.predicates.predicate import PredicateKind
from tests.predicates.sentences import named_slots, parsed, predicate, slots

MET = "Reagan:NNP:nsubj>met met=meet:VBD:ROOT Gorbachev:NNP:dobj>met in:IN:prep>met Geneva:NNP:pobj>in"


def test_an_active_verb_has_its_slots_as_they_stand() -> None:
    assert slots(MET, "meet") == {"subject": ["Reagan"], "object": ["Gorbachev"], "in": ["Geneva"]}


def test_a_predicate_says_its_word_and_kind() -> None:
    found = predicate(MET, "meet")
    assert (found.segment, found.token, found.kind, found.names) == (0, 1, PredicateKind.VERB, ("meet",))


def test_only_words_of_interest_become_predicates() -> None:
    assert named_slots(parsed(MET), {"visit"}) == []


def test_the_agent_of_a_passive_is_its_subject() -> None:
    found = slots(
        "Castro:NNP:nsubjpass>received was=be:VBD:auxpass>received received=receive:VBN:ROOT by:IN:agent>received "
        "Mandela:NNP:pobj>by",
        "receive",
    )
    assert found["subject"] == ["Mandela"]
    assert found["object"] == ["Castro"]


def test_a_passive_without_an_agent_has_no_subject() -> None:
    found = slots("Castro:NNP:nsubjpass>received was=be:VBD:auxpass>received received=receive:VBN:ROOT", "receive")
    assert "subject" not in found
    assert found["object"] == ["Castro"]


def test_coordinated_subjects_and_objects_are_unrolled_in_order() -> None:
    found = slots(
        "Begin:NNP:nsubj>met ,:,:punct>Begin Carter:NNP:conj>Begin and:CC:cc>Carter Sadat:NNP:conj>Carter "
        "met=meet:VBD:ROOT Peres:NNP:dobj>met and:CC:cc>Peres Hussein:NNP:conj>Peres",
        "meet",
    )
    assert found["subject"] == ["Begin", "Carter", "Sadat"]
    assert found["object"] == ["Peres", "Hussein"]


def test_coordinated_verbs_share_a_subject() -> None:
    found = slots(
        "Nixon:NNP:nsubj>flew flew=fly:VBD:ROOT to:IN:prep>flew Beijing:NNP:pobj>to and:CC:cc>flew "
        "met=meet:VBD:conj>flew Mao:NNP:dobj>met",
        "meet",
    )
    assert found == {"subject": ["Nixon"], "object": ["Mao"]}


def test_a_coordinated_verb_with_a_subject_of_its_own_shares_none() -> None:
    found = slots(
        "Nixon:NNP:nsubj>spoke spoke=speak:VBD:ROOT and:CC:cc>spoke Kissinger:NNP:nsubj>met met=meet:VBD:conj>spoke "
        "Zhou:NNP:dobj>met",
        "meet",
    )
    assert found["subject"] == ["Kissinger"]


def test_the_object_of_a_particle_verb_and_its_two_names() -> None:
    notation = "Frei:NNP:nsubj>called called=call:VBD:ROOT off:RP:prt>called talks=talk:NNS:dobj>called"
    assert predicate(notation, "call").names == ("call", "call off")
    assert slots(notation, "call")["object"] == ["talks"]


def test_what_hangs_on_an_object_has_slots_of_its_own() -> None:
    found = slots(
        "Wade:NNP:nsubj>held held=hold:VBD:ROOT talks=talk:NNS:dobj>held with:IN:prep>talks Taya:NNP:pobj>with "
        "and:CC:cc>Taya Sall:NNP:conj>Taya",
        "hold",
    )
    assert found["object.with"] == ["Taya", "Sall"]
    assert "with" not in found


def test_prepositions_in_a_row_are_looked_through() -> None:
    found = slots(
        "Annan:NNP:nsubj>met met=meet:VBD:ROOT together:RB:advmod>met with:IN:prep>together Ortega:NNP:pobj>with",
        "meet",
    )
    assert found["with"] == ["Ortega"]


# Relative clauses and participles


def test_a_relative_pronoun_as_subject_stands_for_its_antecedent() -> None:
    found = slots(
        "Thatcher:NNP:nsubj>spoke ,:,:punct>Thatcher who:WP:nsubj>visited visited=visit:VBD:relcl>Thatcher "
        "Hungary:NNP:dobj>visited ,:,:punct>spoke spoke=speak:VBD:ROOT",
        "visit",
    )
    assert found == {"subject": ["Thatcher"], "object": ["Hungary"]}


@pytest.mark.parametrize("label", ["dobj", "mark"])
def test_a_relative_clause_without_an_object_is_about_its_antecedent(label: str) -> None:
    found = slots(
        f"leaders=leader:NNS:nsubj>wept that:WDT:{label}>met Carter:NNP:nsubj>met met=meet:VBD:relcl>leaders "
        "wept=weep:VBD:ROOT",
        "meet",
    )
    assert found["subject"] == ["Carter"]
    assert found["object"] == ["leaders"]


def test_an_unmarked_relative_clause_is_about_its_antecedent() -> None:
    found = slots(
        "leaders=leader:NNS:nsubj>wept Carter:NNP:nsubj>met met=meet:VBD:relcl>leaders wept=weep:VBD:ROOT", "meet"
    )
    assert (found["subject"], found["object"]) == (["Carter"], ["leaders"])


def test_whom_is_the_antecedent_as_object() -> None:
    found = slots(
        "Carter:NNP:nsubj>smiled ,:,:punct>Carter whom:WP:dobj>met Sadat:NNP:nsubj>met met=meet:VBD:relcl>Carter "
        "smiled=smile:VBD:ROOT",
        "meet",
    )
    assert (found["subject"], found["object"]) == (["Sadat"], ["Carter"])


def test_where_is_no_object() -> None:
    found = slots(
        "hotel:NN:nsubj>burned where:WRB:advmod>met Carter:NNP:nsubj>met met=meet:VBD:relcl>hotel Sadat:NNP:dobj>met "
        "burned=burn:VBD:ROOT",
        "meet",
    )
    assert found["object"] == ["Sadat"]
    alone = slots(
        "hotel:NN:nsubj>burned where:WRB:advmod>met they:PRP:nsubj>met met=meet:VBD:relcl>hotel burned=burn:VBD:ROOT",
        "meet",
    )
    assert "object" not in alone


def test_a_participle_before_the_clause_shares_its_subject() -> None:
    found = slots(
        "Visiting=visit:VBG:advcl>met Cairo:NNP:dobj>Visiting ,:,:punct>met Mitterrand:NNP:nsubj>met met=meet:VBD:ROOT "
        "Sadat:NNP:dobj>met",
        "visit",
    )
    assert found == {"subject": ["Mitterrand"], "object": ["Cairo"]}


def test_a_past_participle_on_a_noun_has_the_noun_as_object() -> None:
    found = slots(
        "treaty:NN:nsubj>held signed=sign:VBN:acl>treaty by:IN:agent>signed Menem:NNP:pobj>by held=hold:VBD:ROOT",
        "sign",
    )
    assert (found["subject"], found["object"]) == (["Menem"], ["treaty"])


def test_a_gerund_after_a_preposition_has_the_subject_of_the_clause() -> None:
    found = slots(
        "Lange:NNP:nsubj>met met=meet:VBD:ROOT Hawke:NNP:dobj>met before:IN:prep>met flying=fly:VBG:pcomp>before "
        "to:TO:prep>flying Fiji:NNP:pobj>to",
        "fly",
    )
    assert found["subject"] == ["Lange"]
    assert found["to"] == ["Fiji"]


# Control and raising (Huddleston and Pullum 2002, chapter 14)

SCHEDULED = (
    "Nehru:NNP:nsubjpass>scheduled is=be:VBZ:auxpass>scheduled scheduled=schedule:VBN:ROOT to:TO:aux>visit "
    "visit:VB:xcomp>scheduled Nepal:NNP:dobj>visit"
)
WANTS = "Suharto:NNP:nsubj>wants wants=want:VBZ:ROOT to:TO:aux>visit visit:VB:xcomp>wants Japan:NNP:dobj>visit"
DUE = "Evren:NNP:nsubj>is is=be:VBZ:ROOT due:JJ:acomp>is to:TO:aux>visit visit:VB:xcomp>due Iraq:NNP:dobj>visit"
CHAIN = (
    "Evren:NNP:nsubj>said said=say:VBD:ROOT he:PRP:nsubj>hoped hoped=hope:VBD:ccomp>said to:TO:aux>be "
    "be:VB:xcomp>hoped able:JJ:acomp>be to:TO:aux>visit visit:VB:xcomp>able Iraq:NNP:dobj>visit"
)


@pytest.mark.parametrize(
    ("notation", "subject"), [(SCHEDULED, "Nehru"), (WANTS, "Suharto"), (DUE, "Evren"), (CHAIN, "he")]
)
def test_an_infinitive_has_the_subject_of_what_governs_it(notation: str, subject: str) -> None:
    assert slots(notation, "visit")["subject"] == [subject]


def _governed(verb: str) -> dict[str, list[str]]:
    return dict(
        slots(
            f"Nasser:NNP:nsubj>{verb}ed {verb}ed={verb}:VBD:ROOT Tito:NNP:dobj>{verb}ed to:TO:aux>visit "
            f"visit:VB:xcomp>{verb}ed Egypt:NNP:dobj>visit",
            "visit",
        )
    )


@pytest.mark.parametrize("verb", ["invit", "ask", "urg", "order", "persuad"])
def test_object_control_makes_the_object_the_subject(verb: str) -> None:
    lemma = verb if verb in ("ask", "order") else f"{verb}e"
    found = slots(
        f"Nasser:NNP:nsubj>{verb}ed {verb}ed={lemma}:VBD:ROOT Tito:NNP:dobj>{verb}ed to:TO:aux>visit "
        f"visit:VB:xcomp>{verb}ed Egypt:NNP:dobj>visit",
        "visit",
    )
    assert found["subject"] == ["Tito"]


def test_a_promise_is_the_subject_s_own() -> None:
    assert _governed("promis")["subject"] == ["Nasser"]


def test_the_passive_of_object_control_has_the_same_subject() -> None:
    found = slots(
        "Tito:NNP:nsubjpass>invited was=be:VBD:auxpass>invited invited=invite:VBN:ROOT to:TO:aux>visit "
        "visit:VB:xcomp>invited Egypt:NNP:dobj>visit",
        "visit",
    )
    assert found["subject"] == ["Tito"]


def test_an_infinitive_on_a_noun_has_the_noun_s_owner() -> None:
    found = slots(
        "Sukarno:NNP:poss>plan 's:POS:case>Sukarno plan:NN:nsubj>failed to:TO:aux>visit visit:VB:acl>plan "
        "Laos:NNP:dobj>visit failed=fail:VBD:ROOT",
        "visit",
    )
    assert found["subject"] == ["Sukarno"]


def test_the_first_to_do_something_is_the_one_who_does_it() -> None:
    found = slots(
        "He:PRP:nsubj>was was=be:VBD:ROOT the:DT:det>pope first:JJ:amod>pope pope:NN:attr>was to:TO:aux>visit "
        "visit:VB:acl>pope Cuba:NNP:dobj>visit",
        "visit",
    )
    assert found["subject"] == ["pope"]
