"""Questions that block are answered in a few threads, so that the server goes on; who waits too long is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.exceptions import HTTPException

from kg.query.deadline import Deadline, OutOfTimeError, check
from kg.stores.cypher.answer import Answer
from kg.web.limits import Limits
from kg.web.opened import Opened, Shelf

T = TypeVar("T")


class Desk:
    """Answers questions about the graph, so many at once.

    A question that takes too long gives up as soon as it looks at the clock; until then it keeps its thread, so that
    impatient visitors can't start more than there are threads.
    """

    def __init__(self, shelf: Shelf, limits: Limits) -> None:
        self.shelf = shelf
        self.limits = limits
        self._threads = ThreadPoolExecutor(limits.threads, thread_name_prefix="kg-serve")
        # Other pages don't wait for what may take long.
        self._for_searches = ThreadPoolExecutor(limits.threads, thread_name_prefix="kg-serve-search")
        self._for_cypher = ThreadPoolExecutor(limits.threads, thread_name_prefix="kg-serve-cypher")
        self._running: dict[asyncio.Future[Any], Deadline] = {}
        self._has_ended = False

    async def ask(self, question: Callable[[Opened], T]) -> T:
        """Answer a question about the graph.

        Raises
        ------
        HTTPException
            503: it waited or took longer than the limit; or the explorer ends.
        """
        return await self._in(self._threads, lambda: self._answered(question))

    async def search(self, question: Callable[[Opened], T]) -> T:
        """Answer a question that may take long, such as one for ways or a picture, under the same limits."""
        return await self._in(self._for_searches, lambda: self._answered(question))

    async def ask_cypher(self, query: str, parameters: Mapping[str, Any]) -> Answer:
        """Answer a query in Cypher, under the same limits."""
        limits = self.limits

        def asked(opened: Opened) -> Answer:
            return opened.cypher.ask(query, parameters, rows=limits.rows, seconds=limits.seconds, most=limits.answer)

        return await self._in(self._for_cypher, lambda: self._answered(asked))

    async def do(self, work: Callable[[], T]) -> T:
        """Do what blocks, under the same limits."""
        return await self._in(self._threads, work)

    def end(self) -> None:
        """Give up all questions: who waits for one is told that the explorer ends."""
        self._has_ended = True
        for waiting, deadline in self._running.items():
            deadline.end()
            waiting.cancel()

    def close(self) -> None:
        """Take no more questions, and close the graph."""
        self.end()
        for threads in (self._threads, self._for_searches, self._for_cypher):
            threads.shutdown(wait=False, cancel_futures=True)
        self.shelf.close()

    def _answered(self, question: Callable[[Opened], T]) -> T:
        with self.shelf.reading() as opened:
            return question(opened)

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        deadline = Deadline(self.limits.patience)

        def kept() -> T:
            with deadline.kept():
                check()  # it may have waited until nobody waits for it any more
                return work()

        running = asyncio.get_running_loop().run_in_executor(threads, kept)
        self._running[running] = deadline
        try:
            return await asyncio.wait_for(running, self.limits.patience)
        except (TimeoutError, OutOfTimeError):
            wait = f"No answer within {self.limits.patience:g} seconds."
            raise HTTPException(503, f"{wait} Ask for less, or try again in a while.") from None
        except asyncio.CancelledError:
            if not self._has_ended:
                raise
            raise HTTPException(503, "The explorer has been ended.") from None
        finally:
            deadline.end()
            del self._running[running]
