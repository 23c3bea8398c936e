"""Whose president a bare "President X" is where somebody goes to him: "arrived in Cairo and met President X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spacy.tokens import Token

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.clues import head_of
from kg.mentions.people.pieces import Piece
from kg.mentions.people.surroundings import Surroundings
from kg.mentions.people.title_phrases import TitlePhrase
from kg.mentions.people.words import Word

# Offices that are of a state, whoever is named with one: not a chairman or a spokesman.
_OF_STATES = frozenset(("president", "premier", "chancellor", "minister", "king", "queen", "emir", "sultan", "emperor"))
_SEE = frozenset(
    str.split(
        "meet see receive welcome greet host hold have confer talk speak dine call sit discuss invite pay consult"
    )
)
_TALKS = frozenset(
    str.split("talks talk meeting meetings session audience dinner lunch breakfast conversation discussions dialogue")
)
_RECEIVE = frozenset(("receive", "welcome", "greet", "host"))
_INTO = frozenset(("in", "at", "to", "into", "for"))
_WITHIN = frozenset(("in", "at"))
_GO = frozenset(
    str.split(
        "go travel fly visit arrive come tour leave head reach land stop depart journey proceed continue drive sail"
    )
)
_TRIPS = frozenset(("visit", "trip", "tour", "stop", "stopover", "journey", "visits", "arrival", "flight"))
_OBJECTS = frozenset(("dobj", "pobj", "conj", "appos", "nsubjpass"))
# Where the leaders of many states are, a bare title is of none of them more than of another.
_ELSEWHERE = frozenset(str.split("summit summits sidelines margins conference forum assembly funeral gathering"))
_PRESS = frozenset(("news", "press", "joint"))
_REACH = 2  # sentences back to where somebody went


def states_of_host(
    piece: Piece, titles: Mapping[int, TitlePhrase], around: Surroundings, states: Mapping[int, Any]
) -> Iterator[str]:
    """The state of the place where the bearer of a bare title is met, or where he receives somebody of another."""
    title = titles.get(id(piece))
    if title is None or not _is_bare(title):
        return
    seen = _seen_by(head_of(piece))
    if seen is None:
        return
    place = _place_beside(piece, title.first) or _destination_before(piece)
    if place is None or place.geography is None or not place.geography.country:
        return
    sentence = piece.text.segment.doc[piece.start].sent
    if any(token.lower_ in _ELSEWHERE and token.nbor(-1).lower_ not in _PRESS for token in sentence if token.i > 0):
        return
    others = _states_of_others(piece, titles, around, states)
    goes = any(token.lemma_.lower() in _GO or token.lower_ in _TRIPS for token in sentence)
    if place.geography.country not in others and (others or goes or _is_unnamed(seen)):
        yield place.geography.country


def _is_unnamed(verb: Token) -> bool:
    """Whether who meets is told of without a name: "he", "the president", "the delegation"."""
    while verb.dep_ in ("xcomp", "conj", "pobj", "dobj", "prep", "advcl") and verb.head != verb:
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and all(child.pos_ in ("PRON", "NOUN") for child in subjects)


def _is_bare(title: TitlePhrase) -> bool:
    """Whether a title is of a state that it doesn't name."""
    return title.country is None and not title.international and title.direct and title.head in _OF_STATES


def _seen_by(name: Token) -> Token | None:
    """The verb whose object is met or whose subject receives, or None."""
    token = name
    for _ in range(4):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in _RECEIVE:
        return token.head
    if token.dep_ == "dobj" and token.head.lemma_.lower() in _SEE:
        return token.head
    if token.dep_ == "attr" and any(child.lower_ in ("host", "hosts") for child in token.head.children):
        return token.head
    if token.dep_ == "pobj" and token.head.lower_ == "with":
        return token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("by", "on", "to"):
        return None
    verb = token.head.head
    if verb.lower_ in _TALKS or verb.lemma_.lower() in _SEE:
        return verb
    return None


def _place_beside(piece: Piece, end: int) -> Word | None:
    """The nearest place before the title that one is in or goes to, in the sentence; else one right behind the name."""
    words, sentence = piece.text.words, piece.text.segment.doc[piece.start].sent
    for at in range(end - 1, 0, -1):
        if words[at].start < sentence.start:
            break
        where = [word.key for word in words[at + 1 : at + 3]] == [",", "where"]
        if _is_place(words[at]) and (where or _preposition(words, at) in _INTO or _is_visited(piece, words[at])):
            return words[at]
    for at in range(piece.last, min(piece.last + 6, len(words))):
        if words[at].start >= sentence.end:
            break
        if _is_place(words[at]) and _preposition(words, at) in _WITHIN:
            return words[at]
    return None


def _destination_before(piece: Piece) -> Word | None:
    """Where the sentences right before told of somebody's going."""
    doc, words = piece.text.segment.doc, piece.text.words
    start = doc[piece.start].sent.start
    for _ in range(_REACH):
        if start == 0:
            return None
        sentence = doc[start - 1].sent
        found = [
            word
            for at, word in enumerate(words)
            if sentence.start <= word.start < sentence.end
            and _is_place(word)
            and (
                _is_visited(piece, word)
                or (_preposition(words, at) in _INTO and _is_gone_to(doc[word.end - 1]))
                or (_preposition(words, at) == "in" and at > 0 and words[at - 1].start == sentence.start)
            )
        ]
        if found:
            return found[-1]
        start = sentence.start
    return None


def _is_place(word: Word) -> bool:
    mention = word.geography
    if mention is None or not mention.country:
        return False
    return mention.kind in (MentionKind.NAME, MentionKind.CAPITAL) or not mention.entity.startswith(COUNTRY)


def _preposition(words: list[Word], at: int) -> str:
    """The word before a place, an article or the rest of its name left out."""
    last = at - 1
    while last > 0 and (words[last].key in ("the", "neighboring", "neighbouring", "nearby") or words[last].geography):
        last -= 1
    return words[last].key if last >= 0 else ""


def _is_visited(piece: Piece, word: Word) -> bool:
    token = piece.text.segment.doc[word.end - 1]
    return token.dep_ == "dobj" and token.head.lemma_.lower() in _GO


def _is_gone_to(place: Token) -> bool:
    """Whether a place after a preposition is where a verb or a noun of going leads."""
    token = place
    for _ in range(4):
        token = token.head
        if token.lemma_.lower() in _GO or token.lower_ in _TRIPS:
            return True
    return False


def _states_of_others(
    piece: Piece, titles: Mapping[int, TitlePhrase], around: Surroundings, states: Mapping[int, Any]
) -> set[str]:
    """The states of those named around in the sentence or, where nobody is, before: not of those met together."""
    sentence = piece.text.segment.doc[piece.start].sent
    pairs = [pair for pair in around.within(piece.text.segment.index) if pair[0] is not piece]

    def is_met(other: Piece) -> bool:
        title = titles.get(id(other))
        return _is_beside(other, piece) or (
            title is not None and _is_bare(title) and _seen_by(head_of(other)) is not None
        )

    inside = [p for other, p in pairs if sentence.start <= other.start < sentence.end and not is_met(other)]
    before = around.before(piece.text.segment.index, piece.start)
    people = inside or [person for other, person in before if not is_met(other)][:1]
    return {state for person in people for state in states[id(person)]}


def _is_beside(other: Piece, piece: Piece) -> bool:
    """Whether two names are joined: "President X and Prime Minister Y"."""
    one, two = head_of(other), head_of(piece)
    return any(a.dep_ == "conj" and (a.head == b or a.head.head == b) for a, b in ((one, two), (two, one)))
