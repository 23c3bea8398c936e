"""Descriptions beside a name: "X, the Turkish leader", "Poland's foreign minister, X", "X is the president of Y"."""

from __future__ import annotations

from kg.mentions.mention import MentionKind
from kg.mentions.people.human_nouns import Apposition, described
from kg.mentions.people.pieces import Piece
from kg.mentions.people.titles import DIPLOMATS, OFFICES, ROLES
from kg.mentions.people.words import Label, Word

_ENDS = frozenset((",", ".", ";", ":", "(", ")", "-", "–", "—", '"', "“", "”", "who", "which", "that", "and", "but"))
_SAYING = frozenset(("said", "says", "told", "added", "announced", "reported", "confirmed"))
_MADE = frozenset(("elected", "appointed", "named", "chosen", "nominated", "seen", "known", "widely", "once", "born"))
_DETERMINERS = frozenset(("his", "her", "their", "its", "the", "a", "an", "whose"))
_FARTHEST = 12
_BE = frozenset(("is", "was", "became", "been", "remains", "remained"))


def apposition_of(piece: Piece, first: int) -> Apposition | None:
    """The description after or before a name, or None; `first` is the name's first word, or its title's."""
    after, found = piece.after(), None
    if after is not None and (after.text in (",", "(", "–", "—") or after.key in _BE):
        found = described(piece, _stretch_after(piece), copular=after.key in _BE)
        if found is not None and (found.country or found.owner):
            return found
    before = _alternating(piece)
    if before is not None:
        return before
    if first > 0 and piece.text.words[first - 1].text in (",", "–", "—"):
        before = described(piece, _noun_phrase(piece, _stretch_before(piece, first - 1)), copular=False)
    elif piece.first > 0 and _is_role(piece, piece.text.words[piece.first - 1]):
        before = described(piece, _noun_phrase(piece, _stretch_before(piece, piece.first)), copular=False)
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
