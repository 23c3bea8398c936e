"""Response times of the explorer on a workspace of 10,000 articles, beside a bare Starlette page in the same run.

    python benchmarks/explorer.py [--articles N] [--rounds N]

The articles are made from journeys of American presidents and secretaries of state (../shared/data/us_travels),
repeated under new names; their facts are written as an extractor would write them, so that the workspace is made in a
minute. Both servers are processes of their own under uvicorn, and asked one request at a time over one connection; in
the end the explorer is asked by many visitors at once. Beside the time on the clock stands the processor time of the
server for a request (Linux), which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a program, only its own folder is there

from benchmarks.explorer_workspace import write_workspace  # noqa: E402
from benchmarks.travel_articles import TRIPS  # noqa: E402

_BARE = """
import uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
async def page(request):
    return HTMLResponse("<!doctype html><title>Bare</title><p>Nothing.")
config = uvicorn.Config(Starlette(routes=[Route("/", page)]), port=0, log_level="info", access_log=False)
uvicorn.Server(config).run()
"""
FIRST_PICTURES = "picture of a neighbourhood, first time"
VISITORS = 50
_SERVE = "import sys; from kg.cli import main; sys.argv = ['kg', 'serve', sys.argv[1]]; main()"


@contextmanager
def running(*command: str) -> Iterator[tuple[str, int]]:
    """Run a server; gives its address and the id of its process."""
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout is not None
            said = ""
            for line in process.stdout:
                said += line
                found = re.search(r"http://[\d.]+:\d+", line)
                if found:
                    yield found[0], process.pid
                    return
            raise SystemExit(f"the server doesn't start: {said}")
        finally:
            process.kill()


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each request on the clock, and of the server's processors for one, where that is known."""

    clock: list[float]
    work: float | None

    @property
    def median(self) -> float:
        """Half of the requests took no longer."""
        return statistics.median(self.clock)

    @property
    def high(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.clock, n=20)[-1]


def times(client: httpx.Client, server: int, addresses: Sequence[str], rounds: int, *, warm: bool = True) -> Times:
    """Ask the addresses in turn; with `warm` after one request that isn't counted."""
    if warm:
        _ask(client, addresses[0])
    before = _work(server)
    clock = [_ask(client, addresses[number % len(addresses)]) for number in range(rounds)]
    after = _work(server)
    return Times(clock, None if before is None or after is None else (after - before) / rounds)


def _ask(client: httpx.Client, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{answer.url}: {answer.status_code}")
    return 1000 * (time.perf_counter() - began)


def _work(process: int) -> float | None:
    """Milliseconds for which processors have worked for a process."""
    try:
        known = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # no Linux
        return None
    return 1000 * (int(known[11]) + int(known[12])) / os.sysconf("SC_CLK_TCK")


def crowd(address: str, addresses: Sequence[str], visitors: int, rounds: int) -> Times:
    """Ask the addresses by many visitors at once, each over a connection of its own, in an order of its own."""

    def visit(number: int) -> list[float]:
        with httpx.Client(base_url=address, timeout=120) as client:
            order = random.Random(number).choices(addresses, k=rounds)
            return [_ask(client, one) for one in order]

    with ThreadPoolExecutor(visitors) as pool:
        return Times([spent for visit_times in pool.map(visit, range(visitors)) for spent in visit_times], None)


def shown(name: str, measured: Times, bare: float, size: int) -> None:
    work = "" if measured.work is None else f"{measured.work:.0f}"
    line = f"{measured.median:8.1f} {measured.high:8.1f} {work:>8} {measured.median / bare:8.1f} {size / 1024:8.0f}"
    print(f"{name:38} {line}", flush=True)


def pages(client: httpx.Client) -> dict[str, list[str]]:
    """Addresses by what they show; of actors and pairs several, the best connected and others."""
    found: dict[str, list[dict[str, str]]] = {
        name: client.get("/suggest", params={"q": name}).json() for name in ("a", "m", "s", "united")
    }
    people = [one["id"] for name in "ams" for one in found[name] if one["type"] == "Person"]
    events = re.findall(r'href="(/event/[^"#]+)"', client.get(f"/actor/{people[1]}").text)
    pictures = [
        unescape(re.findall(r'data-picture="([^"]+)"', client.get(f"/actor/{one}").text)[0]) for one in people[:16]
    ]
    articles = re.findall(r'href="(/article\?[^"#]+)"', client.get(f"/actor/{people[1]}").text)
    query = "MATCH (p:Person)-[v:VISITS]->(c:Country) RETURN c.name AS name, count(*) AS n ORDER BY n DESC LIMIT 20"
    lookup = "MATCH (p:Person {id: $id})-[m:MEETS]-(q) RETURN q.name, m.start ORDER BY m.start LIMIT 20"
    return {
        "first page": ["/"],
        "suggestions (one letter)": [f"/suggest?q={letter}" for letter in "abcdefghijklmnoprstw"],
        "suggestions (a name)": ["/suggest?q=john", "/suggest?q=mar", "/suggest?q=unit", "/suggest?q=hillary"],
        "index": ["/actors", "/actors?type=Person&page=3", "/actors?type=Country"],
        "actor, the best connected": [f"/actor/{people[0]}"],
        "actor, others": [f"/actor/{one}" for one in people[3:12]],
        "actor, a state": ["/actor/country:FR", "/actor/country:GB"],
        "timeline with filters": [f"/actor/{one}?since=1990&until=2000&type=Meeting" for one in people[:6]],
        "connections of two people": [
            f"/connections?a={a}&b={b}" for a, b in zip(people[2:8], people[5:11], strict=False)
        ],
        "connections with the best connected": [f"/connections?a={people[0]}&b={one}" for one in people[4:8]],
        "event": events[:10],
        "article": [unescape(address) for address in articles[:10]],
        FIRST_PICTURES: pictures,
        "the same again": pictures,
        "picture of everybody, again (data)": ["/picture.json"],
        "Cypher, one actor": [str(httpx.URL("/cypher", params={"q": lookup, "p": f'{{"id": "{people[2]}"}}'}))],
        "Cypher, all visits": [str(httpx.URL("/cypher", params={"q": query}))],
        "upload form": ["/upload"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--data", type=Path, default=TRIPS)
    parser.add_argument("--workspace", type=Path, help="Made there, and used again if it is there.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = options.workspace or Path(folder) / "travels"
        if not workspace.exists():
            write_workspace(workspace, options.data, options.articles)
        with running("-c", _BARE) as (address, server), httpx.Client(base_url=address) as client:
            bare = times(client, server, ["/"], options.rounds * 5)
        began = time.perf_counter()
        with running("-c", _SERVE, str(workspace)) as (address, server), httpx.Client(base_url=address) as client:
            client.timeout = httpx.Timeout(120)
            first = re.search(r"([\d,]+ events) told by ([\d,]+ articles)", client.get("/").text)
            print(f"{first[0] if first else ''}; the first page after {time.perf_counter() - began:.1f} s")
            print(f"{'ms':38} {'median':>8} {'95 %':>8} {'work':>8} {'x bare':>8} {'KB':>8}")
            shown("bare Starlette page", bare, bare.median, 44)
            found = pages(client)
            for name, addresses in found.items():
                is_first = name == FIRST_PICTURES
                rounds = len(addresses) if is_first else options.rounds
                measured = times(client, server, addresses, rounds, warm=not is_first)
                shown(name, measured, bare.median, len(client.get(addresses[0]).content))
            everywhere = [address for name, of in found.items() if "Cypher" not in name for address in of]
            shown(f"{VISITORS} visitors at once", crowd(address, everywhere, VISITORS, 10), bare.median, 0)


if __name__ == "__main__":
    main()
