"""Which person a single word means: the only one of its state, the one of that office, or the one of whom all speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.mentions.people.given_names import gender_of
from kg.resolution.decisions import Decisions
from kg.resolution.identity import stable_id
from kg.resolution.known_people import GENERATION, KnownPerson, LocalPerson, offices_of, years_apart
from kg.resolution.names import sound, surname
from kg.workspace.judgement import Verdict

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
        for person in people:
            if " " not in person.name and person.entity.country:
                self._alone[sound(person.name)][person.entity.country] += 1

    def id(self, person: LocalPerson) -> str:
        """Id of the only bearer of the name, else one of the state's or the article's own."""
        state = person.entity.country
        judged = [known for known in self._judged if self._said(person, known) is Verdict.SAME]
        fits = [known for known in self._bearers[sound(person.name)].values() if state is None or state in known.states]
        fits = judged or [known for known in fits if self._said(person, known) is None]
        chosen = fits[:1] if judged else self._narrowed(fits, person)
        if len(chosen) == 1:
            return chosen[0].id
        apart = self._decisions.texts(self._decisions.apart(person.sides))
        which = {"which": apart} if apart else {}
        if state is not None and not fits:
            return stable_id("person", person.name, {"country": state, **which})
        # Several would fit, or nothing says who it is: then not even two articles need to mean the same one.
        return stable_id("person", person.name, {"article": person.article})

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
