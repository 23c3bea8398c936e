"""Where the phrase for a document begins and ends: its name, its topic, its purpose, and nothing of the event."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.events.context import ArticleContext
from kg.events.signings.words import DOCUMENTS, UNILATERAL
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, MentionKind
from kg.predicates.syntax import SUBJECTS

#: Labels under a document's head that are no part of its name.
CUT = frozenset({"relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "case"})
#: Prepositions that belong to a document's name ("treaty on", "agreement of"); "with", "in", "at" tell of the event.
INSIDE = frozenset({"of", "on", "for", "about", "against", "to", "between", "concerning", "regarding", "under"})
SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an", "with", "'s", "’s", "-", "by", "from"})
#: Small words within a document's name.
LINKS = frozenset({"of", "the", "and", "on", "for"})
#: Verbs of which a document is the object, though they stand in a clause about it.
SIGNING = frozenset({"sign", "ink", "initial", "conclude", "agree", "negotiate", "draft", "reach"})
MAX_WORDS = 25
#: How many words but small ones a document without a name is called by.
TELLING_WORDS = 5
#: How many words a document's purpose may add.
PURPOSE = 6


def is_topic(token: Token) -> bool:
    """Whether a document's noun is only what another document is about: "an agreement on peace and national accord"."""
    if token.tag_ != "NN" or token.dep_ != "conj" or token.head.lemma_.lower() in DOCUMENTS:
        return False
    counted = any(c.dep_ in ("nummod", "det", "poss") for c in token.children)
    return not counted and any(a.lemma_.lower() in DOCUMENTS for a in token.ancestors if a.i < token.i)


def bounds(context: ArticleContext, segment: int, head: Token) -> tuple[int, int]:
    """The tokens of a document's phrase: what it is called, without what is told of its signing."""
    first, last = head.i, head.i + 1
    for child in head.children:
        if child.i < head.i and child.dep_ in ("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod"):
            first = min(first, child.left_edge.i)
        elif child.i > head.i and _tells_its_purpose(child, head) and last == head.i + 1:
            last = min(_right(context, segment, child), head.i + PURPOSE)
        elif child.i > head.i and child.dep_ == "prep" and _belongs(context, segment, child, head):
            last = max(last, _right(context, segment, child))
    while first < head.i and (head.doc[first].is_punct or head.doc[first].pos_ == "DET"):
        first += 1
    if not head.text[0].isupper():
        return first, _shortened(head.doc, first, head.i, last)
    return first, min(max(last, _title_end(head), _name_end(context, segment, head)), first + MAX_WORDS)


def _tells_its_purpose(clause: Token, head: Token) -> bool:
    """Whether a clause says what a document is for: "a pact to fight piracy", "a decree dissolving parliament"."""
    if clause.dep_ == "acl" and clause.tag_ == "VB":
        return True
    beside = clause.left_edge.i == head.i + 1
    if clause.dep_ == "acl":
        return beside and clause.tag_ == "VBG"
    return clause.dep_ == "relcl" and beside and head.lemma_.lower() in UNILATERAL and clause.lemma_ not in SIGNING


def _shortened(doc: Doc, first: int, head: int, last: int) -> int:
    """The end of a phrase, before the word that joins what is too much: a list of topics is no name of a document."""
    while last > head + 1 and sum(t.is_alpha and t.lower_ not in SMALL for t in doc[first:last]) > TELLING_WORDS:
        last -= 1
        while last > head + 1 and not (doc[last].text == "," or doc[last].pos_ in ("ADP", "CCONJ")):
            last -= 1
    while last > head + 1 and (doc[last - 1].is_punct or doc[last - 1].pos_ in ("ADP", "CCONJ", "DET")):
        last -= 1
    return last


def _belongs(context: ArticleContext, segment: int, preposition: Token, head: Token) -> bool:
    """Whether a phrase is of the document, not of the event: "on trade", not "on Monday", nor "for Japan"."""
    if preposition.lower_ not in INSIDE or _is_date(context, segment, preposition):
        return False
    if preposition.lower_ != "for" or head.pos_ == "PROPN":
        return True
    mentions = [context.mention(segment, c.i) for c in preposition.children if c.dep_ == "pobj"]
    return not any(
        m and (context.entity(m.entity).type in (COUNTRY, ORGANIZATION) or m.kind is MentionKind.CAPITAL)
        for m in mentions
    )


def _title_end(head: Token) -> int:
    """The end of an official title, whose prepositions have capitals too: "Executive Order On Measures to Ensure"."""
    doc, end = head.doc, head.i + 1
    if not (head.text[0].isupper() and end < head.sent.end and doc[end].pos_ == "ADP" and doc[end].text[0].isupper()):
        return end
    last = end
    while last < head.sent.end and (doc[last].text[0].isupper() or doc[last].lower_ in SMALL):
        last += 1
        end = last if doc[last - 1].text[0].isupper() else end
    return end


def _name_end(context: ArticleContext, segment: int, head: Token) -> int:
    """The end of a name that the parser cut after its noun: "the Convention | on the Status of the Caspian Sea"."""
    doc, end = head.doc, head.i + 1
    if head.pos_ != "PROPN" or head.lemma_.lower() not in DOCUMENTS or end >= head.sent.end:
        return end
    if doc[end].lower_ not in ("on", "of", "concerning"):
        return end
    for i in range(end, min(head.sent.end, end + MAX_WORDS)):
        mention = context.mention(segment, i)
        person = mention is not None and context.entity(mention.entity).type == PERSON
        goes_on = any(t != head and t.dep_ in SUBJECTS for t in (doc[i], doc[i].head))
        dated = context.in_date(segment, i) or doc[i].ent_type_ in ("DATE", "TIME")
        if person or goes_on or dated or not (doc[i].text[0].isupper() or doc[i].lower_ in LINKS):
            break
        end = i + 1 if doc[i].text[0].isupper() else end
    return end


def _right(context: ArticleContext, segment: int, token: Token) -> int:
    """The right end of a phrase without what only tells about it, without a date, and without the next document."""
    end = token.i + 1
    for child in token.children:
        if child.i < token.i or child.dep_ in CUT - {"cc", "conj"}:
            continue
        if child.dep_ == "prep" and _is_date(context, segment, child):
            continue
        if child.dep_ == "conj" and _is_next(child):
            continue
        if child.dep_ == "cc" and any(c.dep_ == "conj" and _is_next(c) for c in token.children):
            continue
        end = max(end, _right(context, segment, child))
    return end


def _is_next(token: Token) -> bool:
    return token.lemma_.lower() in DOCUMENTS and not is_topic(token)


def _is_date(context: ArticleContext, segment: int, preposition: Token) -> bool:
    return any(d.start <= c.i < d.end for d in context.dates.get(segment, ()) for c in preposition.children)
