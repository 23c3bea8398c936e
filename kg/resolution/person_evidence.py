"""What speaks for and against two names, or two bearers of one name, being one person's."""

from __future__ import annotations

from kg.resolution.evidence import Evidence
from kg.resolution.known_people import GENERATION, KnownPerson, years_apart
from kg.resolution.names import Likeness, likeness, sound, surname

Reason = tuple[str, float]
# By how alike the names are. A mere form needs a state or an event in common.
_NAMES = {
    Likeness.SPELLING: ("one name in two spellings", 5.0),
    Likeness.FORM: ("two forms of one name", -1.0),
    Likeness.OPENING: ("one name opens the other", -1.0),
}
_ONE_NAME = ("the same name", 8.0)
_CONTRADICTION = -10.0
_MANY = 10  # times as many articles that agree on a state


def weigh(one: KnownPerson, other: KnownPerson) -> Evidence | None:
    """Weigh two; None where their names are no forms of one.

    Examples
    --------
    >>> weigh(KnownPerson(["leonid kuchma"]), KnownPerson(["leonyd kuchma"])).verdict.value
    'same'
    """
    if one.names == other.names:
        return Evidence((_ONE_NAME, *_of_namesakes(one, other)))
    how = likeness(one.names[0], other.names[0])
    if how is Likeness.OTHER:
        return None
    return Evidence((_NAMES[how], *_of_forms(one, other, how)))


def _of_forms(one: KnownPerson, other: KnownPerson, how: Likeness) -> list[Reason]:
    reasons = _of_gender(one, other)
    if how is Likeness.OPENING and not _is_short_form(one, other):
        reasons.append(("no article calls the longer by the shorter's last word", -7.0))
    common = one.likely_states & other.likely_states
    if one.states and other.states and not set(one.states) & set(other.states):
        # One article may err in a state.
        is_sure = how is not Likeness.SPELLING or min(one.states.total(), other.states.total()) > 1
        reasons.append((f"states differ: {_listed(one)}, {_listed(other)}", _CONTRADICTION if is_sure else -2.0))
    elif (one.states or other.states) and common:
        reasons.append((f"of one state: {', '.join(sorted(common))}", 4.0))
    if one.encounters & other.encounters:
        return [*reasons, ("met the same on the same day", 6.0)]
    if how is not Likeness.SPELLING and years_apart(one.years, other.years) > GENERATION:
        reasons.append((f"{years_apart(one.years, other.years)} years apart", -3.0))
    return reasons


def _of_namesakes(one: KnownPerson, other: KnownPerson) -> list[Reason]:
    reasons = _of_gender(one, other)
    years = years_apart(one.years, other.years)
    if years > 4 * GENERATION:
        reasons.append((f"{years} years apart", -8.0))
    if one.encounters & other.encounters:
        reasons.append(("met the same on the same day", 6.0))
    if set(one.states) & set(other.states) or not (one.states and other.states):
        return reasons
    reasons.append((f"states differ: {_listed(one)}, {_listed(other)}", -4.0))
    few, many = sorted((one, other), key=lambda known: (known.articles, known.parts))
    if not few.around & many.main_states:
        reasons.append(
            (f"no article on the one of {_listed(few)} speaks of {', '.join(sorted(many.main_states))}", -5.0)
        )
    if few.articles * _MANY <= many.articles:
        reasons.append((f"{few.articles} of {few.articles + many.articles} articles, which may err in the state", 3.0))
    if _offices_differ(one, other):
        reasons.append(("other offices of other states", -3.0))
    return reasons


def _of_gender(one: KnownPerson, other: KnownPerson) -> list[Reason]:
    if one.genders and other.genders and not one.genders & other.genders:
        return [("a man and a woman", _CONTRADICTION)]
    return []


def _is_short_form(one: KnownPerson, other: KnownPerson) -> bool:
    """Whether articles call the bearer of the longer name by the last word of the shorter."""
    short, long = sorted((one, other), key=lambda known: len(known.names[0]))
    return sound(surname(short.names[0])) in long.short


def _offices_differ(one: KnownPerson, other: KnownPerson) -> bool:
    ours, theirs = ({title for title, of in known.offices if of} for known in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _listed(known: KnownPerson) -> str:
    return ", ".join(sorted(known.states))
