"""People whom only the model's tagger takes for such: good enough to be meant by a pronoun, not to be in a graph."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.mention import PERSON, ArticleMentions, LocalEntity, Mention, MentionKind


def with_strangers(article: AnnotatedArticle, found: ArticleMentions) -> ArticleMentions:
    """Add the spans that are tagged as people and that no mention covers; a surname alone is its last bearer's.

    Parameters
    ----------
    article : AnnotatedArticle
        The parsed article.
    found : ArticleMentions
        Its entities and mentions, which stay as they are.
    """
    taken = {(m.segment, t) for m in found.mentions for t in range(m.start, m.end)}
    entities = dict(found.entities)
    bearers = {word: key for key, entity in entities.items() if entity.type == PERSON for word in entity.name.split()}
    added: list[Mention] = []
    for segment in article.segments:
        for span in segment.doc.ents if not segment.is_heading else ():
            if span.label_ != PERSON.upper() or any((segment.index, t) in taken for t in range(span.start, span.end)):
                continue
            name = _name(span)
            if name is None:
                continue
            key = bearers.get(name, f"{PERSON}:{name}")
            entities.setdefault(key, LocalEntity(key, PERSON, name, (name,)))
            bearers |= dict.fromkeys((name, name.split()[-1]), key)
            added.append(Mention(key, MentionKind.NAME, segment.index, span.start, span.end, span.root.i))
    mentions = sorted((*found.mentions, *added), key=lambda m: (m.segment, m.start, m.end))
    return replace(found, entities=entities, mentions=tuple(mentions))


def _name(span: Span) -> str | None:
    """The words of a name, without a possessive ending; None where a word of it isn't capitalised."""
    words = [token.text for token in span if token.tag_ != "POS"]
    proper = words and words[0][:1].isupper() and words[-1][:1].isupper()
    return " ".join(words) if proper else None
