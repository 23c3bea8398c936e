"""Stands before every page: refuses requests that no visitor makes, and says in every answer what a browser may do."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.web.door import COOKIE, Door
from kg.web.limits import Limits

#: No script and style but our own files, nothing from elsewhere, no frame, and no text that becomes markup.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it, browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_READING = frozenset({"GET", "HEAD"})
#: Open to those who have not shown the token.
_OUTSIDE = ("/static/", "/token")
UPLOAD = "/upload"


class Guard:
    """Middleware. A request is refused with a line of text: whoever is refused gets no page."""

    def __init__(self, app: ASGIApp, *, door: Door, limits: Limits) -> None:
        self._app = app
        self._door = door
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, protected)
            return
        scope["kg.let_in"] = self._door.let_in(_cookie(headers)) or self._door.opens(_bearer(headers))
        shows_token = scope["path"] == "/" and b"token=" in scope["query_string"] and self._door.token is not None
        if shows_token or not (scope["kg.let_in"] or scope["path"].startswith(_OUTSIDE)):
            scope = {**scope, "kg.asked": scope["path"], "path": "/token", "raw_path": b"/token", "method": "GET"}
        await self._app(scope, _limited(receive, self._most(scope)), protected)

    def _refused(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._door.knows(hosts[0]):
            return _refusal(421, "Refused: the explorer isn't called by this name. Use the address that it printed.")
        if scope["method"] not in {*_READING, "POST"}:
            return _refusal(405, "Refused: pages are read, or sent forms.")
        if not _is_own(scope, headers, hosts[0]):
            return _refusal(403, "Refused: another site asked for this. Open the page itself.")
        if len(scope["query_string"]) > self._limits.address:
            return _refusal(414, f"Refused: the address is longer than {self._limits.address:,} characters.")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most(scope):
            return _refusal(413, f"Refused: more than {self._most(scope):,} bytes. Send less at a time.")
        return None

    def _most(self, scope: Scope) -> int:
        """Bytes that the body may have."""
        return self._limits.upload if scope["path"] == UPLOAD else self._limits.form


def _is_own(scope: Scope, headers: Headers, host: str) -> bool:
    """Whether the request comes from a page of ours, or somebody follows a link or types an address.

    Browsers say where a form or script is from (Origin), and newer ones what a request is for (Sec-Fetch-…).
    """
    origins = headers.getlist("origin")
    if origins and origins != [f"{scope['scheme']}://{host}"]:
        return False
    if scope["method"] not in _READING:
        return bool(origins)
    if is_asked_here(headers):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def is_asked_here(headers: Headers) -> bool:
    """Whether a visitor asked on a page of ours, or typed the address; and no other site made the browser ask."""
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _refusal(status: int, text: str) -> PlainTextResponse:
    # The rest of the body, if there is one, is not read.
    return PlainTextResponse(f"{text}\n", status, {"Connection": "close"})


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _bearer(headers: Headers) -> str:
    """Give the token that a program shows with each request; a page of another site can't."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _limited(receive: Receive, most: int) -> Receive:
    """Stop a body that says nothing of its length, or less than it has."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise HTTPException(413, f"This is more than {most:,} bytes. Send less at a time.", {"Connection": "close"})
        return message

    return counted
