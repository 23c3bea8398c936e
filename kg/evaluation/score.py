"""Precision, recall and F1 of facts against gold, and how right the matched pairs are.

people and countries are counted by name and code. `tuples` are who did what with whom, `full` the same where date and
status are right too; the accuracies are over the matched pairs, where gold says anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.names import SMALL, fold, meant, person_likeness
from kg.evaluation.pairs import Match, Pair, keys_by, match, pairs_of
from kg.evaluation.records import TYPES, Notes, ScoredArticle
from kg.evaluation.tallies import ACCURACIES, DETAILS, Count, Share, Tally

_NOTHING_FOUND = ScoredArticle("", (), frozenset(), ())
_WORDIER = 3  # a found text may have so many times the words of gold's before it counts as too long


@dataclass(frozen=True, slots=True)
class Compared:
    """An article's gold and what was found, side by side: the pairs of both, their matches, and the names not met."""

    id: str
    gold: ScoredArticle
    found: ScoredArticle
    gold_pairs: Sequence[Pair]
    found_pairs: Sequence[Pair]
    matches: Sequence[Match]
    people_missed: tuple[str, ...]
    people_wrong: tuple[str, ...]

    @property
    def countries_missed(self) -> list[str]:
        """The states of gold that weren't found."""
        return sorted(self.gold.countries - self.found.countries)

    @property
    def countries_wrong(self) -> list[str]:
        """The states found that gold doesn't have."""
        return sorted(self.found.countries - self.gold.countries)


def compare(
    gold: Iterable[ScoredArticle], found: Mapping[str, ScoredArticle], notes: Notes, faults: Notes
) -> list[Compared]:
    """Compare each article of gold with what was found; `faults` are gold's, `notes` what was said of the found."""
    return [_compare(article, found.get(article.id, _NOTHING_FOUND), notes, faults) for article in gold]


def _compare(gold: ScoredArticle, found: ScoredArticle, notes: Notes, faults: Notes) -> Compared:
    key_of = keys_by(gold)
    gold_pairs, found_pairs = pairs_of(gold, key_of, faults), pairs_of(found, key_of, notes)
    roster = list(dict.fromkeys([*gold.people, *(a.name for e in gold.events for a in e.actors if a.type == "person")]))
    met = [meant(name, roster, person_likeness) for name in found.people]
    wrong = [i for i, name in enumerate(met) if name not in gold.people or name in met[:i]]
    return Compared(
        id=gold.id,
        gold=gold,
        found=found,
        gold_pairs=gold_pairs,
        found_pairs=found_pairs,
        matches=match(gold_pairs, found_pairs),
        people_missed=tuple(name for name in gold.people if name not in met),
        people_wrong=tuple(found.people[i] for i in wrong),
    )


def tally(compared: Compared) -> Tally:
    """Count what is right in one article."""
    gold, found = compared.gold, compared.found
    people = len(found.people) - len(compared.people_wrong)
    countries = len(gold.countries & found.countries)
    full = [m for m in compared.matches if m.date_right and m.status_right]
    counts = {
        "people": Count(people, people, len(gold.people), len(found.people)),
        "countries": Count(countries, countries, len(gold.countries), len(found.countries)),
        "tuples": _count(compared, compared.matches, TYPES),
        "full": _count(compared, full, TYPES),
        **{kind: _count(compared, compared.matches, (kind,)) for kind in TYPES},
    }
    return Tally(counts, _shares(compared))


def _count(compared: Compared, matches: Sequence[Match], types: Sequence[str]) -> Count:
    def weight(pairs: Iterable[Pair]) -> float:
        return sum(pair.weight for pair in pairs if pair.event.type in types)

    return Count(
        weight(compared.gold_pairs[m.gold] for m in matches),
        weight(compared.found_pairs[m.found] for m in matches),
        weight(compared.gold_pairs),
        weight(compared.found_pairs),
    )


def _shares(compared: Compared) -> dict[str, Share]:
    shares = dict.fromkeys(ACCURACIES, Share())
    for one in compared.matches:
        weight = compared.gold_pairs[one.gold].weight
        for name, right in judged(compared, one).items():
            shares[name] += Share(weight * right, weight)
    return shares


def judged(compared: Compared, one: Match) -> dict[str, bool]:
    """Say of a matched pair whether its date, its status and what else gold has for it are right."""
    gold, found = compared.gold_pairs[one.gold].event, compared.found_pairs[one.found].event
    right = {"date": one.date_right, "status": one.status_right}
    for name in DETAILS:
        wanted = getattr(gold, name)
        if wanted:
            right[name] = agrees(name, wanted, getattr(found, name))
    return right


def agrees(what: str, gold: str, found: str | None) -> bool:
    """Whether a place, document or evidence stands for gold's: a place contained, the others by half of the words.

    Examples
    --------
    >>> agrees("place", "Camp David, Maryland", "Camp David"), agrees("document", "trade treaty", "a treaty on fish")
    (True, True)
    """
    if not fold(found):
        return False
    if what == "place":
        left, right = f" {fold(gold)} ", f" {fold(found)} "
        return left in right or right in left
    return common_words(gold, found or "") >= 0.5


def common_words(wanted: str, text: str) -> float:
    """Give the share of the wanted words that stand in a text; less where the text is much longer."""
    these, those = set(fold(wanted).split()) - SMALL, set(fold(text).split()) - SMALL
    return len(these & those) / max(len(these), len(those) / _WORDIER) if these and those else 0.0


def absences(gold: Sequence[ScoredArticle], found: Mapping[str, ScoredArticle]) -> Counter[str]:
    """Count the articles that only one side has."""
    ids = {article.id for article in gold}
    missing = sum(article.id not in found for article in gold)
    return Counter(
        {
            "gold article missing from the facts: all of it counts as missed": missing,
            "article in the facts but not in the gold: not scored": len(set(found) - ids),
        }
    )
