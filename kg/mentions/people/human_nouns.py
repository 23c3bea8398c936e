"""Noun phrases that describe a human being: "the Turkish leader", "Poland's foreign minister", "his wife"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.mention import MentionKind
from kg.mentions.people.pieces import Piece
from kg.mentions.people.titles import (
    DIPLOMATS,
    GENDERED_NOUNS,
    INTERNATIONAL,
    OFFICES,
    PERSON_NOUNS,
    PORTFOLIO,
    STATE_OF_BODY,
    STATE_OF_OFFICE,
)
from kg.mentions.people.words import Label, Word

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_FARTHEST_NOUN = 8
_FORMER = frozenset(("former", "ex", "late", "then", "outgoing", "onetime"))


@dataclass(frozen=True, slots=True)
class Apposition:
    """A description of a person: its words, its noun, the state it names.

    `owner` is what it begins with: a name in the possessive ("Moon's wife"), his, her, its, the.
    """

    words: tuple[Word, ...]
    noun: str
    country: str | None
    owner: Word | None
    former: bool
    international: bool = False

    @property
    def gender(self) -> str | None:
        """What the noun tells of the gender."""
        return GENDERED_NOUNS.get(self.noun)

    @property
    def is_office(self) -> bool:
        """Whether the noun is an office, not a mere description."""
        return self.noun in OFFICES

    @property
    def text(self) -> str:
        """The office without state, article and owner: "foreign minister"."""
        nouns = [i for i, word in enumerate(self.words) if word.key == self.noun]
        last = nouns[0] if nouns else len(self.words) - 1
        first = last
        while (
            first > 0
            and (self.words[first - 1].label is Label.TITLE or self.words[first - 1].key in PORTFOLIO)
            and _describes(self.words[first - 1])
        ):
            first -= 1
        return " ".join(word.text for word in self.words[first : last + 1] if word.key not in _FORMER)


def _describes(word: Word) -> bool:
    return word.text[0].isalpha() and word.key not in ("the", "a", "an", "of", "its", "his", "her", "their")


def described(piece: Piece, words: list[Word], *, copular: bool) -> Apposition | None:
    """A noun phrase about a human being: determiner, state or possessor, modifiers, the noun, and "of ..."."""
    if copular and (not words or words[0].key not in ("the", "a", "an", "president", "prime", "foreign")):
        return None
    at = next((i for i, word in enumerate(words) if word.key in PERSON_NOUNS and not _modifies(words, i)), None)
    if at is None or at > _FARTHEST_NOUN or any(_breaks(piece, word) for word in words[: at + 1]):
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and following.label in (Label.NAME, Label.INITIAL, Label.GEOGRAPHY):
        return None  # the title of somebody else: "X, Prime Minister Y"
    if len(words) > at + 3 and _is_full_name(words[-3:]):
        return None  # again: "X, Chief of Staff of the Navy Ann Lee"
    former = any(word.key in _FORMER for word in words[:at])
    international = any(word.key in INTERNATIONAL and word.geography is None for word in words)
    several = len({word.geography.country for word in words if word.geography is not None}) > 1
    shared = several and words[at].key.endswith("s")  # "the Greek and Turkish foreign ministers"
    state = None if international or shared else _state(words, at) or _customary_state(words)
    return Apposition(tuple(words), words[at].key, state, _owner(words, at), former, international)


def _customary_state(words: list[Word]) -> str | None:
    """The state of "the secretary of state", "the taoiseach", not of a "secretary of state for" something."""
    told = " ".join(word.key for word in words)
    return next(
        (
            state
            for office, state in STATE_OF_OFFICE.items()
            if f" {told} ".find(f" {office} ") >= 0 > told.find(f"{office} for")
        ),
        None,
    )


def _is_full_name(words: list[Word]) -> bool:
    """Whether two words of a name end these, after something else than "of", "the" or a possessive."""
    before, one, two = words
    return (
        one.label is Label.NAME
        and two.label is Label.NAME
        and before.key not in ("of", "the", "for", "to")
        and before.text not in _POSSESSIVE
    )


def _modifies(words: list[Word], at: int) -> bool:
    """Whether a noun only modifies the next one, as "party" in "party chief", or owns it: "the president's wife"."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and following.geography is not None:  # "the chief Danish negotiator"
        return any(word.key in PERSON_NOUNS for word in words[at + 2 : at + 4])
    return following is not None and (following.key in PERSON_NOUNS or following.text in _POSSESSIVE)


def _breaks(piece: Piece, word: Word) -> bool:
    """Whether a word can't stand within a noun phrase up to its noun: a verb, a preposition but "of", a pronoun."""
    token = piece.text.segment.doc[word.start]
    if word.capitalised or word.key in PERSON_NOUNS:
        return False
    if token.pos_ in ("AUX", "SCONJ", "INTJ") or (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG")):
        return True
    return (token.pos_ == "ADP" and word.key not in ("of", "for")) or (token.pos_ == "PRON" and token.tag_ != "PRP$")


def _state(words: list[Word], noun: int) -> str | None:
    """The state of the description: one before the noun, else the first in "of ..." after it."""
    for word in reversed(words[: noun + 1]):
        if word.geography is not None and word.geography.country:
            return word.geography.country
        if word.key in STATE_OF_BODY and word.capitalised:
            return STATE_OF_BODY[word.key]
    sent = words[noun].key in DIPLOMATS and words[noun + 1 : noun + 2] and words[noun + 1].key != "of"
    for at in range(noun + 1, noun + 1 if sent else len(words)):
        word = words[at]
        if word.key in STATE_OF_BODY and word.capitalised:
            return STATE_OF_BODY[word.key]
        if (
            word.geography is not None
            and word.geography.country
            and words[at - 1].key in ("of", "the", "for", "to", "republic", "'s", "’s")
        ):
            return (
                word.geography.country
                if word.geography.kind is not MentionKind.CAPITAL or words[at - 1].key == "of"
                else None
            )
    return None


def _owner(words: list[Word], noun: int) -> Word | None:
    for at in range(1, noun):
        if words[at].text in _POSSESSIVE and words[at - 1].label is Label.NAME:
            return words[at - 1]
    first = words[0] if words else None
    return first if first is not None and first.key in ("his", "her", "its", "the", "whose") and noun <= 4 else None
