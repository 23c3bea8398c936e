"""Writes a graph as the page of another tool; run by the Python of .venv-peers, without kg.

    pictures_peer.py pyvis|pyvis-placed|neo4j-viz FILE < graph.json

The graph: {"nodes": [{"id", "name", "type", "x", "y"}], "lines": [{"from", "to", "name"}]}.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

COLOURS = {"Person": "#0072b2", "Country": "#c26f00", "Organization": "#00805e", "Place": "#77808b", "Event": "#2b333b"}
SHAPES = {"Country": "square", "Organization": "triangle", "Event": "diamond"}


def main() -> None:
    tool, file = sys.argv[1:]
    graph = json.load(sys.stdin)
    page = neo4j_viz(graph) if tool == "neo4j-viz" else pyvis(graph, placed=tool == "pyvis-placed")
    Path(file).write_text(page, encoding="utf-8")


def pyvis(graph: dict[str, Any], *, placed: bool) -> str:
    """As pyvis' own documentation has it, with its scripts in the page; `placed`: at given spots, with no physics."""
    network = import_module("pyvis.network").Network(height="900px", width="100%", cdn_resources="in_line")
    for node in graph["nodes"]:
        spot = {"x": node["x"], "y": node["y"], "physics": False} if placed else {}
        look = {"color": COLOURS[node["type"]], "shape": SHAPES.get(node["type"], "dot")}
        network.add_node(node["id"], label=node["name"], title=node["type"], size=10, **look, **spot)
    for line in graph["lines"]:
        network.add_edge(line["from"], line["to"], title=line["name"])
    if placed:
        network.toggle_physics(False)
    return str(network.generate_html())


def neo4j_viz(graph: dict[str, Any]) -> str:
    """With its default layout and renderer."""
    viz = import_module("neo4j_viz")
    nodes = [viz.Node(id=str(node["id"]), caption=node["name"], size=10) for node in graph["nodes"]]
    lines = [
        viz.Relationship(source=str(line["from"]), target=str(line["to"]), caption=line["name"])
        for line in graph["lines"]
    ]
    return str(viz.VisualizationGraph(nodes=nodes, relationships=lines).render(height="900px").data)


if __name__ == "__main__":
    main()
