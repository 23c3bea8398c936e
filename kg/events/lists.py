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


def fellows(context: ArticleContext, segment: int, token: int) -> list[int]:
    """The heads of the names that stand in one list with the name at a token, after it; empty where there is no list.

    A list holds names of one type, is closed by "and", and none of its later members is the subject of a verb.
    """
    first = context.mention(segment, token)
    if first is None or context.entity(first.entity).type not in (PERSON, COUNTRY, ORGANIZATION):
        return []
    doc = context.segment(segment).doc
    found: list[int] = []
    closed = False
    last = first
    for mention in _following(context, first):
        gap = [doc[i] for i in range(last.end, mention.start)]
        if not _is_gap(gap):
            break
        if context.entity(mention.entity).type != context.entity(first.entity).type:
            continue
        if not any(t.lower_ in SEPARATORS for t in gap) or _heads_a_clause(doc[mention.head], doc[token]):
            break
        found.append(mention.head)
        last = mention
        if any(t.lower_ in LAST for t in gap):
            closed = True
            break
    return found if closed else []


def _following(context: ArticleContext, first: Mention) -> list[Mention]:
    sentence = context.sentence(first.segment, first.head)
    return [m for m in context.mentions_of.get(first.segment, ()) if first.end <= m.start < sentence.end]


def _is_gap(gap: list[Token]) -> bool:
    return len(gap) <= LONGEST_GAP and all(t.pos_ in BETWEEN or t.lower_ in PREPOSITIONS for t in gap)


def _heads_a_clause(token: Token, first: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.pos_ in VERBAL and token.head != first.head
