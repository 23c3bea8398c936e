"""Who does what a passive verb tells."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.syntax import VERBAL, children, objects_of


def agents(verb: Token) -> list[Token]:
    """Who does what a passive verb tells ("by A and by B", "by A for Spain and later by B")."""
    found = [noun for child in children(verb, "agent") for word, noun in objects_of(child) if word == "by"]
    if found:
        found += [noun for child in children(verb, "prep", "agent") for noun in _coordinated_agents(child)]
        found += [noun for child in children(verb, "prep") for word, noun in objects_of(child) if word == "by"]
    return [noun for noun in dict.fromkeys(found) if noun.ent_type_ not in ("DATE", "TIME")]


def _coordinated_agents(preposition: Token) -> list[Token]:
    """The agents behind "and by", which the parser hangs on the last noun before it."""
    found = []
    todo = [preposition]
    while todo:
        for child in todo.pop().children:
            if child.dep_ == "conj" and child.lower_ == "by":
                found += [noun for word, noun in objects_of(child) if word == "by"]
            if child.pos_ not in VERBAL:
                todo.append(child)
    return found
