"""Stretches of words that can be one person's name, cut out of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotation.annotated import Segment
from kg.mentions.people.given_names import given_names
from kg.mentions.people.lexicon import EAST_ASIAN_SURNAMES, FUNCTION, NOT_NAMES, OPENING, SURNAMES_TOO
from kg.mentions.people.titles import COURTESY, NOBLE, OFFICES, TITLE_PARTS
from kg.mentions.people.words import Label, Word

_SURNAMES_AFTER_OFFICES = (SURNAMES_TOO - FUNCTION) | {"may"}
_INSIDE = (Label.NAME, Label.INITIAL)


@dataclass(frozen=True, slots=True)
class Text:
    """A segment as words. `shouting`: in capitals or with a capital at each word, so that capitals tell nothing."""

    segment: Segment
    words: list[Word]
    shouting: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """The words `[first, last)` of a text: a possible name. `key` are its folded words.

    `doubtful`: a word that opens a sentence and isn't tagged a name, or one that is usually something else.
    """

    text: Text
    first: int
    last: int
    key: tuple[str, ...]
    doubtful: bool = False

    @property
    def words(self) -> list[Word]:
        """The words themselves."""
        return self.text.words[self.first : self.last]

    @property
    def start(self) -> int:
        """First token."""
        return self.text.words[self.first].start

    @property
    def end(self) -> int:
        """Token after the last."""
        return self.text.words[self.last - 1].end

    def before(self, distance: int = 1) -> Word | None:
        """The word that many places before."""
        at = self.first - distance
        return self.text.words[at] if at >= 0 else None

    def after(self, distance: int = 1) -> Word | None:
        """The word that many places after."""
        at = self.last + distance - 1
        return self.text.words[at] if at < len(self.text.words) else None


def is_shouting(segment: Segment, words: list[Word]) -> bool:
    """Whether a heading has capitals at (nearly) all its words.

    A heading's small words are short ("of", "in", "to"), so only longer ones count, and as they came: the parsed text
    may have another case.
    """
    if not segment.is_heading:
        return False
    source, doc = segment.paragraph.text, segment.doc
    long = [source[doc[word.start].idx] for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 1 and sum(letter.isupper() for letter in long) > 0.7 * len(long)


def pieces_of(text: Text) -> Iterator[Piece]:
    """The possible names of a text, left to right, none overlapping another."""
    at = 0
    while at < len(text.words):
        first = at
        while at < len(text.words) and _continues(text, first, at):
            at += 1
        if at == first:
            at += 1
            continue
        if piece := _trimmed(text, first, at):
            yield piece


def _continues(text: Text, first: int, at: int) -> bool:
    word = text.words[at]
    if word.label in _INSIDE:
        return True
    if word.label is Label.SUFFIX:
        return at > first
    if word.label is Label.PARTICLE:
        return (at > first or word.key in OPENING) and _name_follows(text, at)
    if word.label is Label.OTHER or not word.capitalised:
        return False
    return _name_after_all(text, first, at)


def _name_follows(text: Text, at: int) -> bool:
    """Whether after a particle, and further ones, comes a name's word, as in "von der Leyen"."""
    following = at + 1
    while following < len(text.words) and text.words[following].label is Label.PARTICLE:
        following += 1
    return following < len(text.words) and text.words[following].label is Label.NAME


def _name_after_all(text: Text, first: int, at: int) -> bool:
    """Whether a title, month, state or other barred word is a name here: "Theresa May", "Jordan Spieth", "Mrs Park"."""
    word = text.words[at]
    following = text.words[at + 1] if at + 1 < len(text.words) else None
    name_follows = following is not None and following.label in _INSIDE and following.key not in NOT_NAMES
    if at > first:  # after a given name
        opened = text.words[first].key in given_names() or text.words[at - 1].label is Label.INITIAL
        surname = word.key in SURNAMES_TOO or (word.label is Label.GEOGRAPHY and word.end - word.start == 1)
        return opened and surname and not name_follows and _ends_here(following) and _tagged_name(text, word)
    if at > 0 and text.words[at - 1].key in COURTESY and text.words[at - 1].capitalised:
        return word.label is not Label.TITLE or word.key in SURNAMES_TOO
    if at > 0 and _is_office(text.words[at - 1]) and _is_surname_after_office(word):
        return True
    if not name_follows or following is None:
        return _is_bare_surname(text, at)
    if word.label is Label.GEOGRAPHY and at > 0 and text.words[at - 1].key in ("of", "the", "in", "for"):
        return False  # "Prime Minister of Israel X"
    given = word.key in given_names() or word.key in EAST_ASIAN_SURNAMES
    return given and word.label in (Label.BARRED, Label.GEOGRAPHY) and _is_person_entity(text, word, following)


def _is_bare_surname(text: Text, at: int) -> bool:
    """Whether a word of places may stand for somebody by his surname alone, as "Park" does for Park Geun-hye."""
    word = text.words[at]
    if word.label is not Label.BARRED or word.key not in EAST_ASIAN_SURNAMES or word.key not in SURNAMES_TOO:
        return False
    before = text.words[at - 1] if at > 0 else None
    return _tagged_name(text, word) and (before is None or (before.key != "the" and not before.capitalised))


def _is_surname_after_office(word: Word) -> bool:
    if word.label is Label.ACRONYM:
        return len(word.text) > 3
    return word.label is Label.BARRED and word.key in _SURNAMES_AFTER_OFFICES


def _ends_here(following: Word | None) -> bool:
    return (
        following is None or following.label in (Label.OTHER, Label.PARTICLE, Label.SUFFIX) or not following.capitalised
    )


def _is_office(word: Word) -> bool:
    return word.capitalised and (word.key in OFFICES or word.key in NOBLE) and word.key not in TITLE_PARTS


def _tagged_name(text: Text, word: Word) -> bool:
    return text.segment.doc[word.start].pos_ == "PROPN"


def _is_person_entity(text: Text, word: Word, following: Word) -> bool:
    """The model is asked where a word is more often something else: one span, and no place, or the surname a person."""
    doc = text.segment.doc
    one, two = doc[word.start], doc[following.start]
    if word.key in given_names() and two.ent_type_ == "PERSON":
        return word.label is Label.BARRED or two.ent_iob_ == "I"
    joined = two.ent_iob_ == "I" and one.ent_type_ == two.ent_type_
    return joined and two.ent_type_ not in ("GPE", "LOC", "NORP", "DATE", "EVENT")


def _trimmed(text: Text, first: int, last: int) -> Piece | None:
    """The piece without what isn't part of the name; None where only initials or suffixes are left."""
    doc, opening = text.segment.doc, text.words[first]
    last = _before_repetition(text, first, last)
    if opening.label is Label.NAME and last - first > 1 and _is_prefixed(text, first, last):
        first += 1
    while last > first and text.words[last - 1].label is Label.PARTICLE:
        last -= 1
    words = text.words[first:last]
    if not any(word.label not in (Label.INITIAL, Label.SUFFIX, Label.PARTICLE) for word in words):
        return None
    token = doc[words[0].start]
    common = token.pos_ not in ("PROPN", "X", "NOUN") or (token.pos_ == "NOUN" and token.i == token.sent.start)
    doubtful = len(words) == 1 and (
        (common and token.ent_type_ != "PERSON") or words[0].label is not Label.NAME or words[0].key in SURNAMES_TOO
    )
    return Piece(text, first, last, tuple(word.key for word in words), doubtful)


def _before_repetition(text: Text, first: int, last: int) -> int:
    """The end before a word that stands twice: a caption run into the text ("Ann Lee Lee AnnMinister")."""
    for at in range(first + 1, last):
        if text.words[at].key == text.words[at - 1].key and text.words[at].label is Label.NAME:
            return at
    return last


def _is_prefixed(text: Text, first: int, last: int) -> bool:
    """Whether the first word is none of the name: the sentence's opening, or the end of an office's description."""
    doc, opening = text.segment.doc, text.words[first]
    token = doc[opening.start]
    if opening.key in given_names() or opening.key in EAST_ASIAN_SURNAMES or opening.key in OPENING:
        return False
    if token.i == token.sent.start and token.pos_ not in ("PROPN", "X") and token.ent_type_ != "PERSON":
        return True
    following = text.words[first + 1]
    if last - first < 3 or following.key not in given_names() or following.label is not Label.NAME:
        return False
    before = text.words[first - 1] if first > 0 else None
    described = before is not None and (before.key in ("of", "and", "for", "the") or before.label is Label.BARRED)
    return described or (token.ent_type_ != "PERSON" and doc[following.start].ent_type_ == "PERSON")
