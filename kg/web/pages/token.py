"""Where a visitor from another machine shows the token, once."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.web.door import COOKIE, Door
from kg.web.render import page


async def token(request: Request) -> Response:
    """Ask for the token, or take it: from the form, or from the address that was printed."""
    door: Door = request.app.state.door
    asked_for = "/" + str(request.scope.get("kg.asked", "/")).lstrip("/")  # "//host" would lead elsewhere
    shown = request.query_params.get("token", "")
    if request.method == "POST":
        form = await request.form(max_files=0, max_fields=2)
        shown = str(form.get("token", ""))
    if not shown and request.scope["kg.let_in"]:
        return RedirectResponse("/", 303)
    if not door.opens(shown.strip()):
        return page(request, "token.html", status=401, wrong=bool(shown))
    # The token leaves the address bar, and stays in no history.
    wanted = request.url.remove_query_params("token").replace(scheme="", netloc="", path=asked_for)
    answer = RedirectResponse(str(wanted), 303)
    answer.set_cookie(COOKIE, door.pass_card(), httponly=True, samesite="lax", path="/")
    return answer
