"""Officials sign while their leaders look on: "Hu and Castro attended the signing of five accords" is of two states."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.events.candidate import Candidate, Document
from kg.events.context import ArticleContext
from kg.events.facts import Filler
from kg.mentions.mention import COUNTRY
from kg.predicates.arguments import deep_arguments
from kg.predicates.companions import companions
from kg.predicates.predicate import Predicate, PredicateKind
from kg.predicates.syntax import SUBJECTS, VERBAL, nominal_conjuncts, prepositions

#: What leaders do while others sign.
WATCHING = frozenset({"attend", "witness", "oversee", "watch", "see", "observe", "supervise"})
LOOKING = frozenset({"look", "watch", "stand", "preside", "present"})
#: What a report of such a signing is marked by.
OFFICIALS = "officials"
#: Unnamed people who sign for their states.
TITLES = frozenset({"minister", "official", "representative", "delegate", "delegation", "negotiator"})
#: What ministers and officials sign even where it is only one; leaders who watch a truce may be mediators.
PAPERS = frozenset({"memorandum", "mou", "contract"})
#: Words of a phrase that says itself who signs.
SIDES = frozenset({"between", "with", "among"})
STATES = 2


def by_officials(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether those who sign new documents are officials of whom it isn't said whose: "signed by their ministers"."""
    predicate = candidate.predicate
    return all(d.new for d in candidate.documents) and _are_officials(context, predicate)


def _are_officials(context: ArticleContext, predicate: Predicate) -> bool:
    subject = [context.token(predicate.segment, i) for i in predicate.slots.get("subject", ())]
    return bool(subject) and all(_is_unnamed(context, predicate.segment, t) for t in subject)


def _is_unnamed(context: ArticleContext, segment: int, token: Token) -> bool:
    if token.tag_ != "NNS" or token.lemma_.lower() not in TITLES or context.actors(segment, token.i).entities:
        return False
    inner = list(token.subtree)
    return len(inner) <= STATES + 1 and all(context.mention(segment, t.i) is None for t in inner)


def onlookers(context: ArticleContext, candidate: Candidate) -> list[Filler]:
    """The two states whose leaders look on while documents are signed by nobody who is named; else nothing.

    Parameters
    ----------
    context : ArticleContext
        The article.
    candidate : Candidate
        A signing without signatories.
    """
    predicate = candidate.predicate
    if candidate.fillers or not candidate.documents or not all(_is_of_officials(d) for d in candidate.documents):
        return []
    is_named = predicate.kind is PredicateKind.VERB and predicate.slots.get("subject")
    if is_named and not _are_officials(context, predicate):
        return []
    trigger = context.token(predicate.segment, predicate.token)
    if any(t.lower_ in SIDES for t in trigger.subtree if t.i > trigger.i):
        return []
    found: dict[str, Filler] = {}
    for token in _watching(trigger):
        seen = context.actors(predicate.segment, token.i)
        field, start, end = context.segment(predicate.segment).offsets(seen.start, seen.end)
        for key in seen.entities:
            state = context.entity(key).country
            if state is None:
                return []
            signer = f"{COUNTRY}:{state}"
            found.setdefault(signer, Filler(candidate.event_type.edge.head, signer, field, start, end))
    return list(found.values()) if len(found) == STATES else []


def _is_of_officials(document: Document) -> bool:
    return document.new and (document.several or document.head in PAPERS)


def _watching(trigger: Token) -> Iterator[Token]:
    """Those who look on: the subjects of a verb of watching above, or they in whose presence it is."""
    head, label = trigger.head, trigger.dep_
    above = head.head if head.head.pos_ in VERBAL else head.head.head
    if label in ("dobj", "ccomp", "xcomp", *SUBJECTS) and head.lemma_ in WATCHING:  # "was attended by A and B"
        yield from _subjects(head)
    elif label == "pobj" and head.lower_ in ("at", "over"):
        if above.lemma_ in LOOKING or any(c.lower_ == "present" for c in above.children):
            yield from _subjects(above)
    elif label == "advcl" and head.lemma_ in LOOKING and any(c.lower_ in ("as", "while") for c in trigger.children):
        yield from _subjects(head)
    for word, noun in prepositions(trigger):
        if word == "in" and noun.lower_ == "presence":
            yield from (n for inner, other in prepositions(noun) if inner == "of" for n in nominal_conjuncts(other))


def _subjects(verb: Token) -> Iterator[Token]:
    for subject in deep_arguments(verb)[0]:
        yield subject
        yield from companions(subject)
