"""Who signs for whom: "Downer signed for Australia and Alatas for Indonesia", where the second verb is left unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.events.context import ArticleContext
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, Mention, MentionKind
from kg.predicates.predicate import Predicate
from kg.predicates.syntax import SUBJECTS, VERBAL

#: How many words may stand between "for" and the name of a side, and between a side and the name of its signatory.
REACH = 6
TITLES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})


def delegates(context: ArticleContext, predicate: Predicate) -> list[int]:
    """The heads of the people of a sentence who are said to sign for a state or a body, two at least; else nothing.

    Parameters
    ----------
    context : ArticleContext
        The article.
    predicate : Predicate
        The signing.
    """
    trigger = context.token(predicate.segment, predicate.token)
    sentence = context.sentence(predicate.segment, predicate.token)
    mentions = [m for m in context.mentions_of.get(predicate.segment, ()) if sentence.start <= m.start < sentence.end]
    people = [m for m in mentions if context.entity(m.entity).type == PERSON]
    if len(people) < 2:
        return []
    sides = [s for m in mentions if (s := _side(context, trigger.doc, m)) is not None]
    found = [m.head for m in people if any(_signs_for(trigger, m, start, end) for start, end in sides)]
    return found if len(found) > 1 else []


def _side(context: ArticleContext, doc: Doc, mention: Mention) -> tuple[int, int] | None:
    """The tokens of "for Japan", "on behalf of the rebels' FRONT" around the name of a state or a body."""
    if context.entity(mention.entity).type not in (COUNTRY, ORGANIZATION) and mention.kind is not MentionKind.CAPITAL:
        return None
    for i in range(mention.start - 1, max(mention.start - REACH, -1), -1):
        if doc[i].lower_ == "for":
            return i, mention.end
        if doc[i].lower_ == "behalf" and i > 0:
            return i - 1, mention.end
        if doc[i].pos_ not in TITLES and doc[i].lower_ != "of":
            return None
    return None


def _signs_for(trigger: Token, person: Mention, start: int, end: int) -> bool:
    """Whether "for Japan" stands behind a name, before it with a comma, or behind the verb whose subject it is."""
    doc = trigger.doc
    name = doc[person.head]
    if any(t.dep_ in SUBJECTS and t.head.pos_ in VERBAL and t.head != trigger for t in _with_heads(name)):
        return False
    if start == person.end:
        return True
    if name.head == trigger and name.dep_ in SUBJECTS:
        objects = [c.i + 1 for c in trigger.children if c.dep_ == "dobj"]
        if start in (trigger.i + 1, *objects):
            return True
    between = doc[end : person.start] if end < person.start <= end + REACH else doc[0:0]
    return len(between) > 0 and between[0].lower_ == "," and all(t.pos_ in TITLES for t in between[1:])


def _with_heads(name: Token) -> Iterator[Token]:
    yield name
    while name.dep_ in ("conj", "appos", "compound") and name.head != name:
        name = name.head
        yield name
