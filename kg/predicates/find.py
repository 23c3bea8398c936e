"""Doc -> predicates: verbs and nouns with what fills the slots around them. Knows no event type."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.addressees import OF_ITS_OWN, addressees
from kg.predicates.arguments import controllers, deep_arguments, surface_subject
from kg.predicates.bystanders import is_bystander
from kg.predicates.companions import companions, is_attended
from kg.predicates.ellipsis import PRO_VERBS, Gap, noun_gaps, verb_gap
from kg.predicates.factuality import is_scheduled, noun_modality, verb_modality
from kg.predicates.generic import is_background, is_generic, is_of_its_kind
from kg.predicates.guests import BACK, STAYING_AT, guest, guest_slots, returner, stayer
from kg.predicates.identity import identified, owners
from kg.predicates.lexicon import HOLDING
from kg.predicates.occurrences import Occurrences, occurrences
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.syntax import (
    RELATIVES,
    VERBAL,
    ancestors,
    children,
    misread_subject,
    nominal_conjuncts,
    particle,
    prepositions,
)
from kg.predicates.tense import tense

DEFINING = frozenset({"be", "include", "comprise"})
PLACING = frozenset({"in", "to", "at"})
AUXILIARIES = frozenset({"be", "have", "do", "get"})
CIRCUMSTANCES = frozenset({"by", "on", "over", "in", "at", "via", "to", "from", "through"})
#: The labels of what completes a verb.
COMPLEMENTS = ("oprd", "attr")
PHONES = frozenset({"phone", "telephone"})
HONOUR = frozenset({"honor", "honour"})
PARTIES = frozenset({"by", "between", "with"})
NOMINAL_MODIFIERS = ("compound", "amod", "nmod", "nummod")


def predicates(
    segment: Segment,
    words: Container[str],
    before: Segment | None = None,
    known: Occurrences | None = None,
    worth: Callable[[Token], bool] | None = None,
) -> Iterator[Predicate]:
    """The predicates of a segment whose base form is among the words, in order.

    Parameters
    ----------
    segment : Segment
        A parsed paragraph.
    words : container of str
        Lemmas that are of interest, without particles.
    before : Segment or None
        The paragraph before, for verbs that stand for one of its last sentence.
    known : Occurrences or None
        Where the segment's words stand and what has been read of them, for a segment that is read several times.
    worth : callable or None
        Tells of a verb at a glance whether it is worth reading.
    """
    known = known or occurrences(segment.doc)
    for token in map(segment.doc.__getitem__, sorted(_candidates(known, words))):
        if token.pos_ == "ADP":
            yield from _aside(segment, token, words)
            continue
        if token.lemma_ in PRO_VERBS and (gap := verb_gap(token, words, before)) is not None:
            yield _elliptic(segment, token, gap)
            continue
        if not _is_of(token, words):
            continue
        if (visitor := guest(token)) is not None:
            yield _visiting(segment, token, visitor)
        elif token.pos_ in VERBAL or token.tag_.startswith("VB") or misread_subject(token) is not None:
            if worth is not None and not worth(token):
                continue
            if (verb := known.read.get(token.i)) is None:
                verb = known.read[token.i] = _verb(segment, token)
            yield verb
            yield from (_gapped(verb, gap) for gap in noun_gaps(token))
        elif token.pos_ in ("NOUN", "PROPN"):
            yield _noun(segment, token)


def _elliptic(segment: Segment, verb: Token, gap: Gap) -> Predicate:
    """The clause of a verb that stands for another one, with what it leaves to the other's clause."""
    own = _verb(segment, verb)
    slots: dict[str, tuple[int, ...]] = {}
    names = _names(gap.model)
    if gap.model.doc == verb.doc:
        model = _verb(segment, gap.model)
        own_subject = set(own.slots.get("subject", ()))
        slots = {n: t for n, t in model.slots.items() if n != "subject" and not own_subject & set(t)}
    given = {n: t for n, t in own.slots.items() if n not in ("object", "complement") and n in ("subject", *slots)}
    if gap.subject:
        given["subject"] = tuple(t.i for t in gap.subject)
    modality = Modality.NEGATED if gap.negated else own.modality
    if gap.whole:
        modality = max(modality, verb_modality(gap.model))
    return replace(own, names=names, slots=slots | given, modality=modality)


def _gapped(verb: Predicate, gap: Gap) -> Predicate:
    """A clause with a subject and an object of its own, and all else from the clause it is coordinated with."""
    slots = {"subject": tuple(t.i for t in gap.subject), "object": tuple(t.i for t in gap.object)}
    return replace(verb, slots=slots)


def _names(verb: Token) -> tuple[str, ...]:
    lemma, down = verb.lemma_.lower(), particle(verb)
    return (lemma, f"{lemma} {down}") if down else (lemma,)


def _is_of(token: Token, words: Container[str]) -> bool:
    """Whether a token is of one of the words, and no auxiliary: those say when, not what."""
    known = token.lemma_.lower() in words or token.lower_ in words or _lost_its_e(token, words)
    return known and not (token.dep_ in ("aux", "auxpass") and token.lemma_ in AUXILIARIES)


def _lost_its_e(verb: Token, words: Container[str]) -> bool:
    """Whether the lemmatizer cut an "e" too many off a verb it doesn't know ("dined": "din"); the lemma is mended."""
    if verb.tag_ not in ("VBD", "VBN", "VBG") or verb.lemma_.lower() + "e" not in words:
        return False
    verb.lemma_ = verb.lemma_.lower() + "e"
    return True


def _verb(segment: Segment, verb: Token) -> Predicate:
    subject, objects = deep_arguments(verb)
    slots: dict[str, list[Token]] = {}
    _add(slots, "subject", [*subject, *(c for s in subject for c in companions(s))])
    _add(slots, "object", [*objects, *(c for o in objects for c in companions(o))])
    _add(slots, "owner", [n for s in subject for c in children(s, "poss") for n in nominal_conjuncts(c)])
    _add(slots, "complement", children(verb, *COMPLEMENTS))
    _add(slots, "dative", [n for c in children(verb, "dative") if c.pos_ != "ADP" for n in nominal_conjuncts(c)])
    _add_phrases(slots, verb)
    for thing in objects:
        if thing.head == verb or thing.dep_ == "conj":
            _add_object_phrases(slots, thing)
    modality = verb_modality(verb)
    if modality is Modality.ASSERTED and not segment.is_heading and is_scheduled(verb):
        modality = Modality.PLANNED
    return _predicate(segment, verb, PredicateKind.VERB, _names(verb), slots, modality)


def _candidates(known: Occurrences, words: Container[str]) -> set[int]:
    """The words of a segment that may be predicates of interest, and the prepositions that may stand for one."""
    candidates = known.of(words) | known.of(PRO_VERBS)
    if "be" in words:
        candidates |= known.of(STAYING_AT)
    if "return" in words and any(word in known.tokens for word in BACK):
        candidates |= known.of(("from",))
    return candidates


def _aside(segment: Segment, token: Token, words: Container[str]) -> Iterator[Predicate]:
    """What a phrase between commas tells of the name before it."""
    if "be" in words and (person := stayer(token)) is not None:
        yield _stay(segment, token, person, "be")
    elif "return" in words and (person := returner(token)) is not None:
        yield _stay(segment, token, person, "return")


def _stay(segment: Segment, preposition: Token, person: Token, verb: str) -> Predicate:
    """The unsaid "is" of "X, in Rome for talks, said", "returned" of "X, back from Rome, said"."""
    places = [n for c in children(preposition, "pobj") for n in nominal_conjuncts(c)]
    slots = {"subject": [person], preposition.lower_: places}
    return _predicate(segment, preposition, PredicateKind.VERB, (verb,), slots, Modality.ASSERTED)


def _visiting(segment: Segment, token: Token, visitor: Token) -> Predicate:
    slots = guest_slots(visitor)
    return _predicate(segment, token, PredicateKind.VERB, ("visit",), slots, Modality.ASSERTED)


def _add_phrases(slots: dict[str, list[Token]], verb: Token) -> None:
    """The prepositional phrases on a verb, and those on what completes it."""
    for word, noun in prepositions(verb):
        if word == "with" and is_bystander(noun):
            continue
        _add(slots, word, [noun])
        for inner, other in prepositions(noun):
            # "spoke by phone with Rice", "with Rice by phone": the parser hangs the one on the other
            if (
                inner == "with" and (word in CIRCUMSTANCES or noun.ent_type_ in ("TIME", "DATE"))
            ) or other.lemma_ in PHONES:
                _add(slots, inner, [other])
            elif noun.lower_ in HONOUR and inner == "of":  # "gave a dinner in honor of Rao"
                _add(slots, "for", [other])
    for complement in children(verb, "acomp", "prt", "advmod"):  # "is due in Sydney", "was back in Rome"
        for word, noun in prepositions(complement) if complement.pos_ in ("ADJ", "ADV") else ():
            _add(slots, word, [noun])
        if complement.lower_ in ("there", "here"):
            _add(slots, "to", [complement])


def _add_object_phrases(slots: dict[str, list[Token]], thing: Token) -> None:
    for word, noun in prepositions(thing):
        if word == "with" and is_bystander(noun):
            continue
        _add(slots, f"object.{word}", [noun])
        if word == "of" or noun.lemma_ in PHONES:  # "led a delegation of ministers to Lima", "views by phone with Rao"
            for inner, other in prepositions(noun):
                _add(slots, f"object.{inner}", [other])
        if noun.lower_ in HONOUR:
            _add(slots, "for", [other for inner, other in prepositions(noun) if inner == "of"])


def _noun(segment: Segment, noun: Token) -> Predicate:
    slots: dict[str, list[Token]] = {}
    _add(slots, "possessive", [n for c in children(noun, "poss") for n in nominal_conjuncts(c)])
    _add(slots, "compound", _modifiers(noun))
    _add_noun_phrases(slots, noun)
    _add_shared_phrases(slots, noun)
    if is_of_its_kind(noun):
        slots.pop("by", None)
    _add(slots, "identity", identified(noun))
    _add(slots, "owner", owners(noun))
    governor = [] if is_of_its_kind(noun) and noun.dep_ == "attr" else controllers(noun)
    _add(slots, "controller", [*governor, *(c for g in governor for c in companions(g))])
    if noun.dep_ == "nsubj" and noun.head.lemma_ in DEFINING:  # "the signatories were A and B"
        _add(slots, "complement", [n for c in children(noun.head, "attr", "dobj") for n in nominal_conjuncts(c)])
    if not slots.keys() & OF_ITS_OWN:
        _add(slots, "addressee", addressees(noun))
    for clause in children(noun, "relcl"):
        _relative(slots, clause)
    lemma = noun.lemma_.lower()
    names = (lemma, *(f"{c.lower_} {lemma}" for c in noun.children if c.dep_ in NOMINAL_MODIFIERS and c.i < noun.i))
    modality = noun_modality(noun)
    timetable = not segment.is_heading and noun.dep_ == "pobj" and is_scheduled(noun.head.head)
    if modality is Modality.ASSERTED and timetable:
        modality = Modality.PLANNED  # "leaves on Monday for a tour of Peru"
    return _predicate(segment, noun, PredicateKind.NOUN, names, slots, modality)


def _add_noun_phrases(slots: dict[str, list[Token]], noun: Token) -> None:
    """The prepositional phrases on a noun, and those of its own that the parser hangs on what they hold."""
    for word, other in prepositions(noun):
        _add(slots, word, [other])
        if word == "of":  # "the signing of a treaty by A and B": the parser hangs the last phrase on the treaty
            for inner, third in prepositions(other):
                if inner in PARTIES:
                    _add(slots, inner, [third])
        elif word in PLACING and other.pos_ == "PROPN":  # "the arrival in Baku of X", "a visit to Lima by X"
            for inner, third in prepositions(other):
                if inner in ("of", "by") and third.ent_type_ == "PERSON":
                    _add(slots, inner, [third])


def _add_shared_phrases(slots: dict[str, list[Token]], noun: Token) -> None:
    """Those with whom an event is held, where the parser hangs them on the verb ("held talks on Monday with Rao")."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass") or verb.lemma_ not in HOLDING:
        return
    for word, other in prepositions(verb):
        if word in ("with", "between", "among"):
            _add(slots, word, [other])
        for inner, third in prepositions(other):
            if inner == "with" and other.pos_ == "PROPN":  # "held talks in Paris with Rao"
                _add(slots, inner, [third])


def _relative(slots: dict[str, list[Token]], clause: Token) -> None:
    """What a clause on an event noun tells of it: "the meeting that he had with her", "a trip Kohl called off"."""
    subject = [t for t in surface_subject(clause) if t.lower_ not in RELATIVES and t != clause.head]
    if not subject:
        return
    slots.pop("controller", None)
    _add(slots, "controller", subject)
    chain = [
        clause,
        *children(clause, "xcomp"),
        *(inner for c in children(clause, "xcomp") for inner in children(c, "xcomp")),
    ]
    for verb in chain:
        for word, noun in prepositions(verb):
            _add(slots, word, [noun])


def _modifiers(noun: Token) -> list[Token]:
    """All words that modify a noun from before, modifiers of modifiers too ("US-China trade talks")."""
    found: list[Token] = []
    todo = [c for c in noun.children if c.dep_ in NOMINAL_MODIFIERS]
    while todo:
        token = todo.pop()
        if token.i < noun.i:
            found.append(token)
            todo.extend(c for c in token.children if c.dep_ in (*NOMINAL_MODIFIERS, "conj", "npadvmod"))
    return sorted(found, key=lambda t: t.i)


def _add(slots: dict[str, list[Token]], name: str, tokens: list[Token]) -> None:
    if tokens:
        known = slots.setdefault(name, [])
        known.extend(t for t in tokens if t not in known)


def _predicate(
    segment: Segment,
    token: Token,
    kind: PredicateKind,
    names: tuple[str, ...],
    slots: dict[str, list[Token]],
    modality: Modality,
) -> Predicate:
    above = list(ancestors(token))
    return Predicate(
        segment=segment.index,
        token=token.i,
        kind=kind,
        names=names,
        slots={name: tuple(t.i for t in tokens) for name, tokens in slots.items()},
        modality=modality,
        tense=tense(token),
        generic=is_generic(token),
        background=is_background(token),
        aside=any(t.dep_ == "relcl" for t in (token, *above)),
        attended=kind is PredicateKind.NOUN and is_attended(token),
        governors=tuple(a.i for a in above if a.pos_ in VERBAL or a.pos_ == "NOUN"),
    )
