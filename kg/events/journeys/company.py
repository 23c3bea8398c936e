"""Who travels along, told apart from the journey: "His delegation includes X", "Also on the trip was Y"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Report, Status
from kg.events.several.lists import fellows
from kg.events.told import Told
from kg.mentions.mention import PERSON
from kg.predicates.predicate import Tense
from kg.predicates.syntax import SUBJECTS, VERBAL, ancestors, children, nominal_conjuncts
from kg.predicates.tense import tense
from kg.schema.types import EventType

PARTIES = frozenset({"delegation", "entourage", "retinue", "party"})
RIDES = frozenset({"trip", "tour", "journey", "visit", "plane", "flight"})
INCLUDING = frozenset({"include", "comprise", "feature"})
PARTS = frozenset({"part", "member", "members"})
MAKING = frozenset({"make", "join"})
DEFINITE = frozenset({"the", "this"})
#: How far behind a verb a name may end, its title included.
LONGEST_TITLE = 10
WORDS = PARTIES | RIDES | {"travel"}


def companions_told(context: ArticleContext, told: Sequence[Told], types: Sequence[EventType]) -> list[Told]:
    """The reports of an article with those that only say who travelled along, in reading order.

    Parameters
    ----------
    context : ArticleContext
        The article.
    told : sequence of Told
        Its reports.
    types : sequence of EventType
        The types of journeys.
    """
    journeys = {t.name: t for t in types}
    if not any(one.report.type in journeys for one in told):
        return list(told)
    added = [
        one
        for segment in context.article.segments
        if not segment.is_heading
        for noun in context.tokens(segment, WORDS)
        for event_type in types
        if (one := _told(context, segment, noun, told, event_type)) is not None
    ]
    return sorted((*told, *added), key=lambda t: t.sentence)  # behind the journey, where one sentence tells both


def _told(
    context: ArticleContext, segment: Segment, noun: Token, told: Sequence[Told], event_type: EventType
) -> Told | None:
    """What a noun for a journey or a delegation says of company: a report that points at a journey told elsewhere."""
    known = _owners(context, segment.index, noun, told, event_type.edge.head)
    if known is None:
        return None
    heads = [i for t in _members(noun) for i in (t.i, *fellows(context, segment.index, t.i))]
    members = [k for i in heads for k in context.actors(segment.index, i).entities if k.startswith(PERSON)]
    rule = next((t.rule for t in event_type.triggers if t.adds), None)
    if not members or rule is None:
        return None
    field, start, end = segment.offsets(noun.sent.start, noun.sent.end)
    _, first, last = segment.offsets(noun.i, noun.i + 1)
    keys = dict.fromkeys((*known, *members))
    fillers = tuple(Filler(event_type.edge.head, key, field, first, last) for key in keys)
    # When they go is told with the journey, and whether, unless it is over: "was in the delegation".
    verb = next((t for t in (noun, *ancestors(noun)) if t.pos_ in VERBAL), noun)
    status = Status.OCCURRED if tense(verb) is Tense.PAST else Status.POSSIBLE
    report = Report(
        event_type.name, fillers, field, start, end, first, last, rule, status, None, None, None, False, 0.85
    )
    return Told(report, context.sentence_number(segment.index, noun.i), background=False, partial=True, attended=True)


def _owners(context: ArticleContext, segment: int, noun: Token, told: Sequence[Told], role: str) -> list[str] | None:
    """Whose company a word tells of, as keys of people; None where that is somebody unknown.

    "The Vietnamese delegation" is the company of the only traveller who is of that state.
    """
    owners = [c.i for c in children(noun, "poss")] if noun.pos_ == "NOUN" else _with_whom(noun)
    states = {m.country for c in children(noun, "amod", "compound", "nmod") if (m := context.mention(segment, c.i))}
    if not owners and states:
        people = {f.entity for t in told for f in t.report.fillers if f.role == role and f.entity.startswith(PERSON)}
        known = [key for key in sorted(people) if context.entity(key).country in states]
        return known if len(known) == 1 else None
    known = [key for i in owners for key in context.actors(segment, i).entities if key.startswith(PERSON)]
    return known if known or not owners else None


def _with_whom(verb: Token) -> list[int]:
    return [c.i for p in children(verb, "prep") if p.lower_ == "with" for c in children(p, "pobj")]


def _members(word: Token) -> list[Token]:
    """Who is said to be along, by the syntax around a word; nobody where that is denied."""
    if word.pos_ != "NOUN":
        return _inverted(word) if word.tag_ == "VBG" and _with_whom(word) else []
    if not any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for c in word.children):
        return _listed(word) if word.lemma_ in PARTIES else []
    return [*_listed(word), *_belonging(word)] if word.lemma_ in PARTIES else _on_trip(word)


def _listed(party: Token) -> list[Token]:
    """Who is named as one of a party: "a delegation that includes X", "his delegation, including X"."""
    verbs = [party.head] if party.dep_ in SUBJECTS else []
    verbs += [c for c in party.children if c.dep_ == "relcl"]
    found = [o for v in verbs if v.lemma_ in INCLUDING and _is_affirmed(v) for o in _objects(v)]
    found += [o for p in children(party, "prep") if p.lower_ == "including" for o in children(p, "pobj")]
    return [t for o in found for t in nominal_conjuncts(o)]


def _belonging(party: Token) -> list[Token]:
    """Who is said to belong to a party: "X is part of the delegation", "members of his delegation are X and Y"."""
    if party.dep_ != "pobj":
        return []
    part = party.head.head
    if part.lemma_ in PARTS and party.head.lower_ == "of":
        verb = part.head
        if part.dep_ == "nsubj" and (verb.lemma_ in INCLUDING or verb.lemma_ == "be") and _is_affirmed(verb):
            return [t for o in children(verb, "dobj", "attr") for t in nominal_conjuncts(o)]
        return _subjects(verb) if part.dep_ == "attr" and verb.lemma_ == "be" else []
    inside = party.head.lower_ in ("in", "among", "with") and part.lemma_ == "be"
    return _subjects(part) if inside else []


def _objects(verb: Token) -> list[Token]:
    """The objects of a verb; the name behind one whose object the parser gave to another verb."""
    found = children(verb, "dobj")
    if found or verb.dep_ != "relcl":
        return found
    behind = verb.doc[verb.i + 1 : min(verb.i + LONGEST_TITLE, verb.sent.end)]
    return [t for t in behind if t.dep_ == "nsubj" and t.pos_ == "PROPN"][:1]


def _on_trip(trip: Token) -> list[Token]:
    """Who is told to be there: "X was also on the trip", "also making the trip was X"."""
    if trip.dep_ == "pobj" and trip.head.lower_ in ("on", "aboard", "along") and trip.head.head.lemma_ == "be":
        return _subjects(trip.head.head)
    verb = trip.doc[trip.i - 2] if trip.i > 1 else trip
    if verb.lemma_ in MAKING and verb.tag_ == "VBG":
        return _inverted(verb)
    return _subjects(trip.head) if trip.dep_ == "dobj" and trip.head.lemma_ in MAKING else []


def _inverted(participle: Token) -> list[Token]:
    """The subject behind the verb of a sentence turned round: "Travelling with him are X and Y"."""
    sentence = participle.sent
    if participle.i - sentence.start > 1:
        return []
    behind = participle.doc[participle.i : min(participle.i + LONGEST_TITLE, sentence.end)]
    verb = next((t for t in behind if t.lemma_ == "be"), None)
    if verb is None or not _is_affirmed(verb):
        return []
    return [t for c in children(verb, "nsubj", "attr") if c.i > verb.i for t in nominal_conjuncts(c)]


def _subjects(verb: Token) -> list[Token]:
    found = [*children(verb, "nsubj"), *(c for c in children(verb, "attr") if c.i > verb.i)]
    return [t for c in found for t in nominal_conjuncts(c)] if _is_affirmed(verb) else []


def _is_affirmed(verb: Token) -> bool:
    return not any(c.dep_ == "neg" or c.lower_ == "instead" for c in verb.children)
