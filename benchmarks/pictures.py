"""The picture beside pyvis and neo4j-viz: the same graph, bytes of each page, and how long until it is seen.

    python benchmarks/pictures.py [--nodes N] [--repeats N] [--json]

The graph is made of the journeys in `../shared/data/us_travels` (`store_graph.py`); N nodes (300) are drawn at once.
The page of `kg view` holds more: whoever comes on demand, and every sentence. The peers run in an environment of their
own (`make peers`). Every page is opened from disk in a new tab of one Chromium that finds no host, in changing order.

Time is from the start of loading until the first frame after which the drawing is there: for SVG all nodes, for canvas
painted pixels and no loading bar over them. Layout is part of it where the page computes it; what kg needs to compute
its own beforehand is printed too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # run as a program, only its own folder is there

from benchmarks.processes import PEERS  # noqa: E402
from benchmarks.store_graph import made  # noqa: E402
from kg.picture.drawing import Wanted, draw  # noqa: E402
from kg.picture.records import Picture  # noqa: E402
from kg.picture.view import View  # noqa: E402
from kg.query.directory import Directory  # noqa: E402
from kg.schema.loader import load_schema  # noqa: E402
from kg.stores.filter import Filter  # noqa: E402
from kg.stores.networkx_store import NetworkXStore  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TOOLS = ("kg", "pyvis", "pyvis-placed", "neo4j-viz")
_NO_HOSTS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND")
_LIMIT = 600  # seconds

# Looks after every frame whether the drawing is there, and keeps the time at which it was.
_WATCH = """
(() => {
  const painted = (canvas) => {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [100, 100];
    const pen = copy.getContext("2d");
    pen.drawImage(canvas, 0, 0, 100, 100);
    return pen.getImageData(0, 0, 100, 100).data.some((value, at) => at % 4 === 3 && value > 0);
  };
  const covered = () => {
    const bar = document.getElementById("loadingBar");
    return bar !== null && getComputedStyle(bar).display !== "none" && getComputedStyle(bar).opacity !== "0";
  };
  const there = () => document.querySelectorAll("g.kgp-node").length >= NODES
    || (!covered() && [...document.querySelectorAll("canvas")].some((canvas) => canvas.width > 0 && painted(canvas)));
  const look = () => {
    if (there()) requestAnimationFrame(() => { window.seen = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def main() -> None:
    arguments = _arguments()
    if not PEERS.is_file():
        raise SystemExit("there is no .venv-peers: run `make peers`")
    with tempfile.TemporaryDirectory() as folder:
        result = measured(Path(folder), nodes=arguments.nodes, repeats=arguments.repeats)
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The picture beside pyvis and neo4j-viz.")
    parser.add_argument("--nodes", type=int, default=300, help="drawn at once (default: %(default)s)")
    parser.add_argument("--repeats", type=int, default=5, help="how often each is opened (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="JSON for programs")
    return parser.parse_args()


def measured(folder: Path, *, nodes: int, repeats: int) -> dict[str, Any]:
    """Write the pages and open each so often."""
    from playwright.sync_api import sync_playwright

    picture, seconds = _drawn(nodes)
    pages = {tool: folder / f"{tool}.html" for tool in TOOLS}
    View(picture).save(pages["kg"])
    graph = json.dumps(plain(picture))
    for tool in TOOLS[1:]:
        command = [str(PEERS), str(HERE / "pictures_peer.py"), tool, str(pages[tool])]
        subprocess.run(command, input=graph, text=True, check=True)
    times: dict[str, list[float]] = {tool: [] for tool in TOOLS}
    asked: dict[str, int] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_NO_HOSTS))
        for turn in range(repeats):
            for tool in TOOLS if turn % 2 == 0 else reversed(TOOLS):
                milliseconds, asked[tool] = _opened(browser, pages[tool], picture.shown)
                times[tool].append(milliseconds)
        browser.close()
    rows = {
        tool: {
            "bytes": pages[tool].stat().st_size,
            "milliseconds": statistics.median(times[tool]),
            "spread": [min(times[tool]), max(times[tool])],
            "requests_elsewhere": asked[tool],
        }
        for tool in TOOLS
    }
    return {"nodes": picture.shown, "lines": len(plain(picture)["lines"]), "layout_seconds": seconds, "tools": rows}


def _drawn(nodes: int) -> tuple[Picture, float]:
    """Draw a graph that is somewhat larger, and the seconds that it took."""
    size = nodes * 6
    store = NetworkXStore(made(size, size * 5))
    directory, types = Directory(store), load_schema().events
    start = time.perf_counter()
    picture = draw(store, directory, types, Filter(), wanted=Wanted("benchmark", max_nodes=nodes))
    return picture, time.perf_counter() - start


def plain(picture: Picture) -> dict[str, Any]:
    """What is drawn at once, for the peers."""
    nodes = [
        {"id": place, "name": node.name, "type": node.type, "x": node.spot.x, "y": node.spot.y}
        for place, node in enumerate(picture.nodes[: picture.shown])
    ]
    drawn = [line for line in picture.lines if max(line.head, line.tail) < picture.shown]
    return {"nodes": nodes, "lines": [{"from": one.head, "to": one.tail, "name": one.type} for one in drawn]}


def _opened(browser: Browser, page: Path, nodes: int) -> tuple[float, int]:
    """Open a page in a new tab: milliseconds until it is seen, and how many requests it made to other hosts."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.add_init_script(_WATCH.replace("NODES", str(nodes)))
    elsewhere: list[str] = []
    context.on("request", lambda request: elsewhere.append(request.url) if request.url.startswith("http") else None)
    tab = context.new_page()
    tab.goto(page.as_uri(), wait_until="commit")
    end = time.monotonic() + _LIMIT
    while (seen := tab.evaluate("() => window.seen ?? null")) is None:
        if time.monotonic() > end:
            raise SystemExit(f"{page.name}: nothing was drawn within {_LIMIT} s")
        time.sleep(0.1)
    context.close()
    return float(seen), len(elsewhere)


def table(result: dict[str, Any]) -> str:
    """Give the result for people."""
    own = result["tools"]["kg"]
    lines = [
        f"{result['nodes']} nodes and {result['lines']} lines; layout: {result['layout_seconds']:.1f} s in kg",
        "",
        f"{'':14}{'KB':>8}{'ms to the picture':>19}{'min–max':>15}{'of kg':>8}{'requests elsewhere':>20}",
    ]
    for tool, row in result["tools"].items():
        low, high = row["spread"]
        lines.append(
            f"{tool:14}{row['bytes'] / 1000:8,.0f}{row['milliseconds']:19,.0f}{f'{low:,.0f}–{high:,.0f}':>15}"
            f"{row['milliseconds'] / own['milliseconds']:7.1f}×{row['requests_elsewhere']:20}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
