"""Articles from a form into the workspace, and how far they are."""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.corpus.containers.unpack import CONTAINERS
from kg.corpus.read import NamedFile
from kg.corpus.readers.kinds import SUFFIXES
from kg.corpus.rows import text_id
from kg.web.building import Builder, Upload
from kg.web.opened import Opened
from kg.web.render import page

SHOWN = 50  # articles of which a report shows the events


async def form(request: Request) -> Response:
    """Show the form."""
    _builder(request)
    return page(request, "upload.html", limits=request.app.state.limits, endings=(*SUFFIXES, *CONTAINERS))


async def send(request: Request) -> Response:
    """Take what was sent, and begin to read it; one upload at a time."""
    builder, limits = _builder(request), request.app.state.limits
    if builder.is_busy:
        raise HTTPException(409, "Another upload is being read. Send yours when it is done.")
    upload = Upload(secrets.token_hex(8), Path(tempfile.mkdtemp(prefix="kg-upload-")))
    began = False
    try:
        async with request.form(max_files=limits.files, max_fields=8, max_part_size=limits.upload) as sent:
            files = await request.app.state.desk.do(lambda: _kept(sent, upload.folder))
        if not files:
            raise HTTPException(400, "There was nothing in it. Paste a text, or choose files.")
        request.app.state.desk.shelf.let_go_of_cypher()
        began = builder.begin(upload, files)
    finally:
        if not began:
            shutil.rmtree(upload.folder, ignore_errors=True)
    if not began:
        raise HTTPException(409, "Another upload came first. Send yours when it is done.")
    return RedirectResponse(f"/upload/{upload.id}", 303)


async def progress(request: Request) -> Response:
    """Show how far an upload is, or what was found in it."""
    upload = _upload(request)
    if upload.state != "done":
        return page(request, "progress.html", upload=upload)

    def asked(opened: Opened) -> list[dict[str, object]]:
        shown = []
        for own_id, _ in upload.articles[:SHOWN]:
            reading = opened.graph.reading(own_id)
            shown.append({"article": reading.article, "events": reading.events, "rejected": len(reading.rejected)})
        return shown

    articles = await request.app.state.desk.ask(asked)
    return page(request, "report.html", upload=upload, report=upload.report, articles=articles)


async def state(request: Request) -> Response:
    """Say how far an upload is, as JSON."""
    return JSONResponse(_upload(request).progress())


def _builder(request: Request) -> Builder:
    builder: Builder | None = request.app.state.builder
    if builder is None:
        raise HTTPException(404, "Articles are read into a workspace. This is a store, which has none.")
    return builder


def _upload(request: Request) -> Upload:
    found = _builder(request).uploads.get(request.path_params["upload"])
    if found is None:
        raise HTTPException(404, "There is no such upload; `kg serve` forgets them when it ends.")
    return found


def _kept(sent: FormData, folder: Path) -> list[NamedFile]:
    """Write what was sent into a folder, under names of our own."""
    kept = []
    pasted = str(sent.get("text", "")).strip()
    if pasted:
        row = {
            "id": text_id(pasted),
            "title": str(sent.get("title", "")).strip(),
            "date": str(sent.get("date", "")).strip(),
            "text": pasted,
        }
        file = folder / "pasted"
        file.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8", errors="surrogatepass")
        kept.append(NamedFile("pasted text.jsonl", file))
    for number, one in enumerate(sent.getlist("files")):
        if isinstance(one, UploadFile) and one.filename:
            file = folder / str(number)
            with file.open("wb") as target:
                shutil.copyfileobj(one.file, target)
            kept.append(NamedFile(_shown(one.filename), file))
    return kept


def _shown(name: str) -> str:
    """Give the name of a sent file without folders and control characters; it is shown, and never opened."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[-200:] or "file"
