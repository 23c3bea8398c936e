"""neo4j-graphrag's writer on a graph, for `loading.py`; runs in the environment of the peers (`make peers`).

    .venv-peers/bin/python benchmarks/graphrag_writer.py URI GRAPH.jsonl

Its relationships are one for each type and pair of nodes, so that later meetings of two people overwrite the first, and
a second run makes every node again.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path

import neo4j
from neo4j_graphrag.components.kg_writer import Neo4jWriter
from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

#: As many rows at a time as the others send.
BATCH = 2000


def main(uri: str, file: Path) -> None:
    graph = _graph(file)
    auth = (os.environ["KG_NEO4J_USER"], os.environ["KG_NEO4J_PASSWORD"])
    began, used = time.perf_counter(), time.process_time()
    with neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF") as driver:
        writer = Neo4jWriter(driver, neo4j_database="neo4j", batch_size=BATCH)
        result = asyncio.run(writer.run(graph))
    if result.status != "SUCCESS":
        raise SystemExit(f"neo4j-graphrag: {result}")
    print(json.dumps({"seconds": time.perf_counter() - began, "client_cpu": time.process_time() - used}))


def _graph(file: Path) -> Neo4jGraph:
    graph = Neo4jGraph()
    with file.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["kind"] == "node":
                label = next(label for label in item["labels"] if label not in {"Entity", "Event"})
                graph.nodes.append(Neo4jNode(id=item["id"], label=label, properties=item["properties"]))
            else:
                graph.relationships.append(
                    Neo4jRelationship(
                        start_node_id=item["head"],
                        end_node_id=item["tail"],
                        type=item["type"],
                        properties=item["properties"],
                    )
                )
    return graph


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
