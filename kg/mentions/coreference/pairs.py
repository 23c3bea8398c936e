"""Two told of together, by other words than "the two": former and latter, neither, the two Kims, both Koreas."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.profiles import country_key
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.sets import TOGETHER, anybody, last_people, last_states
from kg.mentions.coreference.syntax import determiner_of, noun_of, phrase_of
from kg.mentions.coreference.words import NAMESAKES, NUMERALS, PEOPLE_NOUNS, SIDE_NOUNS, STATE_NOUNS
from kg.mentions.people.given_names import is_east_asian

_ORDER = {"former": 0, "latter": 1}
_NEAR = 3
_PEOPLE = PEOPLE_NOUNS | {"president", "minister", "premier", "chancellor"}


def paired(site: Site, discourse: Discourse) -> Resolution | None:
    """Resolve "the former", "the latter", "the two Kims", "both Koreas"; None for any other phrase."""
    token = site.token
    if token.lower_ in _ORDER and token.dep_ not in ("amod", "advmod", "compound") and determiner_of(token) == "the":
        pair = _last_pair(site, discourse)
        meant = pair[_ORDER[token.lower_]] if pair else None
        return _resolved((meant,) if meant else (), How.DESCRIPTION, *phrase_of(token))
    if token.tag_ in ("NNPS", "NNP", "NNS") and any(
        NUMERALS.get(child.lower_) == 2 for child in token.children if child.i < token.i
    ):
        entities = _namesakes(token, discourse)
        return _resolved(entities, How.GROUP, *phrase_of(token)) if entities else None
    return None


def is_negated_pair(token: Token) -> bool:
    """Whether it is "neither" alone, or of two: "neither leader", "neither of them"."""
    if token.lower_ == "neither":
        return token.pos_ in ("PRON", "DET") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    noun = noun_of(token)
    known = noun in _PEOPLE or noun in SIDE_NOUNS or noun in STATE_NOUNS
    return known and any(child.lower_ == "neither" and child.i < token.i for child in token.children)


def neither(site: Site, discourse: Discourse) -> Resolution:
    """Both of the last pair, of whom something is denied."""
    token = site.token
    if _is_together(token.head):
        return _resolved((), How.GROUP, token.i, token.i + 1)
    for preposition in token.children:
        if preposition.lower_ == "of":
            found = [key for t in preposition.children for key in discourse.actors(site, t).entities]
            return _resolved(tuple(found) if len(found) == 2 else (), How.GROUP, token.i, token.i + 1)
    return _resolved(_last_pair(site, discourse), How.GROUP, *phrase_of(token))


def _is_together(verb: Token) -> bool:
    """Whether a verb without another actor is of something done together, of which "neither" says nothing."""
    with_somebody = any(child.dep_ in ("dobj", "prep", "prt") for child in verb.children)
    return str(verb.lemma_) in ("speak", "talk", "meet") and not with_somebody


def _last_pair(site: Site, discourse: Discourse) -> tuple[str, ...]:
    """The last two people joined or told of in one clause, in the order of the text; else the last two states."""
    noun = noun_of(site.token)
    people: tuple[str, ...] = ()
    if noun not in STATE_NOUNS - SIDE_NOUNS:
        people = last_people(site, discourse, 2, keep=anybody, window=_NEAR, by=TOGETHER)
    return people or (() if noun in _PEOPLE else last_states(site, discourse, 2))


def _namesakes(token: Token, discourse: Discourse) -> tuple[str, ...]:
    """The two people of one surname, or the two states of one name."""
    if token.lower_ in NAMESAKES:
        return tuple(country_key(code) for code in NAMESAKES[token.lower_])
    surname = token.lower_.removesuffix("s")
    people = discourse.profiles.people.items()
    found = [key for key, person in people if person.name[0 if is_east_asian(person.name) else -1] == surname]
    return tuple(found) if len(found) == 2 else ()


def _resolved(entities: tuple[str, ...], how: How, start: int, end: int) -> Resolution:
    return Resolution(entities, how if entities else How.UNRESOLVED, start, end)
