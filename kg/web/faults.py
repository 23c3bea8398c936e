"""Faults as pages: what is unknown, what can't be answered, what is broken."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import QueryError, StoreError, WorkspaceError
from kg.logs import Log
from kg.web.render import page

_log = Log("web")
_UNKNOWN = ("no actor ", "no event ", "no article ")


async def http_fault(request: Request, fault: Exception) -> Response:
    """Show why a page isn't there."""
    assert isinstance(fault, HTTPException)
    said = "" if fault.detail == HTTPStatus(fault.status_code).phrase else fault.detail
    return _page(request, fault.status_code, said, headers=dict(fault.headers or {}))


async def kg_fault(request: Request, fault: Exception) -> Response:
    """Show what was wrong with a question, or with the store."""
    status = 500
    if isinstance(fault, QueryError):
        status = 404 if str(fault).startswith(_UNKNOWN) else 400
    elif isinstance(fault, StoreError | WorkspaceError):
        status = 503
    return _page(request, status, str(fault))


async def other_fault(request: Request, fault: Exception) -> Response:
    """Say that something is broken, and no more; the log says what."""
    _log.error("page failed", path=request.url.path, fault=type(fault).__name__)
    return _page(request, 500, "")


def _page(request: Request, status: int, said: str, *, headers: dict[str, str] | None = None) -> Response:
    answer = page(request, "fault.html", status=status, title=_TITLES.get(status, HTTPStatus(status).phrase), said=said)
    answer.headers.update(headers or {})
    return answer


_TITLES = {
    400: "That can’t be answered",
    404: "There is no such page",
    409: "Not now",
    413: "That is too much",
    500: "Something is broken",
    503: "No answer just now",
}
