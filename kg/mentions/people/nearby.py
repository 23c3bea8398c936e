"""States named near a person, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.clues import head_of
from kg.mentions.people.pieces import Piece

# What a state has, and officials speak for.
BODIES = frozenset(
    (
        "delegation",
        "leadership",
        "officials",
        "ministry",
        "government",
        "presidency",
        "presidential",
        "cabinet",
        "army",
        "military",
        "police",
        "parliament",
        "embassy",
        "country",
        "country's",
    )
)

_ENDS = frozenset((",", ".", ";", ")", "who", "whose"))
_NOUN_TAGS = frozenset(("NN", "JJ", "HYPH", "VBG", "NNP", "RB"))
_ADJECTIVES = (MentionKind.DEMONYM, MentionKind.SEAT, MentionKind.ABBREVIATION)
# Those who often work for another state than their own.
_HIRED = frozenset(("coach", "manager", "trainer", "correspondent"))
_FARTHEST = 9
_FAR = 3


def state_for(piece: Piece) -> str | None:
    """The state of "X for the Netherlands" and "X (Norway)"."""
    after, second = piece.after(), piece.after(2)
    if second is not None and second.key == "the":
        second = piece.after(3)
    if after is None or second is None or after.key not in ("for", "(") or second.geography is None:
        return None
    names = (MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.CAPITAL)
    return second.geography.country if second.geography.kind in names else None


def state_of_adjective(piece: Piece) -> str | None:
    """The state of "X, a Greek full back," and "X, the White House coordinator for Asia,", whatever X is said to be."""
    after, words, doc = piece.after(), piece.text.words, piece.text.segment.doc
    if after is None or after.text != ",":
        return None
    inside = []
    for word in words[piece.last + 1 : piece.last + _FARTHEST]:
        if word.text in _ENDS or word.key in _ENDS:
            break
        inside.append(word)
    else:
        return None
    if not inside or inside[0].key not in ("a", "an", "the") or inside[0].text[0].isupper():
        return None
    found = next((at for at, word in enumerate(inside) if word.geography is not None), 0)
    mention = inside[found].geography
    if mention is None or mention.kind not in _ADJECTIVES or found > _FAR:
        return None
    tags = set(takewhile(lambda tag: tag not in ("IN", "TO"), (doc[word.start].tag_ for word in inside[found + 1 :])))
    return mention.country if tags <= _NOUN_TAGS and not BODIES & {word.key for word in inside} else None


def state_before_noun(piece: Piece) -> str | None:
    """The state of "Brazilian Ana Lopes" and "Australian referee Tom Hale"."""
    words, doc = piece.text.words, piece.text.segment.doc
    first = piece.first
    while first > max(0, piece.first - _FAR) and words[first - 1].geography is None:
        first -= 1
        if doc[words[first].start].tag_ not in ("NN", "JJ") or words[first].capitalised or words[first].key in _HIRED:
            return None
    mention = words[first - 1].geography if first > 0 else None
    if len(piece.key) < 2 or mention is None or mention.kind not in (MentionKind.DEMONYM, MentionKind.ABBREVIATION):
        return None
    return mention.country


def state_represented(piece: Piece) -> str | None:
    """The state of "Norway was represented by X"."""
    by = head_of(piece).head
    if by.lower_ != "by" or by.head.lemma_ != "represent":
        return None
    subjects = {child.i for child in by.head.children if child.dep_ == "nsubjpass"}
    for word in piece.text.words[: piece.first]:
        if word.geography is not None and subjects & set(range(word.start, word.end)):
            return word.geography.country
    return None


def state_before(piece: Piece, *, sentences: int = 1) -> Iterator[str]:
    """The nearest state before in the sentence, or in those before."""
    doc = piece.text.segment.doc
    start = doc[piece.start].sent.start
    for _ in range(sentences - 1):
        start = doc[start - 1].sent.start if start > 0 else 0
    for at in range(piece.first - 1, -1, -1):
        word = piece.text.words[at]
        if word.start < start:
            return
        if word.geography is not None and word.geography.kind is not MentionKind.CAPITAL and word.geography.country:
            if word.geography.entity.startswith(COUNTRY):
                yield word.geography.country
            return


def state_of_body(piece: Piece, end: int) -> Iterator[str]:
    """The state of the last "Turkish foreign ministry" before "the ministry's spokesman X"."""
    words = piece.text.words
    for at in range(end - 2, -1, -1):
        mention = words[at].geography
        if mention is not None and mention.country and mention.kind is not MentionKind.CAPITAL:
            following = [word.key for word in words[at + 1 : at + 5]]
            if BODIES.intersection(following):
                yield mention.country
            return


def states_of_bodies(piece: Piece, end: int) -> Iterator[str]:
    """The states whose government, delegation and the like the paragraph has told of before a word."""
    words = piece.text.words[:end]
    for at, word in enumerate(words):
        mention = word.geography
        followed = any(following.key in BODIES for following in words[at + 1 : at + 4])
        if followed and mention is not None and mention.country and mention.kind is not MentionKind.CAPITAL:
            yield mention.country


def is_near(other: Piece, piece: Piece) -> bool:
    """Whether a name stands in the sentence of another or in the one right before."""
    doc, sentence = piece.text.segment.doc, piece.text.segment.doc[piece.start].sent
    if other.text is piece.text:
        first = doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        return other.start >= first
    theirs = other.text.segment
    return sentence.start == 0 and theirs.index + 1 == piece.text.segment.index and _is_in_last(other)


def _is_in_last(piece: Piece) -> bool:
    doc = piece.text.segment.doc
    return bool(doc[piece.start].sent == doc[len(doc) - 1].sent)
