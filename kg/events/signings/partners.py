"""With whom a joint document is signed: "Chavez will hold talks with Ahmadinejad and sign a series of accords"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.events.candidate import Candidate, Document
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Report
from kg.events.kinds import takes_documents
from kg.events.signings.words import PACTS, STATEMENTS
from kg.predicates.syntax import VERBAL

#: Labels over which a clause goes on with the subject of the one before: "met X and signed", "ended it by signing".
SHARING = frozenset({"conj", "pcomp", "xcomp"})


def partners(context: ArticleContext, candidate: Candidate, sentence: Iterable[Report]) -> list[Filler]:
    """Those who met the only signatory in the clause before, where the document is one that two sides sign.

    Parameters
    ----------
    context : ArticleContext
        The article.
    candidate : Candidate
        A signing with its roles filled.
    sentence : iterable of Report
        What was told in its sentence before.
    """
    if not takes_documents(candidate.event_type) or len(candidate.fillers) != 1 or candidate.recalled:
        return []
    if not candidate.documents or not all(_is_joint(d) for d in candidate.documents):
        return []
    predicate = candidate.predicate
    above = {t.i for t in _clauses(context.token(predicate.segment, predicate.token))}
    starts = {context.segment(predicate.segment).offsets(i, i + 1)[1] for i in above}
    signer = candidate.fillers[0]
    for report in sentence:
        others = [f for f in report.fillers if f.entity != signer.entity]
        met = len(others) < len(report.fillers) and all(f.role in ("participant", "host") for f in report.fillers)
        if met and report.trigger_start in starts:
            return [replace(f, role=signer.role) for f in others]
    return []


def _is_joint(document: Document) -> bool:
    """Whether a document is told of for the first time, and is one that two sides sign."""
    return document.head in PACTS | STATEMENTS and (document.new or document.text.lower().startswith("joint"))


def _clauses(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses before that share their subject with a verb, with the objects of each."""
    node = verb
    while node.dep_ in SHARING or (node.dep_ == "prep" and node.lower_ in ("by", "in")):
        if node.head == node:
            return
        node = node.head
        if node.pos_ in VERBAL:
            yield node
            yield from (c for c in node.children if c.dep_ == "dobj" and c.i < verb.i)
