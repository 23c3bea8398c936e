"""Questions that block are answered in a few threads, so that the server goes on; who waits too long is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.exceptions import HTTPException

from kg.stores.cypher.answer import Answer
from kg.web.limits import Limits
from kg.web.opened import Opened, Shelf

T = TypeVar("T")


class Desk:
    """Answers questions about the graph, so many at once.

    A question that takes too long is given up, but its thread is not: it counts until it is done, so that impatient
    visitors can't start more than there are threads.
    """

    def __init__(self, shelf: Shelf, limits: Limits) -> None:
        self.shelf = shelf
        self.limits = limits
        self._threads = ThreadPoolExecutor(limits.threads, thread_name_prefix="kg-serve")
        # Pages don't wait for queries, which may take long.
        self._for_cypher = ThreadPoolExecutor(limits.threads, thread_name_prefix="kg-serve-cypher")

    async def ask(self, question: Callable[[Opened], T]) -> T:
        """Answer a question about the graph.

        Raises
        ------
        HTTPException
            503: it waited or took longer than the limit.
        """
        return await self._in(self._threads, lambda: self._answered(question))

    async def ask_cypher(self, query: str, parameters: Mapping[str, Any]) -> Answer:
        """Answer a query in Cypher, under the same limits."""
        limits = self.limits

        def asked(opened: Opened) -> Answer:
            return opened.cypher.ask(query, parameters, rows=limits.rows, seconds=limits.seconds, most=limits.answer)

        return await self._in(self._for_cypher, lambda: self._answered(asked))

    async def do(self, work: Callable[[], T]) -> T:
        """Do what blocks, under the same limits."""
        return await self._in(self._threads, work)

    def close(self) -> None:
        """Take no more questions, and close the graph."""
        for threads in (self._threads, self._for_cypher):
            threads.shutdown(wait=False, cancel_futures=True)
        self.shelf.close()

    def _answered(self, question: Callable[[Opened], T]) -> T:
        with self.shelf.reading() as opened:
            return question(opened)

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        running = asyncio.get_running_loop().run_in_executor(threads, work)
        try:
            return await asyncio.wait_for(running, self.limits.patience)
        except TimeoutError:
            wait = f"No answer within {self.limits.patience:g} seconds."
            raise HTTPException(503, f"{wait} Ask for less, or try again in a while.") from None
