"""A picture as plain values: what the JavaScript that draws it reads."""

from __future__ import annotations

import json
from typing import Any

from kg.picture.records import GATHERING, DrawnLine, DrawnNode, Picture, ToldEvent
from kg.query.results import Evidence
from kg.query.web_address import web_address

Data = dict[str, Any]
Articles = dict[str, tuple[int, Data]]  # by id, each with its place among them


def picture_data(picture: Picture) -> Data:
    """Give a picture as values that JSON has; fields that are unknown are left out.

    `lines` and `events` name nodes by their places in `nodes`; who isn't there is named. A sentence (`said`) comes in
    three pieces: before the trigger, the trigger, after it.

    Examples
    --------
    >>> data = picture_data(Picture("nothing", (), (), (), shown=0))
    >>> data["title"], data["nodes"]
    ('nothing', [])
    """
    places = {node.id: place for place, node in enumerate(picture.nodes)}
    articles: Articles = {}
    events = [_event(told, places, articles) for told in picture.events]
    return {
        "title": picture.title,
        "shown": picture.shown,
        "asked": [places[actor] for actor in picture.asked if actor in places],
        "leftOut": {"actors": picture.left_out_actors, "events": picture.left_out_events},
        "nodes": [_node(node) for node in picture.nodes],
        "lines": [_line(line) for line in picture.lines],
        "events": events,
        "articles": [article for _, article in articles.values()],
    }


def script_json(data: Data) -> str:
    r"""Give JSON that can stand in a <script> element, whatever is in its texts; equal data give equal bytes.

    Examples
    --------
    >>> script_json({"title": "</script>"})
    '{"title":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")  # half of a surrogate pair can't be written


def _known(**fields: object) -> Data:
    return {name: value for name, value in fields.items() if value is not None and value != ()}


def _node(node: DrawnNode) -> Data:
    event = node.events[0] if node.type == GATHERING else None
    known = _known(names=node.names, country=node.country, event=event)
    counts = {"total": node.total, "degree": node.degree}
    return {"id": node.id, "type": node.type, "name": node.name, **known, **counts, "x": node.spot.x, "y": node.spot.y}


def _line(line: DrawnLine) -> Data:
    ends = {"a": line.head, "b": line.tail, "type": line.type, "status": line.status}
    return {**ends, **({"directed": True} if line.is_directed else {}), "events": list(line.events)}


def _event(told: ToldEvent, places: dict[str, int], articles: Articles) -> Data:
    event = told.event
    known = _known(
        start=event.start,
        end=event.end,
        edtf=event.edtf,
        when=event.date_text,
        place=event.place,
        document=event.document,
    )
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        **known,
        "confidence": round(event.confidence, 3),
        "articles": event.n_articles,
        "who": [[part.role, places.get(part.actor.id, part.actor.name)] for part in event.participants],
        "sentences": [_sentence(sentence, event.status, articles) for sentence in told.sentences],
        "more": told.n_sentences - len(told.sentences),
    }


def _sentence(evidence: Evidence, status: str, articles: Articles) -> Data:
    about = {"title": evidence.title or None, "published": evidence.published, "url": web_address(evidence.url)}
    article = _known(id=evidence.article, **about)
    place, _ = articles.setdefault(evidence.article, (len(articles), article))
    own_status = _known(status=evidence.status if evidence.status != status else None)
    return {"said": list(evidence.pieces), "article": place, **own_status}
