"""The clues for each name of an article, gathered over all its places, and which names they suffice for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.mentions.people.appositions import apposition_of
from kg.mentions.people.clues import clues_at, clues_within
from kg.mentions.people.human_nouns import Apposition
from kg.mentions.people.pieces import Piece
from kg.mentions.people.same_person import Key, core
from kg.mentions.people.title_phrases import TitlePhrase, title_before
from kg.mentions.people.weights import WEIGHTS, Clue

ENOUGH = 20
_LIST = frozenset((",", "and", "&", "or", ";", "with"))


class Evidence:
    """The clues for each name of an article."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.places: dict[Key, list[Piece]] = defaultdict(list)
        self.titles: dict[int, TitlePhrase] = {}
        self.appositions: dict[int, Apposition] = {}
        self._seen: dict[Key, list[set[Clue]]] = defaultdict(list)
        self._listed: set[Key] = set()
        self._between: set[Key] = set()
        for piece in pieces:
            self.places[piece.key].append(piece)
            title = title_before(piece)
            described = apposition_of(piece, piece.first if title is None else title.first)
            if title is not None:
                self.titles[id(piece)] = title
            if described is not None:
                self.appositions[id(piece)] = described
            self._seen[piece.key].append(set(clues_at(piece, title, described)))

    def score(self, key: Key) -> int:
        """The sum of the distinct clues.

        A clue for the name counts wherever seen, one against it if half of the places show it.
        """
        seen = self._seen[key]
        counts = Counter(clue for clues in seen for clue in clues)
        kept = {clue for clue, count in counts.items() if WEIGHTS[clue] > 0 or 2 * count >= len(seen)}
        kept.update(clues_within(key))
        if Clue.MODEL_FULL in kept:
            kept.discard(Clue.MODEL_PART)
        if Clue.ACTS in kept or len(key) == 1:
            kept.discard(Clue.SUBJECT)
        if len(seen) > 1 and counts[Clue.MODEL_PART] + counts[Clue.MODEL_FULL] == len(seen):
            kept.add(Clue.MODEL_OFTEN)
        if key in self._listed:
            kept.add(Clue.LISTED)
        if key in self._between:
            kept.add(Clue.BETWEEN)
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
            left = before > 0 and words[before].key in _LIST and words[before - 1].key in lasts
            right = after + 1 < len(words) and words[after].key in _LIST and words[after + 1].key in firsts
            if left and right:
                self._between.add(key)
            if left or right:
                return True
        return False
