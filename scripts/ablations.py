"""The mechanisms of the extraction, each with what stands in for it when it is switched off.

The rooms know nothing of this: a function of a room is replaced by a trivial one while figures are made. A name that
is no longer there makes `mock.patch` raise, so that the table can't go stale in silence; tests/scripts checks the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from kg.events.facts import Status
from kg.mentions.coreference.resolution import How, Resolution
from kg.predicates.predicate import Modality

Stand = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism: `stands` are the functions by their place of use, with what replaces each.

    `parses`: it works on the parse, so that texts must be parsed anew without it.
    """

    name: str
    stands: tuple[tuple[str, Stand], ...]
    parses: bool = False


def _none(*_: object, **__: object) -> None:
    return None


def _nothing(*_: object, **__: object) -> list[object]:
    return []


def _false(*_: object, **__: object) -> bool:
    return False


def _zero(*_: object, **__: object) -> float:
    return 0.0


def _no_times(told: Any, *_: object, **__: object) -> list[None]:
    return [None] * len(told)


def _as_told(_context: object, told: Any, *_: object) -> list[object]:
    return list(told)


def _given(_context: object, _predicate: object, when: object, **_: object) -> object:
    return when


def _clusters(clusters: Any, *_: object) -> Any:
    return clusters


def _as_written(paragraphs: Any, **_: object) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _unresolved(site: Any, *_: object) -> Resolution:
    return Resolution((), How.UNRESOLVED, site.token.i, site.token.i + 1)


def _occurred(*_: object, **__: object) -> Status:
    return Status.OCCURRED


def _asserted(*_: object, **__: object) -> Modality:
    return Modality.ASSERTED


_RESOLVER = "kg.mentions.coreference.coreference"

MECHANISMS = (
    Mechanism(
        "case and syntax of headlines",
        (("kg.annotation.annotate.truecased", _as_written), ("kg.annotation.annotate.mend_heading", _none)),
        parses=True,
    ),
    Mechanism("guests (met visiting President X)", (("kg.annotation.annotate.mend_guests", _none),), parses=True),
    Mechanism(
        "places read as subjects (headed for Beirut to meet X)",
        (("kg.annotation.annotate.mend_bound", _none),),
        parses=True,
    ),
    Mechanism(
        "places that open the sentence (In Victoria, X and Y met)",
        (("kg.annotation.annotate.mend_fronted", _none),),
        parses=True,
    ),
    Mechanism("their talks are of the two in the clause", (("kg.mentions.coreference.plurals._both_sides", _nothing),)),
    Mechanism(
        "adverbs read as subjects (the two last met)", (("kg.annotation.annotate.mend_last_time", _none),), parses=True
    ),
    Mechanism(
        "all coreference but names",
        (
            (f"{_RESOLVER}.pronoun", _unresolved),
            (f"{_RESOLVER}.apposition", _none),
            (f"{_RESOLVER}.grouped", _none),
            (f"{_RESOLVER}.described", _none),
        ),
    ),
    Mechanism(
        "states of hosts (where he met President X)", (("kg.mentions.people.inheritance.states_of_host", _nothing),)
    ),
    Mechanism(
        "states of lists (the ministers of Chad and Niger, X and Y)",
        (("kg.mentions.people.context.respective_states", _nothing),),
    ),
    Mechanism("pronouns", ((f"{_RESOLVER}.pronoun", _unresolved),)),
    Mechanism("groups (the two leaders, both sides)", ((f"{_RESOLVER}.grouped", _none),)),
    Mechanism("descriptions (the German chancellor)", ((f"{_RESOLVER}.described", _none),)),
    Mechanism(
        "the former, the latter, neither", ((f"{_RESOLVER}.paired", _none), (f"{_RESOLVER}.neither", _unresolved))
    ),
    Mechanism("states told in the order of the names", (("kg.mentions.people.context.read_introduced", _none),)),
    Mechanism("apposition", ((f"{_RESOLVER}.apposition", _none),)),
    Mechanism("lists of names that the parser cut short", (("kg.events.candidates.roles.fellows", _nothing),)),
    Mechanism("names that a verb reaches over dates and places", (("kg.events.candidates.roles.gapped", _nothing),)),
    Mechanism("whom somebody speaks to at a meeting", (("kg.predicates.nouns.addressees", _nothing),)),
    Mechanism("what is said in a call is no meeting", (("kg.events.extract.on_the_telephone", _nothing),)),
    Mechanism("what also happened is another event", (("kg.events.reports.is_besides", _false),)),
    Mechanism("what happened before is another event (had last met)", (("kg.events.reports.is_prior", _false),)),
    Mechanism("what happened again (met in Rome and again in Bonn)", (("kg.events.several.repeats._again", _none),)),
    Mechanism("those who are invited to talks", (("kg.predicates.subjects._bidden", _nothing),)),
    Mechanism("several meetings told as one", (("kg.events.reporting.shares", _nothing),)),
    Mechanism("legs of a journey by the order of words", (("kg.events.candidates.roles.further_legs", _nothing),)),
    Mechanism("arrivals go where the story is", (("kg.events.reports.comes_here", _false),)),
    Mechanism("where a journey comes from", (("kg.events.reporting.tells_origin", _false),)),
    Mechanism("tours of a region told by their legs", (("kg.events.joining.join.without_labels", _clusters),)),
    Mechanism(
        "guests and those between commas (visiting X; X, in Rome, said)",
        (("kg.predicates.find.guest", _none), ("kg.predicates.find.stayer", _none)),
    ),
    Mechanism(
        "places in the phrase of a site or a gathering", (("kg.events.candidates.destinations.place_within", _none),)
    ),
    Mechanism("subjects of the clause above a noun", (("kg.events.candidates.roles._needs_controller", _false),)),
    Mechanism(
        "companions (with his foreign minister)",
        (("kg.predicates.verbs.companions", _nothing), ("kg.predicates.nouns.companions", _nothing)),
    ),
    Mechanism(
        "clauses that leave their verb unsaid (India did not)",
        (("kg.predicates.find.verb_gap", _none), ("kg.predicates.find.noun_gaps", _nothing)),
    ),
    Mechanism("documents told of before", (("kg.events.signings.memory.remembered", _none),)),
    Mechanism("those sign who met (agreements were signed)", (("kg.events.joining.join.signing_together", _none),)),
    Mechanism("officials sign while leaders look on", (("kg.events.candidates.roles.onlookers", _nothing),)),
    Mechanism("the sides are those who talk", (("kg.mentions.coreference.sets._are_sides", _false),)),
    Mechanism("names of companies", (("kg.mentions.organization_spans.is_company", _false),)),
    Mechanism("groups named member by member", (("kg.mentions.coreference.names.enumerated", _nothing),)),
    Mechanism("those who sign for a side", (("kg.events.candidates.roles.delegates", _nothing),)),
    Mechanism("what happened in several years told apart", (("kg.events.several.repeats._listed", _nothing),)),
    Mechanism("partners of a joint document", (("kg.events.reports.partners", _nothing),)),
    Mechanism("those who look on left out", (("kg.predicates.verbs.is_bystander", _false),)),
    Mechanism("modality and status", (("kg.events.reporting.status_of", _occurred),)),
    Mechanism("modality of nouns", (("kg.predicates.nouns.noun_modality", _asserted),)),
    Mechanism("generic statements left out", (("kg.predicates.making.is_generic", _false),)),
    Mechanism("dates by syntax, not by nearness", (("kg.events.times.own_date.distance", _zero),)),
    Mechanism(
        "the story's time",
        (("kg.events.joining.join.story_times", _no_times),),
    ),
    Mechanism("the day of the news", (("kg.events.extract.news_of", _none),)),
    Mechanism("events in a state that is visited", (("kg.events.joining.join.date_by_journey", _none),)),
    Mechanism("times of headings and other clauses", (("kg.events.extract.text_settings", _nothing),)),
    Mechanism("events told together share a narrower date", (("kg.events.joining.join._date_by_company", _none),)),
    Mechanism("events put off are due on the new date", (("kg.events.reporting.put_off", _none),)),
    Mechanism("so long before or after something dated", (("kg.events.reporting.dated_by_gap", _given),)),
    Mechanism("stops dated by what is done there", (("kg.events.joining.join.date_by_doings", _none),)),
    Mechanism("on a date, when X visited Y", (("kg.events.times.own_date.moment_of", _none),)),
    Mechanism("dates read anew by what happened then", (("kg.events.times.own_date.on_side", _none),)),
    Mechanism("first visits since something else", (("kg.events.times.own_date._is_behind_since", _false),)),
    Mechanism("stops before an arrival", (("kg.events.reports.is_before", _false),)),
    Mechanism("stays end with departures", (("kg.events.extract.departures", _nothing),)),
    Mechanism(
        "how long events last", (("kg.events.reporting.lasting", _given), ("kg.events.joining.join.stretch", _none))
    ),
    Mechanism("the story's place", (("kg.events.whereabouts.scene_of", _none),)),
    Mechanism("the town of the news", (("kg.events.whereabouts.news_stop", _none),)),
    Mechanism("accepted invitations", (("kg.events.reports.with_accepted", _as_told),)),
    Mechanism("who travels along", (("kg.events.reports.companions_told", _as_told),)),
    Mechanism("legs of the journey just told of", (("kg.events.reports.is_unowned", _false),)),
    Mechanism("what a traveller does in a town", (("kg.events.whereabouts.presences", _nothing),)),
    Mechanism("buildings and grounds as places", (("kg.events.places.location._site", _none),)),
    Mechanism(
        "towns of a journey from what is told after it",
        (("kg.events.whereabouts.stop_of", _none), ("kg.events.places.location.on_the_way", _none)),
    ),
    Mechanism("definite nouns point at events told", (("kg.events.joining.join.target", _none),)),
    Mechanism("those meet who did something together", (("kg.events.joining.join.bridge", _none),)),
    Mechanism("gatherings and who attended them", (("kg.events.extract.with_gatherings", _as_told),)),
    Mechanism("reports joined into events", (("kg.events.joining.join.fits", _false),)),
)


@contextmanager
def without(mechanism: Mechanism) -> Iterator[None]:
    """Switch a mechanism off for as long as the block lasts."""
    with ExitStack() as stack:
        for target, stand in mechanism.stands:
            stack.enter_context(mock.patch(target, stand))
        yield
