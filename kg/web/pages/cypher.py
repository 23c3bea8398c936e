"""The Cypher page: a query that only reads, its rows as a table, and the same as files."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import QueryError, StoreError
from kg.stores.cypher.answer import Answer, FoundNode, FoundPath, FoundRelationship, shown
from kg.stores.cypher.plain_values import plain_value
from kg.web import addresses
from kg.web.examples import EXAMPLES
from kg.web.guard import is_asked_here
from kg.web.render import page

#: A cell that a spreadsheet would take for a formula gets this before it.
_TEXT = "'"
#: Ids in the address of a picture, which has to stay short.
MOST_DRAWN = 120
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as the table shows it, and the page that it leads to."""

    text: str
    address: str | None = None
    is_number: bool = False


async def cypher(request: Request) -> Response:
    """Show the page; a query that comes by a link of another site is shown, and run when the visitor says so."""
    given = request.query_params
    known: dict[str, Any] = {"rows": [], "drawn": [], "columns": (), "cut": False, "fault": "", "ran": False}
    status = 200
    if _query(given) and is_asked_here(request.headers):
        try:
            answer = await _answer(request)
        except (QueryError, StoreError) as fault:
            known["fault"], status = str(fault), 400
        else:
            rows = [[_cell(row[name]) for name in answer.columns] for row in answer]
            known |= {"rows": rows, "drawn": _drawn(answer), "columns": answer.columns, "cut": answer.cut, "ran": True}
    return page(
        request,
        "cypher.html",
        status=status,
        query_text=_query(given),
        parameters=given.get("p", ""),
        state={"q": _query(given), "p": given.get("p", "")},
        examples=EXAMPLES,
        limits=request.app.state.limits,
        **known,
    )


async def download(request: Request) -> Response:
    """Give the rows of a query as a file."""
    if request.path_params["form"] not in ("csv", "json"):
        raise HTTPException(404)
    if not _query(request.query_params) or not is_asked_here(request.headers):
        raise HTTPException(403, "A file is made for who asks for it on the Cypher page.")
    answer = await _answer(request)
    rows = [{name: plain_value(row[name]) for name in answer.columns} for row in answer]
    if request.path_params["form"] == "json":
        content, kind = json.dumps(rows, ensure_ascii=False, indent=2), "application/json"
    else:
        content, kind = _csv(answer.columns, rows), "text/csv"
    name = f"answer.{request.path_params['form']}"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


async def _answer(request: Request) -> Answer:
    given = request.query_params
    answer: Answer = await request.app.state.desk.ask_cypher(_query(given), _parameters(given.get("p", "")))
    return answer


def _query(given: QueryParams) -> str:
    return given.get("q", "").strip()


def _parameters(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise QueryError('the parameters are no JSON object. Write them as {"name": "Barack Obama", "year": 2016}')
    return found


def _cell(value: object) -> Cell:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(value, FoundNode):
        return Cell(_name(value), _page_of(value))
    if isinstance(value, FoundRelationship):
        return Cell(
            value.type, addresses.event_id(str(value.properties["event"])) if "event" in value.properties else None
        )
    if isinstance(value, FoundPath):
        return Cell(" – ".join(_name(node) for node in value.nodes))
    return Cell(shown(value), None, is_number)


def _name(node: FoundNode) -> str:
    known = node.properties
    named = next((known[name] for name in ("name", "title", "sentence") if known.get(name)), None)
    return shown(named or f"{node.labels[-1] if node.labels else 'node'} {known.get('edtf') or node.id or ''}".strip())


def _page_of(node: FoundNode) -> str | None:
    """The page of a node that has one. Only ours have: the labels say so."""
    if node.id is None:
        return None
    if "Event" in node.labels:
        return addresses.event_id(node.id)
    if "Entity" in node.labels and "Agreement" not in node.labels:
        return addresses.actor_id(node.id)
    return addresses.article(str(node.properties["article"])) if "Article" in node.labels else None


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in columns])
    writer.writerows([_harmless(value) for value in row.values()] for row in rows)
    return text.getvalue()


def _harmless(value: object) -> object:
    """Give a value of a cell: lists and maps as JSON, and no text that is a formula to a spreadsheet."""
    if isinstance(value, bool | list | dict):
        value = json.dumps(value, ensure_ascii=False)
    return _TEXT + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _drawn(answer: Answer) -> list[str]:
    """Ids of the actors and events of an answer, which a picture can show; the first so many."""
    found: dict[str, None] = {}
    values = [value for row in answer for value in row.values()]
    while values and len(found) < MOST_DRAWN:
        value = values.pop(0)
        if isinstance(value, FoundNode) and value.id and {"Event", "Entity"} & set(value.labels):
            found[value.id] = None
        elif isinstance(value, FoundRelationship):
            ends = [str(value.properties["event"])] if "event" in value.properties else []
            found |= dict.fromkeys(end for end in (value.head, value.tail, *ends) if end)
        elif isinstance(value, FoundPath):
            values = [*value.nodes, *value.relationships, *values]
        elif isinstance(value, list):
            values = [*value, *values]
    return list(found)[:MOST_DRAWN]
