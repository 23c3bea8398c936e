"""Places named within the phrase for a site or a gathering: "a summit in Lima", "Cairo airport", "Saudi soil"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.mentions.mention import COUNTRY, PLACE, Mention, MentionKind

GATHERINGS = frozenset(
    (
        *(
            "summit",
            "meeting",
            "conference",
            "talks",
            "talk",
            "session",
            "ceremony",
            "funeral",
            "wedding",
            "inauguration",
        ),
        *("forum", "celebration", "anniversary", "negotiation", "assembly", "gathering", "round", "commemoration"),
    )
)
SITES = frozenset(
    (
        *("airfield", "airbase", "base", "port", "harbor", "harbour", "resort", "palace", "villa", "ranch", "estate"),
        *(
            "residence",
            "retreat",
            "hotel",
            "camp",
            "border",
            "frontier",
            "crossing",
            "embassy",
            "consulate",
            "headquarters",
        ),
        *("shrine", "temple", "monastery", "cemetery", "memorial", "site", "plant", "compound", "facility", "barracks"),
        *("hospital", "university", "square", "dacha", "lodge", "castle", "farm", "centre", "center"),
    )
)
#: What a demonym before it places: "Saudi soil"; not "the Chinese embassy".
GROUNDS = frozenset(
    (
        *("soil", "territory", "airspace", "border", "frontier", "ground", "port", "resort", "island", "province"),
        *("village", "coast", "region", "airport", "town", "city"),
    )
)
INSIDE = ("in", "at", "near", "outside")


def place_within(context: ArticleContext, segment: int, token: int) -> Mention | None:
    """The named place or state in the phrase of a site or a gathering, None where there is none.

    Parameters
    ----------
    context : ArticleContext
        The article.
    segment, token : int
        The head of the phrase.
    """
    head = context.segment(segment).doc[token]
    word = head.lemma_.lower() if head.lemma_.lower() in GATHERINGS | SITES | GROUNDS else head.lower_
    if word not in GATHERINGS and word not in SITES and word not in GROUNDS:
        return None
    if word == "airport" and head.head.lower_ == "to":
        return None  # to leave rather than to arrive
    for child in head.children:
        if child.dep_ == "prep" and (child.lower_ in INSIDE or (child.lower_ == "of" and word not in GATHERINGS)):
            for noun in child.children:
                if noun.dep_ == "pobj" and (mention := _place(context, segment, noun)) is not None:
                    return mention
    if word in GATHERINGS:
        return None
    return (
        _before(context, segment, head, demonyms=word in GROUNDS) if head.pos_ == "NOUN" or word == "airport" else None
    )


def _before(context: ArticleContext, segment: int, head: Token, *, demonyms: bool) -> Mention | None:
    """The place before a site: "Cairo airport", "Tokyo's Narita airport", "Saudi soil"."""
    for child in head.children:
        if child.i < head.i and child.dep_ in ("compound", "nmod", "amod", "poss"):
            mention = _place(context, segment, child, demonyms=demonyms)
            if mention is not None:
                return mention
    return None


def _place(context: ArticleContext, segment: int, token: Token, *, demonyms: bool = False) -> Mention | None:
    mention = context.mention(segment, token.i)
    if mention is None or context.entity(mention.entity).type not in (PLACE, COUNTRY):
        return None
    return mention if demonyms or mention.kind is not MentionKind.DEMONYM else None
