"""Steps through a dependency tree (ClearNLP labels, as spaCy's English pipelines give them)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
JOINING = frozenset({"bring", "get", "come", "gather", "sit"})
LONGEST_OBJECT = 15
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order of the text."""
    found, todo = [token], [token]
    while todo:
        for child in todo.pop().children:
            if child.dep_ == "conj" and child not in found:
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.i)


def nominal_conjuncts(token: Token) -> list[Token]:
    """Like conjuncts, but leaves out verbs that the parser coordinated with a noun by mistake.

    What is coordinated with the name beside a singular noun is coordinated with the noun ("the minister, A, and B"),
    and so it is with a title right before the name ("President A and rebel leader B").
    """
    found = [t for t in conjuncts(token) if t == token or t.pos_ not in VERBAL]
    if token.tag_ in ("NN", "NNP"):
        beside = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > token.i]
        if token.tag_ == "NNP":
            beside = [c for c in beside if c.left_edge.i == token.i + 1]
        found += [t for name in beside for t in conjuncts(name) if t != name and t.pos_ not in VERBAL]
    return found


def children(token: Token, *labels: str) -> list[Token]:
    """The children with one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def is_passive(verb: Token) -> bool:
    """Whether the surface subject of a verb is its object."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or _is_main(verb):
        return False
    if verb.dep_ == "conj":
        has_own_aux = any(child.dep_ == "aux" for child in verb.children)
        return not has_own_aux and is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "relcl", "oprd") and not any(
        c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children
    )


def _is_main(verb: Token) -> bool:
    """Whether what the parser takes for a participle is the verb of the sentence: "The envoy, Ann Roe, flew"."""
    noun = verb.head
    return (
        verb.dep_ == "acl"
        and noun.dep_ == "ROOT"
        and verb.i > 0
        and verb.nbor(-1).text == ","
        and any(c.dep_ == "appos" and c.i < verb.i for c in noun.children)
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def particle(verb: Token) -> str:
    """The particle of a verb ("down" in "sat down", "together" in "brought the two together"), "" without one."""
    if verb.lemma_ in JOINING and _is_joined(verb):
        return "together"
    for child in verb.children:
        if child.dep_ == "prt":
            return child.lower_
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if (
        following is not None
        and following.head == verb
        and following.tag_ in ("RP", "RB")
        and following.lower_ in ("down", "off", "out", "up", "away", "together")
    ):
        return following.lower_
    return ""


def _is_joined(verb: Token) -> bool:
    """Whether "together" follows a verb and its object, wherever the parser hangs it."""
    for token in verb.doc[verb.i + 1 : verb.i + LONGEST_OBJECT]:
        if token.lower_ == "together":
            return True
        if token.pos_ == "VERB" or token.is_sent_start:
            return False
    return False


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Preposition and object pairs on a word; "on board with", "together with" and the like are looked through."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") or (
            child.dep_ in ("advmod", "prt", "conj") and child.pos_ in ("ADV", "ADP")
        ):
            yield from objects_of(child)


def objects_of(preposition: Token) -> Iterator[tuple[str, Token]]:
    """The objects of a preposition with the word that governs them, compound prepositions looked through."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            for noun in nominal_conjuncts(child):
                yield preposition.lower_, noun
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):  # "along with", "to and from"
            yield from objects_of(child)


def ancestors(token: Token) -> Iterator[Token]:
    """The heads of a token up to the root, nearest first."""
    while token.head != token:
        token = token.head
        yield token


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((a for a in ancestors(token) if a.pos_ in VERBAL), None)


def misread_subject(token: Token) -> Token | None:
    """The name before a verb that the tagger took for a plural noun ("Blair lands"), None where all is well.

    Small models read "NAME VERBs" as a compound noun when little else tells; a person's name takes no plural head.
    """
    if token.tag_ != "NNS" or token.lemma_ == "talk" or token.i == 0 or token.ent_type_ == "PERSON":
        return None
    name = token.doc[token.i - 1]
    if (
        name.head != token
        or name.dep_ != "compound"
        or name.pos_ != "PROPN"
        or name.ent_type_ not in ("PERSON", "ORG", "")
    ):
        return None
    owned = any(c.dep_ in ("det", "poss", "amod", "nummod") for c in token.children)
    return None if owned else name


def relative_antecedent(token: Token, adverb: str) -> Token | None:
    """The noun that a clause with "where" or "when" hangs on, for a word in that clause ("Rome, where he met ...")."""
    node = token
    while node.dep_ not in ("relcl", "ROOT") and node.head != node:
        if node.pos_ in VERBAL and node.dep_ in ("ccomp", "advcl", "parataxis"):
            return None
        node = node.head
    if node.dep_ != "relcl":
        return None
    found = any(c.lower_ == adverb for c in node.children)
    return node.head if found else None


def word_before(token: Token) -> str:
    """The word before a phrase, in small letters, "" at the start."""
    first = token.left_edge.i
    return token.doc[first - 1].lower_ if first > 0 else ""
