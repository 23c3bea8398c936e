"""Templates into pages. Every text is escaped; a name that a template doesn't get is an error."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

import kg
from kg.query.web_address import web_address
from kg.web import addresses, wording
from kg.web.static import Files


def environment(files: Files) -> Environment:
    """Make what all templates know."""
    made = Environment(
        loader=PackageLoader("kg.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "published": wording.published,
        "plural": wording.plural,
        "percent": wording.percent,
    }
    made.globals |= {
        "when": wording.when,
        "count": wording.count,
        "told": wording.told,
        "title_of": wording.title,
        "to_actor": addresses.actor,
        "to_event": addresses.event,
        "to_article": addresses.article,
        "query": addresses.query,
        "outside": web_address,
        "static": files.address,
        "version": kg.__version__,
    }
    return made


def page(request: Request, template: str, *, status: int = 200, **known: Any) -> HTMLResponse:
    """Make a page."""
    state = request.app.state
    text = state.templates.get_template(template).render(path=request.url.path, site=state.site, **known)
    return HTMLResponse(text, status)
