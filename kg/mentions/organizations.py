"""Organizations of an article: well-known bodies, those that the text abbreviates, and what the model marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from spacy.tokens import Doc, Span

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.mentions.bodies import Bodies, initials_fit
from kg.mentions.geography.folding import fold
from kg.mentions.geography.scanning import scan
from kg.mentions.mention import ORGANIZATION, LocalEntity, Mention, MentionKind
from kg.mentions.organization_spans import is_acronym, is_behind_company, is_well_shaped, steady_labels, trimmed

_CAPITALISED = r"[A-Z][\w'&.-]*"
_SMALL = "of|the|and|for|on|in|to|de|,"
_DEFINED = re.compile(
    rf"((?:{_CAPITALISED} )(?:(?:{_CAPITALISED}|{_SMALL}) )*)\((?:the |or )?([A-Z][A-Za-z.&-]{{1,9}})\)"
)
#: Labels that the model gives to names of companies by mistake.
_MISREAD = frozenset({"PERSON", "PRODUCT", "GPE", "FAC", "WORK_OF_ART"})
_CAPITAL_BEFORE = re.compile(r"(?<![.!?] )\b(?!The )[A-Z][\w'-]* $")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Tokens that name an organization; `name` is what to call it, `known` if the table or the text says so."""

    segment: int
    start: int
    end: int
    form: str
    name: str
    kind: MentionKind
    known: bool


def find_organizations(
    article: AnnotatedArticle, taken: Sequence[Mention], *, bodies: Bodies | None = None
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """Organizations of an article, with the spans that stand for them.

    Parameters
    ----------
    taken
        Mentions of people and places: an organization's mention keeps off their tokens ("Bank" of "Bank of China").
    bodies
        The table of well-known organizations; without it only the text and the model speak.
    """
    occupied = [set[int]() for _ in article.segments]
    for mention in taken:
        occupied[mention.segment].update(range(mention.start, mention.end))
    defined = dict(d for segment in article.segments for d in _definitions(segment))
    context = _Context(defined, bodies, _absent(article, bodies), steady_labels(article))
    seen: list[_Seen] = []
    for segment in article.segments:
        for item in _in_segment(segment, context):
            if (free := _free(segment, item, occupied[segment.index])) is not None:
                occupied[segment.index].update(range(free.start, free.end))
                seen.append(free)
    return _joined(article, seen)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the article as a whole says.

    `defined`: acronyms that it explains. `absent`: short names whose body it does not speak of. `steady`: single words
    that the model calls an organization more than once and nothing else.
    """

    defined: dict[str, str]
    bodies: Bodies | None
    absent: frozenset[str]
    steady: frozenset[str]


def _absent(article: AnnotatedArticle, bodies: Bodies | None) -> frozenset[str]:
    if bodies is None:
        return frozenset()
    texts = [segment.paragraph.text for segment in article.segments]
    return frozenset(short for short, words in bodies.beside.items() if not any(words.search(text) for text in texts))


def _definitions(segment: Segment) -> Iterator[tuple[str, str]]:
    """Acronym and full name of "Southern African Development Community (SADC)"."""
    text = segment.paragraph.text
    if "(" not in text:
        return
    for match in _DEFINED.finditer(text):
        words = match.group(1).split()
        for first in range(len(words)):
            name = " ".join(words[first:])
            if words[first][0].isupper() and words[first] != "The" and initials_fit(match.group(2), name):
                yield match.group(2), name
                break


def _in_segment(segment: Segment, context: _Context) -> Iterator[_Seen]:
    """What names an organization, the surest source first: the table, the text's own acronyms, the model."""
    doc = segment.doc
    if context.bodies is not None:
        yield from _listed(segment, context.bodies, context.absent)
    if context.defined:
        yield from _by_definition(segment, context.defined)
    for ent in doc.ents:
        labelled = ent.label_ == "ORG" or (ent.label_ in _MISREAD and is_behind_company(ent))
        if labelled and _is_name(span := trimmed(ent), segment, context):
            name = context.defined.get(span.text, span.text)
            kind = MentionKind.ABBREVIATION if is_acronym(span.text) else MentionKind.NAME
            yield _Seen(segment.index, span.start, span.end, span.text, name, kind, False)


def _is_name(span: Span | None, segment: Segment, context: _Context) -> TypeGuard[Span]:
    return span is not None and is_well_shaped(span, heading=segment.is_heading, steady=context.steady)


def _listed(segment: Segment, bodies: Bodies, absent: frozenset[str]) -> Iterator[_Seen]:
    """Names of the table; a short one only by itself ("National Security Council" is another body)."""
    text = fold(segment.paragraph.text)
    for hit in scan(text, bodies.index):
        short = hit.entry.surface in bodies.beside
        if short and (hit.entry.surface in absent or _CAPITAL_BEFORE.search(text, max(0, hit.start - 30), hit.start)):
            continue
        span = segment.doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if span is not None and hit.meant:
            yield _Seen(segment.index, span.start, span.end, span.text, hit.entry.name, hit.entry.kind, True)


def _by_definition(segment: Segment, defined: dict[str, str]) -> Iterator[_Seen]:
    """Every place where an acronym that the text explains stands, and its explanation."""
    doc = segment.doc
    for acronym, name in defined.items():
        for form, kind in ((name, MentionKind.NAME), (acronym, MentionKind.ABBREVIATION)):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", segment.paragraph.text):
                span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
                if span is not None:
                    yield _Seen(segment.index, span.start, span.end, form, name, kind, True)


def _free(segment: Segment, item: _Seen, occupied: set[int]) -> _Seen | None:
    """The mention without tokens of others; None if its head word is taken."""
    tokens = range(item.start, item.end)
    if occupied.isdisjoint(tokens):
        return item
    root = segment.doc[item.start : item.end].root.i
    if root in occupied:
        return None
    start, end = root, root + 1
    while start - 1 >= item.start and start - 1 not in occupied:
        start -= 1
    while end < item.end and end not in occupied:
        end += 1
    while end - 1 > root and segment.doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT"):
        end -= 1
    return _Seen(item.segment, start, end, item.form, item.name, item.kind, item.known)


def _joined(article: AnnotatedArticle, seen: Sequence[_Seen]) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """One entity an organization: names that are the same but for letters' case, and acronyms with their full names."""
    known = {_plain(item.form): item.name for item in seen if item.known}
    known |= {_plain(item.name): item.name for item in seen if item.known}
    full = [item.name for item in seen if " " in item.name]
    names: dict[str, str] = {}
    for item in seen:
        names.setdefault(_plain(item.name), item.name)
    forms: dict[str, dict[str, None]] = {}
    mentions = []
    for item in seen:
        name = known.get(_plain(item.name)) or names[_plain(item.name)]
        if item.kind is MentionKind.ABBREVIATION and not item.known:
            name = next((long for long in full if initials_fit(item.form, long)), name)
        key = f"{ORGANIZATION}:{name}"
        forms.setdefault(key, {})[item.form] = None
        doc: Doc = article.segments[item.segment].doc
        head = doc[item.start : item.end].root.i
        mentions.append(Mention(key, item.kind, item.segment, item.start, item.end, head))
    entities = tuple(_entity(key, found) for key, found in forms.items())
    return entities, tuple(sorted(mentions, key=lambda m: (m.segment, m.start)))


def _entity(key: str, forms: dict[str, None]) -> LocalEntity:
    name = key.removeprefix(f"{ORGANIZATION}:")
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return LocalEntity(key, ORGANIZATION, name, tuple(dict.fromkeys((name, *ordered))))


def _plain(name: str) -> str:
    return fold(name).lower().removeprefix("the ").replace(".", "").replace("-", " ")
