"""Who is meant, for every phrase of an article: the door of this package."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.mentions.coreference.descriptions import described, is_description
from kg.mentions.coreference.destinations import destinations
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.groups import grouped, is_group
from kg.mentions.coreference.lessons import is_telling, learn
from kg.mentions.coreference.names import apposition, named
from kg.mentions.coreference.pairs import is_negated_pair, neither, paired
from kg.mentions.coreference.places import Place, PlaceFinder, place_of
from kg.mentions.coreference.pronouns import is_pronoun, pronoun
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import SUBJECTS, is_plural, noun_of, phrase_of
from kg.mentions.coreference.words import (
    BODIES,
    FIRST,
    LONE_STATE_NOUNS,
    ORGANIZATION_NOUNS,
    RELATIVE,
    THEY,
    is_person_noun,
)
from kg.mentions.mention import PERSON, ArticleMentions, MentionKind

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})


class Coreference:
    """Resolves the phrases of one article to its entities.

    The article is read once, in order, when the object is made; every question after that is a look-up or
    a small computation.

    Parameters
    ----------
    article : AnnotatedArticle
        Layout and parsed paragraphs.
    found : ArticleMentions
        Its entities and mentions.
    places : callable, optional
        Looks up a place by name and gives its entity key and the code of its state; used for a
        dateline whose place the article doesn't mention.
    """

    def __init__(self, article: AnnotatedArticle, found: ArticleMentions, *, places: PlaceFinder | None = None) -> None:
        self._finder = places
        self._discourse = Discourse(article, found, resolver=resolve)
        for segment in article.segments:
            _read(segment, self._discourse)

    def actors(self, segment: int, token: int) -> Resolution:
        """Whom the phrase headed by a token stands for.

        Parameters
        ----------
        segment, token : int
            Index of the segment, and of the head token of a noun phrase, a pronoun or a demonym within it.
            Members of "X and Y" are asked for one by one.
        """
        return self._discourse.actors(self._discourse.site(segment, token))

    def place(self, segment: int, token: int) -> Place:
        """Which place a word or phrase stands for: entity key and code of the state, each None where unknown.

        Besides names: "here" (the dateline), "there", "the capital", "the Chinese capital", "the country", "the city".
        """
        return place_of(self._discourse.site(segment, token), self._discourse, self._finder)


def resolve(site: Site, discourse: Discourse) -> Resolution:
    """Resolve one token by the first means that applies: name, pronoun, apposition, group, description."""
    token = site.token
    # "The two Castros": the finder of names takes them for one.
    found = (paired(site, discourse) if token.tag_ == "NNPS" else None) or named(site, discourse)
    if found is not None:
        return found
    if is_pronoun(token):
        return pronoun(site, discourse)
    if is_negated_pair(token):
        return neither(site, discourse)
    if token.pos_ not in _NOMINAL:
        return Resolution((), How.NONE, token.i, token.i + 1)
    found = apposition(site, discourse)
    if found is None:
        found = grouped(site, discourse) if is_group(token) else paired(site, discourse)
    if found is None and is_description(token):
        found = described(site, discourse)
    if found is not None:
        return found
    how = How.UNRESOLVED if is_person_noun(noun_of(token)) else How.NONE
    return Resolution((), how, *phrase_of(token))


def _read(segment: Segment, discourse: Discourse) -> None:
    """Resolve and remember, in order, every phrase of a segment that a later one can go back to."""
    for index, token in enumerate(segment.doc):
        mention = discourse.mention_at(segment.index, index)
        if mention is not None:
            if mention.head == index:
                _remember(discourse.site(segment.index, index), discourse)
            continue
        part = token.pos_
        if part in ("PRON", "DET"):
            if token.tag_ in ("PRP", "PRP$") and token.lower_ not in FIRST and token.lower_ not in RELATIVE:
                _remember(discourse.site(segment.index, index), discourse)
        elif part in ("NOUN", "PROPN", "NUM"):
            if _is_worth_reading(token):
                _remember(discourse.site(segment.index, index), discourse)
            if is_telling(token):
                learn(discourse.site(segment.index, index), discourse)


def _is_worth_reading(token: Token) -> bool:
    if token.dep_ in ("compound", "appos", "nmod", "attr"):
        return False
    return (
        token.dep_ in SUBJECTS
        or is_description(token)
        or is_group(token)
        or is_person_noun(noun_of(token))
        or token.ent_type_ == "PERSON"
    )


def _remember(site: Site, discourse: Discourse) -> None:
    token = site.token
    resolution = discourse.actors(site)
    if resolution.how is How.NONE and token.dep_ not in SUBJECTS:
        return
    mention = discourse.mention(site)
    named_one = mention is not None and mention.kind is not MentionKind.DEMONYM
    plural = (
        (is_plural(token) and not named_one and token.ent_type_ != "PERSON")
        or token.lower_ in THEY
        or len(resolution.entities) > 1
    )
    discourse.remember(site, resolution, plural=plural, animate=_is_animate(token, resolution))
    if token.dep_ in SUBJECTS and resolution.entities and resolution.entities[0].startswith(PERSON):
        for state in destinations(site, discourse):
            for person in resolution.entities:
                discourse.profiles.learn_abroad(person, state)


def _is_animate(token: Token, resolution: Resolution) -> bool:
    """Whether a phrase is of a human being: a person, an unnamed official, somebody with a name that is no entity."""
    if resolution.entities:
        if resolution.entities[0].startswith(PERSON):
            return True
        if resolution.how is How.NAME:
            return False
        return is_person_noun(noun_of(token)) or (is_description(token) and _is_person(token))
    described = is_description(token) and _is_person(token)
    # A name that neither the model nor the tables know may be somebody's.
    strange = token.tag_ == "NNP" and token.ent_type_ in ("PERSON", "")
    # "The Serb": somebody, though nobody knows who.
    national = resolution.how is How.UNRESOLVED and (token.ent_type_ == "NORP" or token.tag_ == "JJ")
    return is_person_noun(noun_of(token)) or described or strange or national


def _is_person(token: Token) -> bool:
    return (
        noun_of(token) not in BODIES
        and noun_of(token) not in LONE_STATE_NOUNS
        and noun_of(token) not in ORGANIZATION_NOUNS
    )
