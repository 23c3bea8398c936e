"""Lists of names that the parser cut short: "Mexico's X, Y of the United States and Canada's Z"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, Mention
from kg.predicates.syntax import SUBJECTS, VERBAL

#: Parts of speech between two names of a list: titles, states, commas, "and", "of", "for".
BETWEEN = frozenset({"PUNCT", "CCONJ", "ADJ", "NOUN", "PROPN", "DET", "PART", "NUM"})
PREPOSITIONS = frozenset({"of", "for", "from"})
LAST = frozenset({"and", "&", "plus"})
SEPARATORS = frozenset({",", ";", "and", "&", "plus"})
LONGEST_GAP = 14
#: How a name is hung on a verb that it is no argument of.
LOOSE = frozenset({"dep", "npadvmod", "nsubj", "intj", "meta"})


def fellows(context: ArticleContext, segment: int, token: int) -> list[int]:
    """The heads of the names that stand in one list with the name at a token; empty where there is no list.

    A list holds names of one type, is closed by "and", and none of its later members is the subject of a verb of its
    own.
    """
    own = context.mention(segment, token)
    if own is None or context.entity(own.entity).type not in (PERSON, COUNTRY, ORGANIZATION):
        return []
    return [*_stranded(context, own), *_before(context, own), *_after(context, own)]


def _stranded(context: ArticleContext, second: Mention) -> list[int]:
    """The name before a closed list that the parser left loose on the verb: "A, the premier B and C met"."""
    doc = context.segment(second.segment).doc
    head = doc[second.head]
    if head.dep_ not in SUBJECTS or not any(c.dep_ == "conj" for c in head.children):
        return []
    found: list[int] = []
    next_one = second
    for mention in reversed(_preceding(context, second)):
        gap = [doc[i] for i in range(mention.end, next_one.start)]
        if context.entity(mention.entity).type != context.entity(second.entity).type and _is_gap(gap):
            continue
        loose = doc[mention.head].dep_ in LOOSE and doc[mention.head].head == head.head
        if not loose or not _is_gap(gap) or not any(t.text == "," for t in gap):
            break
        found.append(mention.head)
        next_one = mention
    return found


def _after(context: ArticleContext, first: Mention) -> list[int]:
    doc = context.segment(first.segment).doc
    found: list[int] = []
    last = first
    for mention in _following(context, first):
        gap = [doc[i] for i in range(last.end, mention.start)]
        if not _is_gap(gap):
            break
        if context.entity(mention.entity).type != context.entity(first.entity).type:
            continue
        if not any(t.lower_ in SEPARATORS for t in gap) or _heads_a_clause(doc[mention.head], doc[first.head]):
            break
        found.append(mention.head)
        last = mention
        if any(t.lower_ in LAST for t in gap):
            return found
    return []


def _before(context: ArticleContext, last: Mention) -> list[int]:
    """The names before the closing one, where the parser hung them into its phrase ("A and rebel leader B signed")."""
    doc = context.segment(last.segment).doc
    found: list[int] = []
    next_one = last
    for mention in reversed(_preceding(context, last)):
        gap = [doc[i] for i in range(mention.end, next_one.start)]
        if not _is_gap(gap):
            break
        if context.entity(mention.entity).type != context.entity(last.entity).type:
            continue
        closed = any(t.lower_ in (SEPARATORS if found else LAST) for t in gap)
        inside = mention.start <= doc[mention.head].head.i < last.end
        if not closed or not inside:
            break
        found.append(mention.head)
        next_one = mention
    return found


def _preceding(context: ArticleContext, last: Mention) -> list[Mention]:
    sentence = context.sentence(last.segment, last.head)
    return [m for m in context.mentions_of.get(last.segment, ()) if sentence.start <= m.start and m.end <= last.start]


def _following(context: ArticleContext, first: Mention) -> list[Mention]:
    sentence = context.sentence(first.segment, first.head)
    return [m for m in context.mentions_of.get(first.segment, ()) if first.end <= m.start < sentence.end]


def _is_gap(gap: list[Token]) -> bool:
    return len(gap) <= LONGEST_GAP and all(
        t.pos_ in BETWEEN or t.lower_ in PREPOSITIONS or t.tag_ == "PRP$" for t in gap
    )


def _heads_a_clause(token: Token, first: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.pos_ in VERBAL and token.head != first.head
