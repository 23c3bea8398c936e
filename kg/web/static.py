"""Scripts and styles: read once from a closed list, so that no request names a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.picture.bundle import bundled

_NAMES = {
    "explorer.css": "text/css",
    "explorer.js": "text/javascript",
    "picture.css": "text/css",
    "picture.js": "text/javascript",
    "countries-110m.json": "application/json",
}


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    kind: str
    version: str


class Files:
    """The files that `make web` bundles.

    Raises
    ------
    StoreError
        This is a clone in which nothing was bundled yet.
    """

    def __init__(self) -> None:
        self._files: dict[str, _File] = {}
        for name, kind in _NAMES.items():
            content = bundled(name)
            self._files[name] = _File(content, kind, hashlib.sha256(content).hexdigest()[:12])

    def address(self, name: str) -> str:
        """Give the address of a file; another content has another."""
        return f"/static/{name}?{self._files[name].version}"

    async def answer(self, request: Request) -> Response:
        """Answer with a file."""
        file = self._files.get(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        keep = request.url.query == file.version
        age = "public, max-age=31536000, immutable" if keep else "no-cache"
        return Response(file.content, media_type=file.kind, headers={"Cache-Control": age})
