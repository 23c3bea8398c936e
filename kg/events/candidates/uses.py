"""Uses of a word that a schema asks for or rules out."""

from __future__ import annotations

from kg.events.context import ArticleContext
from kg.events.kinds import takes_documents
from kg.predicates.predicate import Predicate, PredicateKind
from kg.schema.types import EventType, Trigger

#: Slots that say what a document is about: "signed a pact on visas" signs no visa.
TOPICS = frozenset({"object.of", "object.on", "object.about", "object.for", "object.against", "object.concerning"})


def requirements_met(context: ArticleContext, predicate: Predicate, trigger: Trigger) -> bool:
    """Whether the words that a trigger requires in certain slots are there."""
    doc = context.segment(predicate.segment).doc
    if trigger.objects:
        own = [doc[i] for i in predicate.slots.get("object", ())]
        if not any(t.lemma_.lower() in trigger.objects or t.lower_ in trigger.objects for t in own):
            return False
    if any(predicate.slots.get(slot) for slot in trigger.without):
        return False
    if not trigger.requires:
        return True
    return any(
        doc[i].lemma_.lower() in words or doc[i].lower_ in words
        for slot, words in trigger.requires.items()
        for i in predicate.slots.get(slot, ())
    )


def excluded(context: ArticleContext, predicate: Predicate, event_type: EventType) -> bool:
    """Whether the schema's `never` names this use of the word."""
    doc = context.segment(predicate.segment).doc
    token = doc[predicate.token]
    topics = TOPICS if takes_documents(event_type) else ()
    around = {doc[i].lemma_.lower() for slot, tokens in predicate.slots.items() if slot not in topics for i in tokens}
    around |= {name.partition(" ")[2] for name in predicate.names}
    if predicate.kind is PredicateKind.VERB:
        around |= {c.lower_ for c in token.children if c.dep_ in ("advmod", "prt", "acomp")}
    else:
        around |= {c.lemma_.lower() for c in token.children} | {token.head.lemma_.lower()}
    return any(e.word in (*predicate.names, token.lemma_.lower()) and e.with_words & around for e in event_type.never)
