"""Phrases that a name resolves: names themselves, and descriptions with a name in apposition."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.company_words import COMPANIES
from kg.mentions.coreference.demonyms import demonym
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.enumerations import enumerated
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.standing import entity_of
from kg.mentions.coreference.syntax import SUBJECTS, coordinated, is_counterpart, is_plural, noun_of, phrase_of
from kg.mentions.coreference.words import (
    COUNTED,
    GUESTS,
    HONORIFICS,
    HOSTS,
    ORGANIZATION_NOUNS,
    PEOPLE_NOUNS,
    SIDE_NOUNS,
    STATE_NOUNS,
    is_person_noun,
)
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, MentionKind


def named(site: Site, discourse: Discourse) -> Resolution | None:
    """Resolve a token of a mention: its entity, or the state that a capital, a seat or a demonym stands for."""
    mention = discourse.mention(site)
    if mention is None:
        return None
    if mention.kind is MentionKind.DEMONYM:
        return demonym(site, mention, discourse)
    key, how = entity_of(mention)
    return Resolution((key,), how, mention.start, mention.end)


def apposition(site: Site, discourse: Discourse) -> Resolution | None:
    """Resolve a description with a name beside it: "the Turkish foreign minister, Hakan Fidan"."""
    after = site.token.i + 1
    if after < len(site.segment.doc) and site.segment.doc[after].tag_ == "POS":
        return None
    names = _appositives(site, discourse) or _predicates(site, discourse)
    roll = enumerated(site, discourse)
    names = roll if len(roll) > len(names) else names
    wanted = _types(site.token)
    keys: list[str] = []
    for name in names:
        mention = discourse.mention(site, name)
        if mention is None or mention.kind is MentionKind.DEMONYM:
            continue
        key, _how = entity_of(mention)
        if key not in keys and key.partition(":")[0] in wanted:
            keys.append(key)
    if not keys or (len(keys) == 1 and is_plural(site.token) and PERSON in wanted):
        return None
    start, end = phrase_of(site.token)
    return Resolution(tuple(keys), How.NAME, start, end)


def _types(token: Token) -> frozenset[str]:
    noun = noun_of(token)
    if noun in OFFICE_NOUNS or noun in PEOPLE_NOUNS or noun in COUNTED or is_person_noun(noun):
        return frozenset({PERSON})
    if noun in STATE_NOUNS:
        return frozenset({COUNTRY})
    if noun in ORGANIZATION_NOUNS or noun in COMPANIES:
        return frozenset({ORGANIZATION})
    return frozenset({PERSON, COUNTRY, ORGANIZATION}) if noun in SIDE_NOUNS else frozenset({PERSON})


def _appositives(site: Site, discourse: Discourse) -> list[Token]:
    token = site.token
    adjacent = _next_name(site, discourse)
    if adjacent is not None:
        return _members(adjacent, token)
    for child in token.children:
        if child.dep_ == "appos" and discourse.mention(site, child) is not None and not _has_other(token, child):
            return _members(child, token)
    if token.dep_ in ("appos", "compound", "nmod") and discourse.mention(site, token.head) is not None:
        return _members(token.head, token) if is_plural(token) else [_nearest(token)]
    return _after_comma(site, discourse)


def _has_other(description: Token, name: Token) -> bool:
    """Whether the name is of another, joined one: "the Israeli premier and his Jordanian colleague, Majali"."""
    joined = (token for token in description.conjuncts if description.i < token.i < name.i)
    return not is_plural(description) and any(token.pos_ == "NOUN" for token in joined)


def _predicates(site: Site, discourse: Discourse) -> list[Token]:
    """The name that a description is said to be: "his host is President Kuchma"."""
    verb = site.token.head
    if site.token.dep_ not in SUBJECTS or str(verb.lemma_) != "be" or verb.tag_ not in ("VBZ", "VBD", "VBP", "VB"):
        return []
    named_ = [child for child in verb.children if child.dep_ == "attr" and discourse.mention(site, child) is not None]
    return named_ if len(named_) == 1 and not is_plural(site.token) else []


def _nearest(description: Token) -> Token:
    """The name beside the description, of several joined by "and": "Biden and Kevin McCarthy, the speaker"."""
    name = description.head
    joined = [member for member in coordinated(name) if member.i < description.i]
    return joined[-1] if name.i < description.i and joined else name


def _members(name: Token, description: Token) -> list[Token]:
    return coordinated(name) if is_plural(description) or noun_of(description) in COUNTED else [name]


def _next_name(site: Site, discourse: Discourse) -> Token | None:
    """The name right after a title: "Foreign Minister Wong", "President of the Republic of Kenya Ruto"."""
    token, doc = site.token, site.segment.doc
    if noun_of(token) not in OFFICE_NOUNS and not is_person_noun(noun_of(token)):
        return None
    complement = token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of"
    for index in range(token.i + 1, min(len(doc), token.i + (9 if complement else 2))):
        mention = discourse.mention(site, doc[index])
        if mention is not None and mention.entity.startswith(PERSON):
            return doc[mention.head] if mention.start == index else None
        if doc[index].pos_ not in ("PROPN", "ADP", "DET", "PART", "ADJ") or doc[index].lower_ in _ENDS:
            return None
    return None


_ENDS = frozenset({"to", "with", "in", "at", "by", "from", "after", "before", "on", "for", "as"})


def _after_comma(site: Site, discourse: Discourse) -> list[Token]:
    """Full names after the description and a comma, where the parser saw no apposition."""
    token, doc = site.token, site.segment.doc
    if not _introduces(token):
        return []
    at = _end_before_names(site, discourse)
    complement = [doc[i] for i in range(token.i + 1, at) if doc[i].pos_ == "NOUN"]
    opens = at < len(doc) and doc[at].text in (_OPENERS if is_plural(token) else ",")
    if not opens or any(is_person_noun(noun_of(t)) for t in complement):
        return []
    if any(noun_of(t) in OFFICE_NOUNS for t in complement):
        return []
    names: list[Token] = []
    while at + 1 < len(doc):
        at = _past_title(site, at, discourse)
        mention = discourse.mention(site, doc[at + 1])
        if (
            mention is None
            or not mention.entity.startswith(PERSON)
            or (mention.end - mention.start < 2 and doc[at].text in _OPENERS)
        ):
            break
        names.append(doc[mention.head])
        at = mention.end
        if at < len(doc) and doc[at].text == "," and at + 1 < len(doc) and doc[at + 1].lower_ == "and":
            at += 1
        if not is_plural(token) or at >= len(doc) or doc[at].lower_ not in (",", "and"):
            break
    closed = at >= len(doc) or doc[at].text in _CLOSERS or is_plural(token)
    return names if closed else []


def _end_before_names(site: Site, discourse: Discourse) -> int:
    """The end of a phrase; that of a plural before the names that the parser joined to its states.

    "The ministers of Chad and Niger, X and Y": all four may be one list to it.
    """
    token, doc = site.token, site.segment.doc
    end = phrase_of(token)[1]
    if not is_plural(token):
        return end
    for index in range(token.i + 1, min(end, len(doc) - 1)):
        mention = discourse.mention(site, doc[index + 1]) if doc[index].text == "," else None
        if mention is not None and mention.entity.startswith(PERSON) and mention.end - mention.start > 1:
            return index
    return end


def _introduces(token: Token) -> bool:
    """Whether a name may follow a noun after a comma."""
    noun = noun_of(token)
    return noun in OFFICE_NOUNS or noun in HOSTS or noun in GUESTS or is_person_noun(noun) or is_counterpart(token)


def _past_title(site: Site, at: int, discourse: Discourse) -> int:
    """The token before a name: past "Foreign Minister", "Sheikh"."""
    doc = site.segment.doc
    for index in range(at + 1, min(at + 5, len(doc) - 1)):
        if discourse.mention(site, doc[index]) is not None:
            break
        if noun_of(doc[index]) in HONORIFICS or (doc[index].tag_ == "NNP" and noun_of(doc[index]) in OFFICE_NOUNS):
            at = index
        elif doc[index].tag_ not in ("NNP", "JJ") or not doc[index].is_title:
            break
    return at


_OPENERS = (",", ":", "-", "—", "–")
_CLOSERS = frozenset({",", ".", ";", ")", "-", "—", "–"})
