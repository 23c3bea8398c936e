"""A group whose members are named right behind it, each with his side: "the ministers, Gul for Turkey and X for Y"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.syntax import SUBJECTS, is_plural, noun_of
from kg.mentions.coreference.words import OFFICIALS, PEOPLE_NOUNS
from kg.mentions.mention import PERSON

#: What may stand between two of the names: titles, states, and the words of their sides.
_BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART"})
_JOINING = frozenset({"of", "for", "from", "and", ",", ";", "(", ")"})
_OPENERS = frozenset({",", ":", "(", "-", "—", "–"})
_SEPARATORS = frozenset({",", ";", "and"})
#: How many tokens such a roll may take.
_LONGEST = 60
#: How many tokens may stand before a name without one being told: a title and its side.
_LONGEST_GAP = 12


def enumerated(site: Site, discourse: Discourse) -> list[Token]:
    """The heads of the names of a roll behind a plural of people, two at least; empty where there is none.

    "The presidents of Chad, Deby, and of Sudan, Bashir, signed"; but not "after talks with the ministers, A and B
    left", where the names are subjects of their own.
    """
    token, doc = site.token, site.segment.doc
    if not is_plural(token) or noun_of(token) not in OFFICE_NOUNS | PEOPLE_NOUNS | OFFICIALS:
        return []
    names: list[Token] = []
    opened = closed = False
    separated = ""
    last = at = token.i + 1
    end = min(token.sent.end, at + _LONGEST)
    while at < end and at - last <= _LONGEST_GAP:
        mention = discourse.mention_at(site.index, at)
        if mention is not None and mention.start == at and mention.entity.startswith(PERSON):
            if not opened or (names and not separated) or _is_elsewhere(doc[mention.head], token):
                break
            names.append(doc[mention.head])
            closed = separated == "and"
            at = last = mention.end
            separated = ""
            continue
        word = doc[at]
        if word.pos_ not in _BETWEEN and word.lower_ not in _JOINING and word.text not in _OPENERS:
            break
        opened = opened or word.text in _OPENERS
        if word.lower_ in _SEPARATORS and separated != "and":
            separated = word.lower_
        at += 1
    owned = last < len(doc) and doc[last].tag_ == "POS"
    return names if len(names) > 1 and closed and not owned else []


def _is_elsewhere(name: Token, group: Token) -> bool:
    """Whether a name is the subject of a clause that the group is no subject of."""
    while name.dep_ == "conj" and name.head.i > group.i:
        name = name.head
    return name.dep_ in SUBJECTS and not (group.dep_ in SUBJECTS and group.head == name.head)
