"""What a user means by a name, a name of one state or article, or a node's id: a reference for a judgement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.errors import QueryError
from kg.mentions.mention import ORGANIZATION, PERSON, LocalEntity
from kg.resolution.decisions import Decisions
from kg.resolution.entities import Entities, is_code
from kg.resolution.identity import normalised
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict

_JUDGED = (PERSON, ORGANIZATION)
Local = tuple[str, LocalEntity]


class Finder:
    """Finds references among the people and organizations of a set of articles."""

    def __init__(self, local: Iterable[Local], entities: Entities) -> None:
        self._entities = entities
        self._by_name: dict[str, list[Local]] = defaultdict(list)
        self._by_form: dict[str, list[Local]] = defaultdict(list)
        self._by_id: dict[str, list[Local]] = defaultdict(list)
        for article, entity in local:
            if entity.type in _JUDGED:
                self._by_name[normalised(entity.name)].append((article, entity))
                for form in {normalised(form) for form in entity.names}:
                    self._by_form[form].append((article, entity))
                self._by_id[entities.of(article, entity.key)].append((article, entity))

    def find(self, text: str) -> Reference:
        """Give the reference that a user's words mean.

        Raises
        ------
        QueryError
            Nobody is called that, or several are who are not one.
        """
        if text in self._by_id:
            return self._of_node(text)
        name, state, article = self._taken_apart(text)
        found = [one for one in self._by_name.get(normalised(name), ()) if _is_of(one, state, article)]
        if not found:
            forms = [one for one in self._by_form.get(normalised(name), ()) if _is_of(one, state, article)]
            nodes = {self._node(one) for one in forms}
            if len(nodes) == 1:
                return self._of_node(nodes.pop())
            raise QueryError(self._several(text, nodes) if nodes else self._unknown(text))
        nodes = {self._node(one) for one in found}
        if len(nodes) > 1 or len({entity.type for _, entity in found}) > 1:
            raise QueryError(self._several(text, nodes))
        return Reference.of(found[0][1].type, name, state=state, article=article)

    def fitting(self, text: str) -> list[Local]:
        """Give the entities of articles that a reference, as a judgement keeps it, means."""
        reference = Reference.parse(text)
        named = self._by_name.get(reference.name, ())
        return [(a, e) for a, e in named if e.type == reference.type and reference.fits(a, e)]

    def holds(self, judgement: Judgement) -> bool:
        """Whether the entities are what a judgement says of them; so are those of which it finds none."""
        decisions = Decisions([judgement])
        sides: tuple[set[str], set[str]] = set(), set()
        for article, entity in {
            id(one[1]): one for t in (judgement.a, judgement.b) for one in self.fitting(t)
        }.values():
            for side in decisions.sides(article, entity):
                sides[side.second].add(self._entities.of(article, entity.key))
        if not all(sides) or judgement.verdict is Verdict.UNSURE:
            return True
        return len(sides[0] | sides[1]) == 1 if judgement.verdict is Verdict.SAME else not sides[0] & sides[1]

    def nodes(self, reference: Reference) -> set[str]:
        """Ids of the entities that a reference means."""
        return {self._node(one) for one in self.fitting(reference.text)}

    def _taken_apart(self, text: str) -> tuple[str, str | None, str | None]:
        """Name, state and article of "Li Wei/CN", "Li Wei@a17"; an article's id may hold any sign."""
        name, at, article = text.partition("@")
        head, slash, state = name.rpartition("/")
        if slash and is_code(state):
            return head, state, article if at else None
        return name, None, article if at else None

    def _node(self, one: Local) -> str:
        return self._entities.of(one[0], one[1].key)

    def _of_node(self, node: str) -> Reference:
        """Give the plainest reference that means this node and no other."""
        members = self._by_id[node]
        names = Counter((entity.type, entity.name) for _, entity in members)
        ordered = sorted(names, key=lambda name: (" " not in name[1], -names[name], name))
        for kind, name in ordered:
            states = sorted({e.country for _, e in members if e.name == name and e.country})
            for state in (None, *states):
                reference = Reference.of(kind, name, state=state)
                if self.nodes(reference) == {node}:
                    return reference
        article, entity = min(members, key=lambda one: (one[0], one[1].key))
        return Reference.of(entity.type, entity.name, article=article)

    def _several(self, text: str, nodes: set[str]) -> str:
        meant = sorted(f"{self._entities.by_id[n].name} (as {self._of_node(n).shown!r}, id {n})" for n in nodes)
        return f"{text!r} may be any of {len(meant)}: {'; '.join(meant[:8])}. Give NAME/STATE, NAME@ARTICLE or an id"

    def _unknown(self, text: str) -> str:
        from rapidfuzz import fuzz, process  # needed only where a name is wrong

        near = process.extract(normalised(text), sorted(self._by_name), scorer=fuzz.WRatio, limit=3, score_cutoff=65)
        hint = f"Did you mean {' or '.join(repr(name) for name, _, _ in near)}?" if near else "`kg actors` lists all."
        return f"no person and no organization {text!r} in these articles. {hint}"


def _is_of(one: Local, state: str | None, article: str | None) -> bool:
    return state in (None, one[1].country) and article in (None, one[0])
