"""The state of a person that the words beside the name don't tell, but those around them do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.clues import head_of
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.titles import KIN, NOBLE, OFFICES, SERVANTS, TITLE_PARTS
from kg.mentions.people.words import Label, Word

_LEADERS = frozenset(("leader", "ruler", "strongman"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_REACH = 2  # paragraphs back to the person that a description stands for
Votes = dict[int, Counter[str]]


class Surroundings:
    """All pieces that were handed out, in reading order, to look for the person before."""

    def __init__(self, persons: Sequence[Person]) -> None:
        pairs = [(_place(piece), piece, person) for person in persons for piece in person.pieces]
        pairs.sort(key=lambda pair: pair[0])
        self.places = [place for place, _, _ in pairs]
        self.pieces = [piece for _, piece, _ in pairs]
        self.persons = [person for _, _, person in pairs]

    def before(self, segment: int, token: int) -> Iterator[tuple[Piece, Person]]:
        """The pieces before a token, the nearest first, no farther than two paragraphs back."""
        at = bisect_left(self.places, (segment, token)) - 1
        while at >= 0 and segment - self.places[at][0] <= _REACH:
            yield self.pieces[at], self.persons[at]
            at -= 1


def _place(piece: Piece) -> tuple[int, int]:
    return piece.text.segment.index, piece.start


def vote(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes) -> None:
    """Add votes for those that have none; `votes` is by the id of the person."""
    around = Surroundings(persons)
    for person in persons:
        if not votes[id(person)]:
            for piece in person.pieces:
                if not piece.text.shouting:
                    votes[id(person)].update(_by_neighbour(piece, person, evidence, around, votes))
    for text in texts:
        if not text.shouting:
            _read_descriptions(text, evidence, around, votes)


def _by_neighbour(
    piece: Piece, person: Person, evidence: Evidence, around: Surroundings, votes: Votes
) -> Iterator[str]:
    """From "its foreign minister, X", "his sister, X", "King Y and Crown Prince X", "X for China"."""
    described = evidence.appositions.get(id(piece))
    owner = described.owner if described is not None else None
    if described is not None and owner is not None and described.country is None:
        if owner.key in ("its", "the"):
            if described.noun in OFFICES | NOBLE.keys() and (state := _state_before(piece)):
                yield state
        elif described.noun in SERVANTS or described.noun in KIN:
            yield from _state_of_owner(piece, person, owner, around, votes)
    title, before = evidence.titles.get(id(piece)), piece.before()
    if title is not None and title.country is None and not title.is_courtesy and title.first > 0:
        before = piece.text.words[title.first - 1]
        if before.key in ("and", ","):
            yield from _state_of_companion(piece, title.first - 1, evidence, around, votes)
    if (state := _state_for(piece)) is not None:
        yield state


def _state_for(piece: Piece) -> str | None:
    """The state of "X for the Netherlands" and "X (Norway)"."""
    after, second = piece.after(), piece.after(2)
    if second is not None and second.key == "the":
        second = piece.after(3)
    if after is None or second is None or after.key not in ("for", "(") or second.geography is None:
        return None
    names = (MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.CAPITAL)
    return second.geography.country if second.geography.kind in names else None


def _state_before(piece: Piece) -> str | None:
    """The nearest state before in the sentence."""
    sentence = piece.text.segment.doc[piece.start].sent
    for at in range(piece.first - 1, -1, -1):
        word = piece.text.words[at]
        if word.start < sentence.start:
            return None
        if word.geography is not None and word.geography.kind is not MentionKind.CAPITAL and word.geography.country:
            return word.geography.country if word.geography.entity.startswith(COUNTRY) else None
    return None


def _state_of_owner(piece: Piece, person: Person, owner: Word, around: Surroundings, votes: Votes) -> Iterator[str]:
    """The state of the one whose wife or aide this is: the one named, else the last subject."""
    for other_piece, other in around.before(piece.text.segment.index, piece.start):
        if other is person:
            continue
        if owner.key in ("his", "her"):
            fits = (
                head_of(other_piece).dep_ in ("nsubj", "nsubjpass", "poss")
                or other_piece.text.segment is not piece.text.segment
            )
        else:
            fits = owner.key in (other_piece.key[-1], other_piece.key[0])
        if fits:
            yield from list(votes[id(other)])[:1]
            return


def _state_of_companion(
    piece: Piece, link: int, evidence: Evidence, around: Surroundings, votes: Votes
) -> Iterator[str]:
    """The state of the person named right before "and": "the Thai king and Queen X"."""
    for other_piece, other in around.before(piece.text.segment.index, piece.start):
        title, other_title = evidence.titles.get(id(piece)), evidence.titles.get(id(other_piece))
        if title is None or other_title is None or title.head == other_title.head:
            return
        if other_piece.text is piece.text and other_piece.last == link:
            yield from list(votes[id(other)])[:1]
        return


def _read_descriptions(text: Text, evidence: Evidence, around: Surroundings, votes: Votes) -> None:
    """Give the state of "the Danish leader" to the person last named that has no state."""
    words = text.words
    for at, word in enumerate(words):
        if word.geography is None or not word.geography.country:
            continue
        head = _office_after(words, at) or _office_before(words, at)
        if head is None:
            continue
        antecedent = _antecedent(text, word, head, evidence, around, votes)
        if antecedent is not None:
            votes[id(antecedent)][word.geography.country] += 1


def _office_after(words: list[Word], at: int) -> str | None:
    """The office of "the Danish prime minister", where no name follows."""
    mention = words[at].geography
    if mention is None or mention.kind is MentionKind.CAPITAL:
        return None
    at += 2 if at + 1 < len(words) and words[at + 1].text in _POSSESSIVE else 1
    head = None
    while at < len(words) and (words[at].key in OFFICES or words[at].key in TITLE_PARTS):
        head, at = words[at].key, at + 1
    if head not in OFFICES or head.endswith("s") or (at < len(words) and words[at].text in (",", "-")):
        return None
    return None if at < len(words) and words[at].label is not Label.OTHER else head


def _office_before(words: list[Word], at: int) -> str | None:
    """The office of "the president of Chile", where no name follows."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and (after.label is not Label.OTHER or after.text in (",", "(")):
        return None
    at -= 1
    while at >= 0 and words[at].key in ("the", "republic"):
        at -= 1
    if at < 2 or words[at].key != "of" or words[at - 1].key not in OFFICES or words[at - 1].key.endswith("s"):
        return None
    return words[at - 1].key


def _antecedent(
    text: Text, word: Word, head: str, evidence: Evidence, around: Surroundings, votes: Votes
) -> Person | None:
    """The one person lately named who has no state and can hold the office; None where two can, or another does."""
    state = word.geography.country if word.geography is not None else None
    if any(state in votes[id(person)] and _can_be(person, head, evidence) for person in _once(around.persons)):
        return None
    near = [person for _, person in around.before(text.segment.index, word.start)]
    able = [person for person in _once(near) if not votes[id(person)] and _can_be(person, head, evidence)]
    return able[0] if len(able) == 1 else None


def _once(persons: Sequence[Person]) -> list[Person]:
    """Each person once, in order."""
    return list({id(person): person for person in persons}.values())


def _can_be(person: Person, head: str, evidence: Evidence) -> bool:
    """Whether the offices told with the person, if any, allow this one."""
    titles = [evidence.titles.get(id(piece)) for piece in person.pieces]
    if any(title is not None and not title.direct and title.country is None for title in titles):
        return False  # an office of something else than a state
    held = _heads(person, evidence)
    return not held or head in held or head in _LEADERS


def _heads(person: Person, evidence: Evidence) -> set[str]:
    titles = (evidence.titles.get(id(piece)) for piece in person.pieces)
    return {title.head for title in titles if title is not None and not title.is_courtesy}
