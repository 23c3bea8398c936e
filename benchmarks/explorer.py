"""Response times of the explorer on a workspace of 10,000 articles, beside a bare Starlette page in the same run.

    python benchmarks/explorer.py [--articles N] [--rounds N]

The articles are made from journeys of American presidents and secretaries of state (../shared/data/us_travels),
repeated under new names; their facts are written as an extractor would write them, so that the workspace is made in a
minute. Both servers are processes of their own under uvicorn, and asked one request at a time over one connection.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a program, only its own folder is there

from benchmarks.explorer_workspace import write_workspace  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "us_travels" / "trips.jsonl"
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
_SERVE = "import sys; from kg.cli import main; sys.argv = ['kg', 'serve', sys.argv[1]]; main()"


@contextmanager
def running(*command: str) -> Iterator[tuple[str, float]]:
    """Run a server; gives its address and how long it took to print it."""
    began = time.perf_counter()
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
                    yield found[0], time.perf_counter() - began
                    return
            raise SystemExit(f"the server doesn't start: {said}")
        finally:
            process.kill()


def times(client: httpx.Client, addresses: Sequence[str], rounds: int) -> list[float]:
    """Milliseconds of each request, the addresses in turn, after one request that isn't counted."""
    found = []
    for number in range(-1, rounds):
        began = time.perf_counter()
        answer = client.get(addresses[number % len(addresses)])
        spent = 1000 * (time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"{answer.url}: {answer.status_code}")
        if number >= 0:
            found.append(spent)
    return found


def shown(name: str, measured: list[float], bare: float, size: int) -> None:
    median, high = statistics.median(measured), statistics.quantiles(measured, n=20)[-1]
    print(f"{name:34} {median:8.1f} {high:8.1f} {median / bare:8.1f} {size / 1024:8.0f}", flush=True)


def pages(client: httpx.Client) -> dict[str, list[str]]:
    """Addresses by what they show; of actors and pairs several, the best connected and others."""
    found: dict[str, list[dict[str, str]]] = {
        name: client.get("/suggest", params={"q": name}).json() for name in ("a", "m", "s", "united")
    }
    people = [one["id"] for name in "ams" for one in found[name] if one["type"] == "Person"]
    events = re.findall(r'href="(/event/[^"#]+)"', client.get(f"/actor/{people[1]}").text)
    pictures = [
        unescape(re.findall(r'data-picture="([^"]+)"', client.get(f"/actor/{one}").text)[0]) for one in people[6:12]
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
        "picture of a neighbourhood (data)": pictures,
        "Cypher, one actor": [str(httpx.URL("/cypher", params={"q": lookup, "p": f'{{"id": "{people[2]}"}}'}))],
        "Cypher, all visits": [str(httpx.URL("/cypher", params={"q": query}))],
        "upload form": ["/upload"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--workspace", type=Path, help="Made there, and used again if it is there.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = options.workspace or Path(folder) / "travels"
        if not workspace.exists():
            write_workspace(workspace, options.data, options.articles)
        with running("-c", _BARE) as (address, _), httpx.Client(base_url=address) as client:
            bare = times(client, ["/"], options.rounds * 5)
        with running("-c", _SERVE, str(workspace)) as (address, opening), httpx.Client(base_url=address) as client:
            client.timeout = httpx.Timeout(120)
            first = re.search(r"([\d,]+ events) told by ([\d,]+ articles)", client.get("/").text)
            print(f"{first[0] if first else ''}; opened in {opening:.1f} s")
            print(f"{'ms':34} {'median':>8} {'95 %':>8} {'x bare':>8} {'KB':>8}")
            base = statistics.median(bare)
            shown("bare Starlette page", bare, base, 44)
            for name, addresses in pages(client).items():
                measured = times(client, addresses, options.rounds)
                shown(name, measured, base, len(client.get(addresses[0]).content))


if __name__ == "__main__":
    main()
