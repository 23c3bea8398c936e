"""Which organizations of different articles are one: spellings of one name, and acronyms with the names they are of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.mentions.bodies import initials_fit
from kg.mentions.mention import ORGANIZATION, LocalEntity
from kg.resolution.decisions import Decisions, Side, Sides
from kg.resolution.encounters import Encounter
from kg.resolution.evidence import Evidence
from kg.resolution.groups import Groups
from kg.resolution.identity import normalised, stable_id
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict

Key = tuple[str, str]
Unit = tuple[str, tuple[str, ...]]  # a name, and the references by which people tell its bearers apart
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z.]+[A-Z]?|[A-Z]{2,}s?")
# British and American spelling, in the form in which names are compared.
_SPELLINGS = (("isation", "ization"), ("programme", "program"), ("labour", "labor"), ("centre", "center"))
_MORE = (("defence", "defense"), ("co operation", "cooperation"), ("favour", "favor"), ("licence", "license"))


@dataclass(slots=True)
class _Known:
    """What articles say of the bearers of one name."""

    forms: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    encounters: set[Encounter] = field(default_factory=set)
    sides: set[Side] = field(default_factory=set)
    article: str = ""


def resolve_organizations(
    local: Iterable[tuple[str, LocalEntity]],
    met: Mapping[str, Mapping[str, frozenset[Encounter]]],
    sides: Mapping[Key, Sides],
    decisions: Decisions,
) -> tuple[dict[Key, str], list[Judgement]]:
    """Give the id of each organization of each article, by article and key, and what was judged."""
    units: dict[Unit, _Known] = defaultdict(_Known)
    unit_of: dict[Key, Unit] = {}
    for article, entity in local:
        if entity.type == ORGANIZATION:
            own = sides.get((article, entity.key), frozenset())
            unit = normalised(entity.name), tuple(decisions.texts(decisions.apart(own)))
            known = units[unit]
            known.forms.add(entity.name)
            known.acronyms |= {normalised(form) for form in entity.names if _ACRONYM.fullmatch(form)}
            known.encounters |= met.get(article, {}).get(entity.key, frozenset())
            known.sides |= own
            known.article = min(known.article or article, article)
            unit_of[article, entity.key] = unit
    weighed = {(a, b): found for a, b in _pairs(units) if (found := _weigh(a, b, units)) is not None}
    ids = _ids(units, weighed, decisions)
    times = Counter(name for name, _ in units)
    texts = {u: _reference(u, units[u], alone=times[u[0]] == 1).text for pair in weighed for u in pair}
    judgements = [
        evidence.judgement(texts[a], texts[b])
        for (a, b), evidence in sorted(weighed.items(), key=lambda item: item[0])
        if decisions.verdict(units[a].sides, units[b].sides) is None
    ]
    return {key: ids[unit] for key, unit in unit_of.items()}, judgements


def _pairs(units: Mapping[Unit, _Known]) -> set[tuple[Unit, Unit]]:
    """Pairs that share a spelling, or an acronym that one has and the other may have."""
    blocks: dict[tuple[str, str], set[Unit]] = defaultdict(set)
    for unit, known in units.items():
        name = unit[0]
        blocks["spelling", _spelling(name)].add(unit)
        for short in {*known.acronyms, *_initials(name), *([name] if " " not in name else [])}:
            blocks["acronym", short].add(unit)
    return {
        (a, b)
        for (kind, short), block in blocks.items()
        for a, b in combinations(sorted(block), 2)
        if kind == "spelling" or short in (a[0], b[0])
    }


def _weigh(a: Unit, b: Unit, units: Mapping[Unit, _Known]) -> Evidence | None:
    one, other = units[a], units[b]
    if a[0] == b[0]:
        return Evidence((("the same name", 8.0),))
    if _spelling(a[0]) == _spelling(b[0]):
        return Evidence((("one name in two spellings", 5.0),))
    short, long = (a, b) if " " not in a[0] else (b, a)
    if " " in short[0] or not any(_ACRONYM.fullmatch(form) for form in units[short].forms):
        return None
    if short[0] in units[long].acronyms:
        reasons = [("an article explains the acronym by the name", 6.0)]
    elif initials_fit(short[0], long[0]):
        # Of two letters many names are; each letter more makes it a thirtieth as likely that it is chance.
        reasons = [(f"the name has the acronym's {len(short[0])} letters", 2.0 * len(short[0]) - 5)]
    else:
        return None
    if one.encounters & other.encounters:
        reasons.append(("met the same on the same day", 6.0))
    return Evidence(tuple(reasons))


def _ids(
    units: Mapping[Unit, _Known], weighed: Mapping[tuple[Unit, Unit], Evidence], decisions: Decisions
) -> dict[Unit, str]:
    groups = Groups({unit: frozenset(units[unit].sides) for unit in sorted(units)}, decisions)
    groups.join_judged()
    alike: dict[Unit, set[Unit]] = defaultdict(set)
    for (a, b), evidence in weighed.items():
        said = decisions.verdict(units[a].sides, units[b].sides)
        if (said or evidence.verdict) is not Verdict.DIFFERENT:
            alike[a].add(b)
            alike[b].add(a)
    # An acronym that two names have that are no spellings of one ("NSC") is neither's.
    clear = {u for u, others in alike.items() if all(b in alike[a] for a, b in combinations(sorted(others), 2))}
    for a, b in sorted(weighed, key=lambda pair: (-weighed[pair].bits, pair)):
        said = decisions.verdict(units[a].sides, units[b].sides)
        if said is None and weighed[a, b].verdict is Verdict.SAME and a in clear and b in clear:
            groups.join(a, b)
    return {unit: _id(groups.of(unit)) for unit in units}


def _id(group: list[Unit]) -> str:
    name, which = min(group, key=lambda unit: (" " not in unit[0], unit))
    return stable_id("organization", name, *([{"which": which}] if which else []))


def _reference(unit: Unit, known: _Known, *, alone: bool) -> Reference:
    return Reference(ORGANIZATION, unit[0], article=None if alone else known.article)


def _initials(name: str) -> Iterator[str]:
    """The acronyms that a name would have, with its small words and without."""
    words = name.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words)
        yield "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "on", "in", "to", "de", "s"))


def _spelling(name: str) -> str:
    for british, american in (*_SPELLINGS, *_MORE):
        name = name.replace(british, american)
    return name.removeprefix("the ")
