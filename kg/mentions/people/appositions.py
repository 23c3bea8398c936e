"""Descriptions beside a name: "X, the Turkish leader", "Poland's foreign minister, X", "X is the president of Y"."""

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
    ROLES,
    STATE_OF_BODY,
    STATE_OF_OFFICE,
)
from kg.mentions.people.words import Label, Word

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ENDS = frozenset((",", ".", ";", ":", "(", ")", "-", "–", "—", '"', "“", "”", "who", "which", "that", "and", "but"))
_SAYING = frozenset(("said", "says", "told", "added", "announced", "reported", "confirmed"))
_MADE = frozenset(("elected", "appointed", "named", "chosen", "nominated", "seen", "known", "widely", "once", "born"))
_DETERMINERS = frozenset(("his", "her", "their", "its", "the", "a", "an", "whose"))
_FARTHEST = 12
_FARTHEST_NOUN = 8
_BE = frozenset(("is", "was", "became", "been", "remains", "remained"))
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


def apposition_of(piece: Piece, first: int) -> Apposition | None:
    """The description after or before a name, or None; `first` is the name's first word, or its title's."""
    after, found = piece.after(), None
    if after is not None and (after.text in (",", "(", "–", "—") or after.key in _BE):
        found = _described(piece, _stretch_after(piece), copular=after.key in _BE)
        if found is not None and (found.country or found.owner):
            return found
    before = _alternating(piece)
    if before is not None:
        return before
    if first > 0 and piece.text.words[first - 1].text in (",", "–", "—"):
        before = _described(piece, _noun_phrase(piece, _stretch_before(piece, first - 1)), copular=False)
    elif piece.first > 0 and _is_role(piece, piece.text.words[piece.first - 1]):
        before = _described(piece, _noun_phrase(piece, _stretch_before(piece, piece.first)), copular=False)
    return before if found is None or (before is not None and (before.country or before.owner)) else found


def _alternating(piece: Piece) -> Apposition | None:
    """What Y is in "the presidents of Chile, X, and Peru, Y": the office stands only once."""
    words, at = piece.text.words, piece.first - 2
    if at < 1 or words[at + 1].text != "," or words[at].geography is None or words[at - 1].key not in ("and", ","):
        return None
    mention, name = words[at].geography, at - 1
    while name > 1 and words[name].key in ("and", ","):
        name -= 1
    if words[name].label is not Label.NAME and words[name - 1].label is not Label.NAME:
        return None  # no name before this state: "the ministers of Chad and Niger, X and Y"
    for back in range(at - 1, max(0, at - 2 * _FARTHEST), -1):
        office = words[back]
        if office.text in ".;" or mention is None or mention.kind is not MentionKind.NAME:
            return None
        if office.key.endswith("s") and office.key[:-1] in OFFICES and words[back + 1].key == "of":
            of_state = any(word.geography is not None for word in words[back + 2 : back + 4])
            return None if not of_state else Apposition((office,), office.key, mention.country, None, former=False)
    return None


def _is_role(piece: Piece, word: Word) -> bool:
    """Whether a name can follow a small noun as in "the campaigner X", "his daughter X"."""
    return (
        (word.key in ROLES or word.key in OFFICES)
        and not word.capitalised
        and piece.text.segment.doc[word.start].tag_ == "NN"
    )


def _stretch_after(piece: Piece) -> list[Word]:
    """The words from the comma after the name to the next boundary."""
    out: list[Word] = []
    for word in piece.text.words[piece.last + 1 : piece.last + 1 + _FARTHEST]:
        if word.key in _SAYING:
            return []  # "..., X said": somebody else, who tells it
        if word.key in _ENDS or word.text in _ENDS:
            break
        out.append(word)
    return [] if out and _is_done(piece, out[0]) else out


def _is_done(piece: Piece, word: Word) -> bool:
    """Whether a word after the comma is the verb of the name: "Ghana's envoy, X, recalled the ambassador"."""
    token = piece.text.segment.doc[word.start]
    return token.tag_ in ("VBD", "VBZ", "VBN") and word.key not in _MADE


def _stretch_before(piece: Piece, end: int) -> list[Word]:
    """The words from the last boundary to the comma; "and" joins two offices of one person."""
    words, at = piece.text.words, end - 1
    while at >= 0 and end - at <= _FARTHEST:
        joins = words[at].key == "and" and at > 0 and words[at - 1].key in OFFICES and not _opens(words[at + 1])
        joins = joins or (
            words[at].key == "and" and at > 0 and bool(words[at - 1].geography and words[at + 1].geography)
        )
        if (words[at].key in _ENDS or words[at].text in _ENDS) and not joins:
            break
        at -= 1
    return words[at + 1 : end]


def _opens(word: Word) -> bool:
    """Whether a word after "and" begins the description of somebody else: "the prime minister and his colleague, X"."""
    return word.key in _DETERMINERS or word.geography is not None


def _noun_phrase(piece: Piece, words: list[Word]) -> list[Word]:
    """The words after the last verb or preposition: what can be one noun phrase that ends before the name."""
    doc = piece.text.segment.doc
    for at in range(len(words) - 1, -1, -1):
        token = doc[words[at].start]
        if token.pos_ in ("AUX", "SCONJ") or (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG")):
            return words[at + 1 :]
        if token.pos_ == "ADP" and words[at].key not in ("of", "for") and not _is_sent(words, at):
            return words[at + 1 :]
    return words


def _is_sent(words: list[Word], at: int) -> bool:
    """Whether a preposition tells where somebody is sent: "ambassador in", "adviser to"."""
    if at == 0:
        return False
    return (words[at].key == "to" and words[at - 1].key in OFFICES) or words[at - 1].key in DIPLOMATS


def _described(piece: Piece, words: list[Word], *, copular: bool) -> Apposition | None:
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
