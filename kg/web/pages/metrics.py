"""What the workspace holds, as OpenMetrics, for a collector that asks by HTTP."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.pipeline.openmetrics import CONTENT_TYPE
from kg.pipeline.stats import stats


def metrics(workspace: Path) -> Callable[[Request], Awaitable[Response]]:
    """Make the page of a workspace."""

    async def answer(request: Request) -> Response:  # noqa: ARG001 - it always answers the same
        text = await run_in_threadpool(lambda: stats(workspace).openmetrics())
        return Response(text, headers={"Content-Type": CONTENT_TYPE})

    return answer
