"""What a notebook shows of answers: tables, and sentences with the words marked that tell of the event.

Every text of an article, a name among them, is escaped here or in `html_table`; nothing else is put together as HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from html import escape

from kg.query.answer import Answer, on_one_line
from kg.query.change_results import Change
from kg.query.relation_results import Path, PathStep
from kg.query.results import Actor, Connection, Event, EventEvidence, Evidence, Participant, Step, TimelineEntry
from kg.query.web_address import web_address
from kg.stores.tables import Html, html_table, printable

_NOTHING = Html("<p>nothing found</p>")


@singledispatch
def html(record: object) -> Html:
    """Give a record as HTML, its texts escaped.

    Examples
    --------
    >>> print(html(Actor("country:CH", "Country", "<Switzerland>", country="CH")))
    <b>&lt;Switzerland&gt;</b> (Country, CH)
    """
    return Html(escape(on_one_line(record)))


def table(answers: Sequence[Answer]) -> Html:
    """Give answers as a table; what they say is marked where it tells of the event."""
    if not answers:
        return _NOTHING
    return html_table(answers[0].cells(), (_row(answer) for answer in answers))


def _row(answer: Answer) -> list[str]:
    said = _sentences(answer)
    return [said if said and name == "says" else on_one_line(value) for name, value in answer.cells().items()]


def _sentences(answer: Answer) -> Html:
    return Html("<br>".join(map(_marked, _evidence(answer))))


def _evidence(answer: Answer) -> list[Evidence]:
    """Give the sentences that an answer shows, in their order."""
    match answer:
        case TimelineEntry() | Change():
            told: list[Evidence | None] = [answer.evidence]
        case Connection():
            told = [step.evidence for step in answer.steps]
        case Path():
            told = [step.ties[0].evidence for step in answer.steps]
        case EventEvidence():
            told = list(answer.reports)
        case _:
            told = []
    return [one for one in told if one]


def _marked(told: Evidence) -> Html:
    """Give a sentence with its trigger marked; without a mark where the trigger isn't in it."""
    before, trigger, after = map(_plain, told.pieces)
    return Html(f"{before}<mark>{trigger}</mark>{after}" if trigger else before + after)


def _plain(text: str) -> str:
    """Escape a piece of a sentence, whose blanks at the ends part it from the next piece."""
    return escape(printable(text))


@html.register
def _(answer: Answer) -> Html:
    return table([answer])


@html.register
def _(actor: Actor) -> Html:
    traits = ", ".join(filter(None, (actor.type, actor.country)))
    return Html(f"<b>{escape(on_one_line(actor.name))}</b> ({escape(on_one_line(traits))})")


@html.register
def _(participant: Participant) -> Html:
    return Html(f"{html(participant.actor)} as {escape(on_one_line(participant.role))}")


@html.register
def _(told: Evidence) -> Html:
    when = f", {escape(on_one_line(told.published))}" if told.published else ""
    return Html(f"<blockquote>{_marked(told)}<br><small>{_article(told)}{when}</small></blockquote>")


def _article(told: Evidence) -> str:
    """Give the article's title, as a link where its address is one of the web."""
    title = escape(on_one_line(told.title or told.article))
    if url := web_address(told.url):
        return f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">{title}</a>'
    return title


@html.register
def _(step: Step) -> Html:
    says = html(step.evidence) if step.evidence else ""
    tied = _event(step.event) if step.event else escape(on_one_line((step.kind.value, step.via_name)))
    more = f" and {step.alternatives} more" if step.alternatives else ""
    return Html(f"<div>{html(step.head)} – {html(step.tail)}: {tied}{more}{says}</div>")


def _event(event: Event) -> str:
    traits = (event.type, event.status, event.edtf or event.start, event.place)
    return escape(", ".join(on_one_line(trait) for trait in traits if trait))


@html.register
def _(step: PathStep) -> Html:
    return html(step.ties[0])


@html.register(Connection)
@html.register(Path)
def _(way: Connection | Path) -> Html:
    return Html(f"<ol>{''.join(f'<li>{html(step)}</li>' for step in way.steps)}</ol>")


@html.register
def _(told: EventEvidence) -> Html:
    return Html(f"{table([told.event])}{''.join(map(html, told.reports))}")
