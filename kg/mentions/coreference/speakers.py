"""Quotations and who speaks in them: "I" and "we"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.annotation.annotated import Segment
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import noun_of, subject_of
from kg.mentions.coreference.words import MESSAGES, SEND_VERBS, SPEECH_VERBS
from kg.mentions.mention import PERSON


def first_person(site: Site, discourse: Discourse) -> Resolution:
    """Resolve "I", "we", "my", "our" to whoever speaks."""
    here = (site.token.i, site.token.i + 1)
    found = speaker(site, discourse)
    return Resolution(found.entities, How.PRONOUN if found.entities else How.UNRESOLVED, *here)


def speaker(site: Site, discourse: Discourse) -> Resolution:
    """Who says the words at a site: in a quotation, a message, or a transcript with a name and colon before."""
    quoted = discourse.quotes(site.segment).get(site.token.i)
    labelled = discourse.label(site.segment)
    if labelled is not None and quoted is None:
        return Resolution((labelled,), How.NAME, 0, 1)
    subject = _attribution(site, discourse) if quoted is not None else None
    if subject is None:
        return _sender(site, discourse)
    if noun_of(subject) in MESSAGES:
        return _sender(site, discourse)
    return discourse.actors(site, subject)


def _attribution(site: Site, discourse: Discourse) -> Token | None:
    """The subject of the verb of saying: above the words, in their sentence, or in the sentence before or after."""
    quotes = discourse.quotes(site.segment)
    verb = site.token
    while verb.head != verb:
        verb = verb.head
        if _says(verb, quotes):
            return subject_of(verb)
    sentences = list(site.segment.doc.sents)
    here = next(i for i, sentence in enumerate(sentences) if sentence.start <= site.token.i < sentence.end)
    for index in (here, here - 1, here + 1, here - 2, here - 3):
        if 0 <= index < len(sentences):
            found = _speech_subject(sentences[index], quotes)
            if found is not None:
                return found
    return None


def _says(verb: Token, quotes: dict[int, int]) -> bool:
    return verb.pos_ == "VERB" and str(verb.lemma_) in SPEECH_VERBS and verb.i not in quotes


def _speech_subject(sentence: Span, quotes: dict[int, int]) -> Token | None:
    for token in sentence:
        if _says(token, quotes):
            subject = subject_of(token)
            if subject is not None and subject.i not in quotes:
                return subject
    return None


def _sender(site: Site, discourse: Discourse) -> Resolution:
    """Who sent the message that is quoted: the owner of the last message told of, or the subject of "sent"."""
    for segment, sentence in _sentences_before(site, discourse):
        for token in sentence:
            if token.pos_ == "VERB" and str(token.lemma_) in SEND_VERBS:
                subject = subject_of(token)
            elif token.pos_ == "NOUN" and noun_of(token) in MESSAGES:
                subject = next((child for child in token.children if child.dep_ == "poss"), None)
            else:
                continue
            if subject is not None and subject != site.token:
                found = discourse.actors(discourse.site(segment.index, subject.i))
                if found.entities and found.entities[0].startswith(PERSON):
                    return found
    return Resolution((), How.UNRESOLVED, site.token.i, site.token.i + 1)


def _sentences_before(site: Site, discourse: Discourse) -> list[tuple[Segment, Span]]:
    """The last sentences before the site, nearest first, across paragraphs."""
    found: list[tuple[Segment, Span]] = []
    for segment in reversed(discourse.article.segments):
        if segment.index > site.index:
            continue
        spans = [s for s in segment.doc.sents if segment.index < site.index or s.start <= site.token.i]
        found += [(segment, span) for span in reversed(spans)]
        if len(found) >= 5:
            break
    return found[:5]
