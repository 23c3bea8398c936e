"""Who is in the article: accepted names, forms of one name joined, each piece given to its person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.mentions.people.appositions import Apposition, apposition_of
from kg.mentions.people.evidence import WEIGHTS, Clue, clues_at, clues_within
from kg.mentions.people.lexicon import SUFFIXES
from kg.mentions.people.pieces import Piece
from kg.mentions.people.same_person import Key, core, same_person
from kg.mentions.people.title_phrases import TitlePhrase, title_before
from kg.mentions.people.words import Label

ENOUGH = 2.0
_LIST = frozenset((",", "and", "&", "or", ";", "with"))


@dataclass(slots=True)
class Person:
    """One human being of the article, while the pieces are being handed out."""

    key: Key
    forms: dict[Key, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    nobility: set[str] = field(default_factory=set)

    def takes(self, key: Key, nobility: set[str]) -> bool:
        """Whether a shorter form can be this person's: "King Salman" is no short form of "Mohammed bin Salman"."""
        if core(key) == core(self.key):
            return True
        if key in self.forms and not nobility:
            return True
        if len(core(key)) == 1 and nobility:  # not the given name of the one and the father's of the other
            return core(key)[0] == core(self.key)[0] and bool(nobility & self.nobility)
        return same_person(key, self.key, by_given_name=True)


class Evidence:
    """The clues for each name of an article."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.places: dict[Key, list[Piece]] = defaultdict(list)
        self.titles: dict[int, TitlePhrase] = {}
        self.appositions: dict[int, Apposition] = {}
        self._seen: dict[Key, list[set[Clue]]] = defaultdict(list)
        self._listed: set[Key] = set()
        for piece in pieces:
            self.places[piece.key].append(piece)
            title = title_before(piece)
            described = apposition_of(piece, piece.first if title is None else title.first)
            if title is not None:
                self.titles[id(piece)] = title
            if described is not None:
                self.appositions[id(piece)] = described
            self._seen[piece.key].append(set(clues_at(piece, title, described)))

    def score(self, key: Key) -> float:
        """The sum of the distinct clues: those for it wherever seen, those against it if half of the places show them."""
        seen = self._seen[key]
        counts = Counter(clue for clues in seen for clue in clues)
        kept = {clue for clue, count in counts.items() if WEIGHTS[clue] > 0 or 2 * count >= len(seen)}
        kept.update(clues_within(key))
        if Clue.MODEL_FULL in kept:
            kept.discard(Clue.MODEL_PART)
        if key in self._listed:
            kept.add(Clue.LISTED)
        if len(key) > 1 and (last := core(key)[-1:]) in self._seen:  # what "Lindner" shows helps "Christian Lindner"
            kept.update(
                c for clues in self._seen[last] for c in clues if c in (Clue.COURTESY, Clue.OFFICE, Clue.ACTS, Clue.WHO)
            )
        return sum(WEIGHTS[clue] for clue in kept)

    def nobility(self, key: Key) -> set[str]:
        """The noble titles that a name is used with: {"king"}."""
        titles = (self.titles.get(id(piece)) for piece in self.places[key])
        return {title.head for title in titles if title is not None and title.is_noble}

    def accepted(self) -> set[Key]:
        """The names with evidence enough; a name listed beside one of them needs less."""
        names = {key for key in self.places if self._is_enough(key)}
        fresh = names
        while fresh:
            firsts, lasts = {key[0] for key in names}, {key[-1] for key in names}
            listed = {key for key in self.places if key not in names and self._beside(key, firsts, lasts)}
            self._listed |= listed
            fresh = {key for key in listed if self._is_enough(key)}
            names |= fresh
        return names

    def _is_enough(self, key: Key) -> bool:
        places = self.places[key]
        if len(key) == 1 and all(piece.doubtful for piece in places) and not any(id(p) in self.titles for p in places):
            return False
        return self.score(key) >= ENOUGH

    def _beside(self, key: Key, firsts: set[str], lasts: set[str]) -> bool:
        """Whether a list puts the name beside an accepted one: "Biden, X and Macron"."""
        for piece in self.places[key]:
            words, before, after = piece.text.words, piece.first - 1, piece.last
            if before > 0 and words[before].key in _LIST and words[before - 1].key in lasts:
                return True
            if after + 1 < len(words) and words[after].key in _LIST and words[after + 1].key in firsts:
                return True
        return False


def people_of(evidence: Evidence) -> list[Person]:
    """The persons, fullest names first, and each piece with the person it stands for."""
    persons: list[Person] = []
    for key in sorted(
        evidence.accepted(), key=lambda k: (-_fullness(k), -len(evidence.places[k]), _first_place(evidence, k))
    ):
        nobility = evidence.nobility(key)
        same = [person for person in persons if person.takes(key, nobility)] or _known_as(key, evidence, persons)
        if len(same) > 1 and len(core(key)) > 1:
            same = _closest(key, same)
        if not same:
            same = [Person(key)]
            persons.extend(same)
        if len(same) == 1:
            same[0].forms.setdefault(key, _text(evidence.places[key]))
            same[0].nobility |= nobility
    _hand_out(persons, evidence)
    return [person for person in persons if person.pieces]


def _known_as(key: Key, evidence: Evidence, persons: list[Person]) -> list[Person]:
    """The person that "known as X", "nicknamed X" is about: the one named right before."""
    for piece in evidence.places[key]:
        before = [word.key for word in piece.text.words[max(0, piece.first - 2) : piece.first]]
        if before[-2:] not in (["known", "as"], [",", "alias"]) and before[-1:] not in (["nicknamed"], ["dubbed"]):
            continue
        near = range(max(0, piece.first - 10), piece.first)
        for person in persons:
            if any(p.text is piece.text and p.last - 1 in near for form in person.forms for p in evidence.places[form]):
                person.forms.setdefault(key, _text([piece]))
                return [person]
    return []


def _fullness(key: Key) -> int:
    """How full a name is: its words, an initial or a particle counting less than another."""
    return sum(10 if len(word) > 2 else 9 for word in key if word not in SUFFIXES)


def _first_place(evidence: Evidence, key: Key) -> tuple[int, int]:
    piece = evidence.places[key][0]
    return piece.text.segment.index, piece.start


def _closest(key: Key, persons: list[Person]) -> list[Person]:
    """Those with the same ends; the first of them."""
    one = core(key)
    same = [p for p in persons if core(p.key)[-1] == one[-1] and core(p.key)[0] == one[0]]
    return (same or persons)[:1]


def _text(pieces: Iterable[Piece]) -> str:
    texts = [" ".join(word.text for word in piece.words) for piece in pieces]
    return next((text for text in texts if not text.isupper()), texts[0])


def _hand_out(persons: list[Person], evidence: Evidence) -> None:
    """Give every piece to its person in reading order; a form that several share to the one last named in full."""
    order: list[Person] = []
    pieces = [piece for places in evidence.places.values() for piece in places]
    for piece in sorted(pieces, key=lambda p: (p.text.segment.index, p.start)):
        title = evidence.titles.get(id(piece))
        nobility = {title.head} if title is not None and title.is_noble else set()
        person = _owner(piece, nobility, persons, order)
        if person is None or _mere_word(piece, person, title):
            continue
        person.pieces.append(piece)
        person.forms.setdefault(piece.key, _text([piece]))
        if person in order:
            order.remove(person)
        order.append(person)


def _owner(piece: Piece, nobility: set[str], persons: list[Person], order: list[Person]) -> Person | None:
    exact = [person for person in persons if piece.key in person.forms and len(piece.key) > 1]
    if exact:
        return exact[0]
    same = [person for person in persons if person.takes(piece.key, nobility)]
    if len(piece.key) == 1:
        word = core(piece.key)[0]
        for place in (-1, 0):  # by the surname rather than by the given name or a middle one
            if alike := [person for person in same if core(person.key)[place] == word]:
                same = alike
                break
    recent = [person for person in reversed(order) if person in same]
    return next(iter(recent or same), None)


def _mere_word(piece: Piece, person: Person, title: TitlePhrase | None) -> bool:
    """Whether a word that only looks like the person's name: an acronym, or a common word that opens the sentence."""
    if piece.key == person.key or title is not None:
        return False
    return piece.doubtful or all(word.label is Label.ACRONYM for word in piece.words)
