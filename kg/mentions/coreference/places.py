"""Words for places: "here", "there", "the capital", "the country"."""

from __future__ import annotations

from collections.abc import Callable

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.owners import owners_of
from kg.mentions.coreference.syntax import first_of, is_definite, noun_of
from kg.mentions.coreference.words import LONE_STATE_NOUNS, OFFICIALS, TOWN_NOUNS, is_person_noun
from kg.mentions.mention import COUNTRY, PERSON, PLACE, Mention, MentionKind

Place = tuple[str | None, str | None]
PlaceFinder = Callable[[str], Place]
_NOWHERE: Place = (None, None)
_WINDOW = 3
_LOCATIVE = frozenset({"in", "to", "at", "from", "into", "for", "near", "outside", "inside", "via", "through"})


def place_of(site: Site, discourse: Discourse, finder: PlaceFinder | None = None) -> Place:
    """The place's key and the code of the state that a token says, (None, None) where it says none."""
    mention = discourse.mention(site)
    if mention is not None:
        return _of_mention(mention)
    word, noun = site.token.lower_, noun_of(site.token)
    if word == "here":
        return _dateline(discourse, finder)
    if word == "there":
        return _last(site, discourse, _any_place)
    inner = _inner(site, discourse)
    if inner is not None:
        return _of_mention(inner)
    if noun == "capital":
        return _capital(site, discourse)
    if noun in LONE_STATE_NOUNS or noun in TOWN_NOUNS:
        return _described(site, discourse, noun)
    return _NOWHERE


def _of_mention(mention: Mention) -> Place:
    if mention.entity.startswith(PLACE) or mention.entity.startswith(COUNTRY):
        return mention.entity, mention.country
    return _NOWHERE


def _inner(site: Site, discourse: Discourse) -> Mention | None:
    """The name within a phrase: "the port city of Jeddah", "the resort, Sharm el-Sheikh"."""
    for child in site.token.children:
        inner = [child] if child.dep_ == "appos" else []
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = [token for token in child.children if token.dep_ == "pobj"]
        for token in inner:
            mention = discourse.mention(site, token)
            if mention is not None and mention.entity.startswith(PLACE):
                return mention
    return None


def _dateline(discourse: Discourse, finder: PlaceFinder | None) -> Place:
    if discourse.found.dateline != _NOWHERE:
        return discourse.found.dateline
    dateline = discourse.article.layout.dateline
    if dateline is None:
        return _NOWHERE
    text = dateline.text.lower()
    known = [e for e in discourse.found.entities.values() if e.type in (PLACE, COUNTRY)]
    for entity in sorted(known, key=lambda e: (e.type != PLACE, e.key)):
        if any(text.startswith(name.lower()) for name in (entity.name, *entity.names)):
            return entity.key, entity.country or entity.key.partition(":")[2][:2]
    city = dateline.text.partition(",")[0].partition("(")[0].strip(" -—–")
    return finder(city.title() if city.isupper() else city) if finder else _NOWHERE


def _last(site: Site, discourse: Discourse, keep: Callable[[Mention], bool]) -> Place:
    """The last place that something was said to be in or to go to, else the last place named.

    A state that only says whose a person is ("Chile's president will be there") is no such place.
    """
    named: Mention | None = None
    for distance in range(_WINDOW):
        for entry in reversed(discourse.before(site, distance)):
            there = discourse.at(entry.position)
            mention = discourse.mention(there)
            if mention is None or mention.kind is MentionKind.DEMONYM or _of_mention(mention) == _NOWHERE:
                continue
            if not keep(mention) or _is_of_person(there, discourse):
                continue
            head = first_of(there.token)
            if (head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE) or head.dep_ == "dobj":
                return _of_mention(mention)
            named = named or mention
        if named is not None and distance:
            break
    return _of_mention(named) if named is not None else _NOWHERE


def _is_of_person(there: Site, discourse: Discourse) -> bool:
    """Whether a name belongs to a person's description: "Chile's Lagos", "the president of Chile"."""
    token = there.token
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    if token.dep_ not in ("poss", "compound", "nmod") and above == token.head:
        return False
    mention = discourse.mention(there, above)
    if mention is not None and mention.entity.startswith(PERSON):
        return True
    return noun_of(above) in OFFICE_NOUNS or noun_of(above) in OFFICIALS or is_person_noun(noun_of(above))


def _any_place(_mention: Mention) -> bool:
    return True


def _capital(site: Site, discourse: Discourse) -> Place:
    """The capital of the state in the phrase, or of the state told of last. The key only where the article names it."""
    owners = [key for key in owners_of(site, discourse).keys if key.startswith(COUNTRY)]
    if len(owners) > 1:
        return _NOWHERE
    code = owners[0].partition(":")[2] if owners else None
    if code is None and is_definite(site.token):
        code = _last(site, discourse, _any_place)[1]
    capitals = {m.entity for m in discourse.found.mentions if m.kind is MentionKind.CAPITAL and m.country == code}
    return (capitals.pop() if len(capitals) == 1 else None, code)


def _described(site: Site, discourse: Discourse, noun: str) -> Place:
    if not is_definite(site.token):
        return _NOWHERE
    if noun in LONE_STATE_NOUNS:
        keys = discourse.actors(site).entities
        return (keys[0], keys[0].partition(":")[2]) if len(keys) == 1 else _NOWHERE
    return _last(site, discourse, lambda mention: mention.entity.startswith(PLACE))
