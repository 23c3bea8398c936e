"""Buildings and grounds where something happens: "Qubba Palace", "the Metropole hotel", "the parliament building"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.events.facts import Location
from kg.mentions.mention import COUNTRY, PLACE

#: Nouns for places that people gather in and that no gazetteer of towns has.
# fmt: off
SITE_NOUNS = frozenset({
    "palace", "hotel", "hall", "house", "residence", "mansion", "castle", "villa", "chateau", "manor", "lodge",
    "ranch", "estate", "farm", "retreat", "resort", "headquarters", "building", "tower", "centre", "center",
    "parliament", "embassy", "consulate", "chancellery", "ministry", "office", "room", "chamber", "airport",
    "airfield", "airbase", "base", "barracks", "camp", "fort", "port", "harbour", "harbor", "pier", "dock", "ship",
    "yacht", "cruiser", "carrier", "stadium", "arena", "theatre", "theater", "museum", "library", "university",
    "college", "school", "academy", "institute", "church", "cathedral", "mosque", "temple", "shrine", "monastery",
    "abbey", "synagogue", "cemetery", "memorial", "garden", "gardens", "park", "square", "plaza", "courtyard",
    "lawn", "island", "peninsula", "beach", "lake", "mountain", "valley", "desert", "oasis", "border", "crossing",
    "checkpoint", "village", "town", "plantation", "restaurant", "club", "station", "terminal", "compound",
    "complex", "pavilion", "clinic", "hospital", "tent",
})
# fmt: on
LOCATIVE = frozenset({"in", "at", "inside", "outside", "aboard", "near"})
#: "on" is a place before these only; elsewhere it is a subject or a day.
SURFACES = frozenset(
    {"island", "peninsula", "border", "ship", "yacht", "cruiser", "carrier", "lawn", "estate", "ranch"}
)
#: What spaCy's recogniser calls a name that may be a site.
SITE_LABELS = frozenset({"FAC", "LOC", "GPE"})
#: Adjectives that make a building the only one of its kind.
OFFICIAL = frozenset(
    {"presidential", "royal", "imperial", "papal", "parliamentary", "governmental", "federal", "foreign"}
)
#: Buildings that a word before them makes the only ones of their kind: "the foreign ministry headquarters".
SEATS = frozenset({"building", "headquarters", "residence", "airport", "border", "embassy", "ministry"})
#: First words of names for grounds.
FIRST_WORDS = frozenset({"mount", "lake", "camp", "fort", "cape", "hotel", "villa", "chateau", "château", "palais"})
_NAME_PARTS = frozenset({"compound", "nmod", "amod", "poss", "nummod", "det", "case", "punct"})
_LONGEST = 8
BEFORE = frozenset({"compound", "nmod"})


def at_site(site: str, town: Location | None) -> Location:
    """A building in a town that may be unknown.

    Examples
    --------
    >>> at_site("Qubba Palace", Location("Cairo", "Place:cairo", "EG")).text
    'Qubba Palace, Cairo'
    """
    if town is None:
        return Location(site, None, None)
    known = town.entity is None or town.entity.startswith(COUNTRY) or town.text in site
    return Location(site if known else f"{site}, {town.text}", town.entity, town.country)


def site_words(context: ArticleContext, segment: int, noun: Token) -> str | None:
    """The words of a site that a preposition governs, None where the noun says none or no particular one.

    A site is told by its noun or as a name of a place; it is a particular one by a name, by what it is of, or by "the".
    """
    preposition = noun.head
    surface = preposition.lower_ == "on" and noun.lower_ in SURFACES
    if noun.dep_ != "pobj" or not (surface or preposition.lower_ in LOCATIVE):
        return None
    if context.in_date(segment, noun.i) or _is_actor(context, segment, noun):
        return None
    span = noun.doc[_start(noun) : _end(noun)]
    by_name = noun.pos_ == "PROPN" and (noun.ent_type_ in SITE_LABELS or span[0].lower_ in FIRST_WORDS)
    if noun.lower_ not in SITE_NOUNS and not by_name:
        return None
    named = any(token.pos_ == "PROPN" and not _is_town(context, segment, token) for token in span)
    owner = next((token for token in span if token.dep_ == "poss"), None)
    if owner is not None and owner.pos_ == "PRON":
        return None
    return span.text if named or owner is not None or _is_the_one(context, segment, noun) else None


def _is_town(context: ArticleContext, segment: int, token: Token) -> bool:
    """Whether a word before a building is only where it stands: "a Geneva hotel", "the Kremlin residence"."""
    mention = context.mention(segment, token.i)
    return mention is not None and token.dep_ in BEFORE and context.entity(mention.entity).type in (PLACE, COUNTRY)


def _is_actor(context: ArticleContext, segment: int, noun: Token) -> bool:
    """Whether the noun itself is a name that is known as something else: a town, a person, a body."""
    mention = context.mention(segment, noun.i)
    if mention is None:
        return False
    return context.entity(mention.entity).type in (PLACE, COUNTRY) or noun.lower_ not in SITE_NOUNS


def _is_the_one(context: ArticleContext, segment: int, noun: Token) -> bool:
    """Whether a building without a name is a particular one: "parliament building", "presidential palace"."""
    if any(child.dep_ == "amod" and child.lower_ in OFFICIAL for child in noun.children):
        return True
    words = (child for child in noun.children if child.dep_ == "compound")
    return noun.lower_ in SEATS and any(not _is_town(context, segment, word) for word in words)


def _start(noun: Token) -> int:
    """First token of the name, without its article."""
    first = noun.i
    for child in sorted(noun.lefts, key=lambda token: -token.i):
        if child.dep_ not in _NAME_PARTS or noun.i - child.left_edge.i > _LONGEST:
            break
        first = child.left_edge.i
    while first < noun.i and noun.doc[first].pos_ == "DET":
        first += 1
    return first


def _end(noun: Token) -> int:
    """One past the last token: with what it is of, "the hall of the Pan American Union"."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.right_edge.i - noun.i <= _LONGEST:
            edge = next((t for t in child.children if t.dep_ == "pobj"), None)
            if edge is not None:
                return max(edge.i, noun.i) + 1
    return noun.i + 1
