"""Is it told as done, planned, possible, or not so?"""

from __future__ import annotations

import pytest

from kg.predicates.predicate import Modality
from tests.predicates.sentences import predicate

ASSERTED, EXPECTED, PLANNED, POSSIBLE, NEGATED = Modality


def _visit(before: str, label: str = "ROOT", tag: str = "VB") -> str:
    words = {"VB": "visit", "VBD": "visited=visit", "VBZ": "visits=visit"}[tag]
    return f"{before} {words}:{tag}:{label} Peru:NNP:dobj>{words.partition('=')[0]}"


VERBS = {
    "Fox visited Peru": (_visit("Fox:NNP:nsubj>visited", tag="VBD"), ASSERTED),
    "Fox will visit Peru": (_visit("Fox:NNP:nsubj>visit will:MD:aux>visit"), PLANNED),
    "Fox may visit Peru": (_visit("Fox:NNP:nsubj>visit may:MD:aux>visit"), POSSIBLE),
    "Fox could visit Peru": (_visit("Fox:NNP:nsubj>visit could:MD:aux>visit"), POSSIBLE),
    "Fox did not visit Peru": (_visit("Fox:NNP:nsubj>visit did=do:VBD:aux>visit not:RB:neg>visit"), NEGATED),
    "Fox never visited Peru": (_visit("Fox:NNP:nsubj>visited never:RB:neg>visited", tag="VBD"), NEGATED),
    "Fox will not visit Peru": (_visit("Fox:NNP:nsubj>visit will:MD:aux>visit not:RB:neg>visit"), NEGATED),
    "No envoy visited Peru": (_visit("No=no:DT:det>envoy envoy:NN:nsubj>visited", tag="VBD"), NEGATED),
    "Fox is to visit Peru": (_visit("Fox:NNP:nsubj>is is=be:VBZ:ROOT to:TO:aux>visit", "xcomp>is"), PLANNED),
    "Fox hoped to visit Peru": (
        _visit("Fox:NNP:nsubj>hoped hoped=hope:VBD:ROOT to:TO:aux>visit", "xcomp>hoped"),
        POSSIBLE,
    ),
    "Fox is scheduled to visit Peru": (
        _visit(
            "Fox:NNP:nsubjpass>scheduled is=be:VBZ:auxpass>scheduled scheduled=schedule:VBN:ROOT to:TO:aux>visit",
            "xcomp>scheduled",
        ),
        PLANNED,
    ),
    "Lagos invited Fox to visit Peru": (
        _visit("Lagos:NNP:nsubj>invited invited=invite:VBD:ROOT Fox:NNP:dobj>invited to:TO:aux>visit", "xcomp>invited"),
        POSSIBLE,
    ),
    "Fox refused to visit Peru": (
        _visit("Fox:NNP:nsubj>refused refused=refuse:VBD:ROOT to:TO:aux>visit", "xcomp>refused"),
        NEGATED,
    ),
    "Fox managed to visit Peru": (
        _visit("Fox:NNP:nsubj>managed managed=manage:VBD:ROOT to:TO:aux>visit", "xcomp>managed"),
        ASSERTED,
    ),
    "Fox is due to visit Peru": (
        _visit("Fox:NNP:nsubj>is is=be:VBZ:ROOT due:JJ:acomp>is to:TO:aux>visit", "xcomp>due"),
        PLANNED,
    ),
    "Fox is likely to visit Peru": (
        _visit("Fox:NNP:nsubj>is is=be:VBZ:ROOT likely:JJ:acomp>is to:TO:aux>visit", "xcomp>likely"),
        POSSIBLE,
    ),
    "Fox said he visited Peru": (
        _visit("Fox:NNP:nsubj>said said=say:VBD:ROOT he:PRP:nsubj>visited", "ccomp>said", "VBD"),
        ASSERTED,
    ),
    "Fox said he would visit Peru": (
        _visit("Fox:NNP:nsubj>said said=say:VBD:ROOT he:PRP:nsubj>visit would:MD:aux>visit", "ccomp>said"),
        PLANNED,
    ),
    "Fox did not say he visited Peru": (
        _visit(
            "Fox:NNP:nsubj>say did=do:VBD:aux>say not:RB:neg>say say:VB:ROOT he:PRP:nsubj>visited", "ccomp>say", "VBD"
        ),
        ASSERTED,
    ),
    "Fox had plans to visit Peru": (
        _visit("Fox:NNP:nsubj>had had=have:VBD:ROOT plans=plan:NNS:dobj>had to:TO:aux>visit", "acl>plans"),
        PLANNED,
    ),
    "Fox got an invitation to visit Peru": (
        _visit("Fox:NNP:nsubj>got got=get:VBD:ROOT invitation:NN:dobj>got to:TO:aux>visit", "acl>invitation"),
        POSSIBLE,
    ),
    "Fox spoke if he visits Peru": (
        _visit("Fox:NNP:nsubj>spoke spoke=speak:VBD:ROOT if:IN:mark>visits he:PRP:nsubj>visits", "advcl>spoke", "VBZ"),
        POSSIBLE,
    ),
    "Fox will speak before he visits Peru": (
        _visit(
            "Fox:NNP:nsubj>speak will:MD:aux>speak speak:VB:ROOT before:IN:mark>visits he:PRP:nsubj>visits",
            "advcl>speak",
            "VBZ",
        ),
        PLANNED,
    ),
    "Trade is likely to rise before Fox visits Peru": (
        _visit(
            "Trade:NN:nsubj>is is=be:VBZ:ROOT likely:JJ:acomp>is to:TO:aux>rise rise:VB:xcomp>likely "
            "before:IN:mark>visits Fox:NNP:nsubj>visits",
            "advcl>likely",
            "VBZ",
        ),
        PLANNED,
    ),
    "Fox spoke after he visited Peru": (
        _visit(
            "Fox:NNP:nsubj>spoke spoke=speak:VBD:ROOT after:IN:mark>visited he:PRP:nsubj>visited", "advcl>spoke", "VBD"
        ),
        ASSERTED,
    ),
    "Fox to visit Peru (headline)": (_visit("Fox:NNP:nsubj>visit to:TO:aux>visit"), PLANNED),
}


@pytest.mark.parametrize(("notation", "modality"), VERBS.values(), ids=VERBS)
def test_a_verb(notation: str, modality: Modality) -> None:
    assert predicate(notation, "visit").modality is modality


def test_coordinated_verbs_share_an_auxiliary() -> None:
    notation = (
        "Nyerere:NNP:nsubj>visit will:MD:aux>visit visit:VB:ROOT Zambia:NNP:dobj>visit and:CC:cc>visit "
        "meet:VB:conj>visit Kaunda:NNP:dobj>meet"
    )
    assert predicate(notation, "meet").modality is PLANNED


def test_a_finite_verb_shares_no_auxiliary() -> None:
    notation = (
        "Nyerere:NNP:nsubj>visit will:MD:aux>visit visit:VB:ROOT Zambia:NNP:dobj>visit but:CC:cc>visit "
        "met=meet:VBD:conj>visit Kaunda:NNP:dobj>met"
    )
    assert predicate(notation, "meet").modality is ASSERTED


def test_no_object_negates_the_verb() -> None:
    notation = "No=no:DT:det>pact pact:NN:nsubjpass>signed was=be:VBD:auxpass>signed signed=sign:VBN:ROOT"
    assert predicate(notation, "sign").modality is NEGATED
    notation = "Fox:NNP:nsubj>signed signed=sign:VBD:ROOT no:DT:det>pact pact:NN:dobj>signed"
    assert predicate(notation, "sign").modality is NEGATED


def test_without_negates_a_gerund_and_before_does_not() -> None:
    def soares(word: str) -> Modality:
        notation = (
            f"Soares:NNP:nsubj>left left=leave:VBD:ROOT Paris:NNP:dobj>left {word}:IN:prep>left "
            f"meeting=meet:VBG:pcomp>{word} Chirac:NNP:dobj>meeting"
        )
        return predicate(notation, "meet").modality

    assert soares("without") is NEGATED
    assert soares("before") is ASSERTED
    assert soares("after") is ASSERTED


# Event nouns


def _trip(verb: str, modifiers: str = "a:DT:det>trip") -> str:
    return f"Fox:NNP:nsubj>{verb.partition('=')[0]} {verb}:VBD:ROOT {modifiers} trip:NN:dobj>{verb.partition('=')[0]}"


SAW = "She:PRP:nsubj>saw saw=see:VBD:ROOT a:DT:det>trip trip:NN:dobj>saw"
NOUNS = {
    "made a trip": (_trip("made=make"), ASSERTED),
    "cancelled a trip": (_trip("cancelled=cancel"), NEGATED),
    "cancelled a planned trip": (_trip("cancelled=cancel", "a:DT:det>trip planned=plan:VBN:amod>trip"), NEGATED),
    "planned a trip": (_trip("planned=plan"), PLANNED),
    "postponed a trip": (_trip("postponed=postpone"), NEGATED),
    "proposed a trip": (_trip("proposed=propose"), POSSIBLE),
    "discussed an upcoming trip": (_trip("noted=note", "an:DT:det>trip upcoming:JJ:amod>trip"), PLANNED),
    "noted a possible trip": (_trip("noted=note", "a:DT:det>trip possible:JJ:amod>trip"), POSSIBLE),
    "made no trip": (_trip("made=make", "no:DT:det>trip"), NEGATED),
    "called off a trip": (
        "Fox:NNP:nsubj>called called=call:VBD:ROOT off:RP:prt>called a:DT:det>trip trip:NN:dobj>called",
        NEGATED,
    ),
    "will make a trip": ("Fox:NNP:nsubj>make will:MD:aux>make make:VB:ROOT a:DT:det>trip trip:NN:dobj>make", PLANNED),
    "did not make a trip": (
        "Fox:NNP:nsubj>make did=do:VBD:aux>make not:RB:neg>make make:VB:ROOT a:DT:det>trip trip:NN:dobj>make",
        NEGATED,
    ),
    "the trip was cancelled": (
        "The=the:DT:det>trip trip:NN:nsubjpass>cancelled was=be:VBD:auxpass>cancelled cancelled=cancel:VBN:ROOT",
        NEGATED,
    ),
    "the trip ended": ("The=the:DT:det>trip trip:NN:nsubj>ended ended=end:VBD:ROOT", ASSERTED),
    "the trip will begin": ("The=the:DT:det>trip trip:NN:nsubj>begin will:MD:aux>begin begin:VB:ROOT", PLANNED),
    "spoke ahead of the trip": (
        "Fox:NNP:nsubj>spoke spoke=speak:VBD:ROOT ahead:RB:advmod>spoke of:IN:prep>ahead trip:NN:pobj>of",
        EXPECTED,
    ),
    "spoke before the trip": (
        "Fox:NNP:nsubj>spoke spoke=speak:VBD:ROOT before:IN:prep>spoke the:DT:det>trip trip:NN:pobj>before",
        EXPECTED,
    ),
    "spoke after the trip": (
        "Fox:NNP:nsubj>spoke spoke=speak:VBD:ROOT after:IN:prep>spoke the:DT:det>trip trip:NN:pobj>after",
        ASSERTED,
    ),
    "left without a trip": (
        "Fox:NNP:nsubj>left left=leave:VBD:ROOT without:IN:prep>left a:DT:det>trip trip:NN:pobj>without",
        NEGATED,
    ),
    "described plans for a trip": (
        "Fox:NNP:nsubj>had had=have:VBD:ROOT plans=plan:NNS:dobj>had for:IN:prep>plans a:DT:det>trip trip:NN:pobj>for",
        PLANNED,
    ),
    "described a trip that Frei called off": (
        f"{SAW} that:WDT:dobj>called Frei:NNP:nsubj>called called=call:VBD:relcl>trip off:RP:prt>called",
        NEGATED,
    ),
    "described a trip that Frei will make": (
        f"{SAW} that:WDT:dobj>make Frei:NNP:nsubj>make will:MD:aux>make make:VB:relcl>trip",
        PLANNED,
    ),
    "described a trip that Frei made": (
        f"{SAW} that:WDT:dobj>made Frei:NNP:nsubj>made made=make:VBD:relcl>trip",
        ASSERTED,
    ),
}


@pytest.mark.parametrize(("notation", "modality"), NOUNS.values(), ids=NOUNS)
def test_a_noun(notation: str, modality: Modality) -> None:
    assert predicate(notation, "trip").modality is modality


@pytest.mark.parametrize(
    "notation", ["In:IN:ROOT a:DT:det>trip trip:NN:pobj>In", "Of:IN:prep>ahead ahead:RB:ROOT trip:NN:pobj>Of"]
)
def test_a_heading_without_a_verb_is_read(notation: str) -> None:
    assert predicate(notation, "trip").modality in Modality
