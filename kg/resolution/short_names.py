"""Which person a single word means: the only one of its state, the one of that office, or the one of whom all speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from kg.mentions.people.given_names import gender_of
from kg.resolution.decisions import Decisions
from kg.resolution.identity import stable_id
from kg.resolution.known_people import GENERATION, KnownPerson, LocalPerson, offices_of, years_apart
from kg.resolution.names import sound, surname
from kg.workspace.judgement import Verdict

# Years between two articles after which a word means a son or a grandchild.
_CAREER = 20
# So many times as often as of all others together, news must speak of one of whom it gives no more than a word.
_OUTWEIGHED = 4


class ShortNames:
    """Finds the person that a single word means ("Annan")."""

    def __init__(self, known: Iterable[KnownPerson], people: Iterable[LocalPerson], decisions: Decisions) -> None:
        known = list(known)
        self._decisions = decisions
        self._judged = [one for one in known if one.sides]
        self._bearers: dict[str, dict[str, KnownPerson]] = defaultdict(dict)
        for one in known:
            for word in {*one.short, *(sound(surname(name)) for name in one.names)}:
                self._bearers[word][one.id] = one
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        self._years: dict[tuple[str, str], set[int]] = defaultdict(set)
        for person in people:
            if " " not in person.name and person.entity.country:
                word = sound(person.name)
                self._alone[word][person.entity.country] += 1
                self._years[word, person.entity.country] |= {person.year} if person.year else set()

    def id(self, person: LocalPerson) -> str:
        """Id of the only bearer of the name, else one of the state's or the article's own."""
        judged = [known for known in self._judged if self._said(person, known) is Verdict.SAME]
        if judged:
            return judged[0].id
        state = person.entity.country
        known = [known for known in self._bearers[sound(person.name)].values() if self._said(person, known) is None]
        fits = self._of_time([one for one in known if state is None or state in one.states], person)
        chosen = self._narrowed(fits, person)
        if len(chosen) == 1:
            return chosen[0].id
        state = state or self._state_spoken_of(person, known)
        if state is not None and not any(state in one.states for one in fits):
            # By its sound: Khrushchev and Khruschev, where no article has more than the word.
            return stable_id("person", sound(person.name), {"country": state, **self._told_apart(person, state)})
        # Several would fit, or nothing says who it is: then not even two articles need to mean the same one.
        return stable_id("person", person.name, {"article": person.article})

    def _told_apart(self, person: LocalPerson, state: str) -> dict[str, object]:
        """What tells a bearer of a word from others of the state: a person's word, and the time."""
        apart = self._decisions.texts(self._decisions.apart(person.sides))
        years = sorted(self._years[sound(person.name), state])
        starts = [later for one, later in pairwise(years) if later - one > _CAREER]
        year = person.year or max(years, default=0)
        era = max((start for start in starts if start <= year), default=None)
        return {**({"which": apart} if apart else {}), **({"since": era} if era else {})}

    def _of_time(self, fits: list[KnownPerson], person: LocalPerson) -> list[KnownPerson]:
        """Those who are spoken of at the time; where none is, those of no other lifetime."""
        if person.year is None:
            return fits
        apart = {known.id: years_apart(known.years, {person.year}) for known in fits}
        later = [known for known in fits if not self._is_of_elder(person, known)]
        near = [known for known in later if apart[known.id] <= GENERATION]
        return near or [known for known in later if apart[known.id] <= _CAREER]

    def _is_of_elder(self, person: LocalPerson, known: KnownPerson) -> bool:
        """Whether the word was in the news long before this bearer's name, and the article is of then: a father's."""
        first = min(known.years, default=None)
        if first is None or person.year is None or person.year >= first - 1:
            return False
        told = {year for state in known.main_states for year in self._years[sound(person.name), state]}
        return min(told, default=first) < first - GENERATION

    def _state_spoken_of(self, person: LocalPerson, known: list[KnownPerson]) -> str | None:
        """The only state of which the article speaks that has a bearer of the word, who is known by no more than it."""
        word = sound(person.name)
        if gender_of(person.name) and not person.entity.offices:
            return None  # "Bob" alone, not "King Fahd"
        spoken = {state for state in person.around if self._alone[word][state]}
        spoken |= {state for one in known for state in one.main_states & person.around}
        if len(spoken) != 1:
            return None
        [state] = spoken
        years = self._years[word, state]
        is_near = not years or person.year is None or years_apart(years, {person.year}) <= GENERATION
        return state if is_near and self._alone[word][state] else None

    def _said(self, person: LocalPerson, known: KnownPerson) -> Verdict | None:
        return self._decisions.verdict(person.sides, known.sides) if person.sides and known.sides else None

    def _narrowed(self, fits: list[KnownPerson], person: LocalPerson) -> list[KnownPerson]:
        met = [known for known in fits if known.encounters & person.encounters]
        if met:
            return met
        same_office = [known for known in fits if self._may_hold(known, person)]
        if person.entity.country is None:
            return same_office or [known for known in fits if self._is_clear(person, known, fits)]
        return fits if len(fits) < 2 else same_office

    def _may_hold(self, known: KnownPerson, person: LocalPerson) -> bool:
        """Whether an office that the article gives the person is known of this one, of any state where none is said."""
        for title, body in offices_of(person.entity):
            bodies = {body} if body else {person.entity.country} if person.entity.country else person.around
            if any((title, one) in known.offices for one in bodies):
                return True
        return False

    def _is_clear(self, person: LocalPerson, known: KnownPerson, fits: list[KnownPerson]) -> bool:
        """Whether a word without a state means this one, known by it, of a state and a time that are spoken of.

        All others of the word, those of another state included, are few beside this one, or none.
        """
        word = sound(person.name)
        if all(sound(surname(name)) != word for name in known.names) and gender_of(person.name):
            return False  # "Bob" alone
        others = sum(times for state, times in self._alone[word].items() if state not in known.states)
        others += sum(other.articles for other in fits if other is not known)
        is_near = not known.years or person.year is None or years_apart(known.years, {person.year}) <= GENERATION
        is_spoken_of = bool(known.main_states & person.around)
        return is_near and is_spoken_of and known.articles > others * _OUTWEIGHED
