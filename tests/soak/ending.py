"""The end of a soak: all that is to be had is read once more, checked, and compared with an undisturbed build."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.soak.commands import FAILED_INPUTS, WORKSPACE, Commands
from tests.soak.faults import Log
from tests.soak.loading import Loading
from tests.soak.record import Record
from tests.soak.world import World


@dataclass(frozen=True, slots=True)
class Ending:
    """What has to be true when all is quiet again."""

    workspace: Path
    undisturbed: Path
    world: World
    commands: Commands
    log: Log

    def check(self, loading: Loading | None) -> dict[str, object]:
        """Catch up, load, compare, check; gives what was found."""
        caught_up = self._built(self.workspace)
        if loading:
            loading.load(is_disturbed=False)
        fresh = self._built(self.undisturbed)
        found = {"caught up at the end": caught_up.get("new", 0), "articles of the undisturbed build": fresh.get("new")}
        same = self._same_graph()
        self._same_articles()
        self.commands.run("query", self.workspace, "MATCH (n) RETURN count(n)")  # the database for Cypher is in step
        return {**found, "the graphs are equal": same, "kg check": self._parts([loading.server.uri] if loading else [])}

    def _built(self, into: Path) -> dict[str, object]:
        feed = f"{self.world.site.address}/all.xml"
        arguments = ("build", self.world.inbox, feed, "--into", into, "--allow-private", "--format", "jsonl")
        ended = self.commands.run(*arguments, allowed=(0, FAILED_INPUTS))
        return dict(json.loads(ended.out)) if ended.out.startswith("{") else {}

    def _same_graph(self) -> bool:
        graphs = [self.commands.run("export", folder).out.splitlines() for folder in (self.workspace, self.undisturbed)]
        if graphs[0] != graphs[1]:
            other = sorted(set(graphs[0]) ^ set(graphs[1]))
            self.log.fault(f"{len(other)} lines of the graph differ from the undisturbed one's", " ".join(other[:5]))
        return graphs[0] == graphs[1]

    def _same_articles(self) -> None:
        ids, expected = Record(self.workspace).ids(), Record(self.undisturbed).ids()
        for what, wrong in (
            ("withdrawn, and still there", ids & self.world.withdrawn),
            ("too many articles", ids - expected),
            ("articles missing", expected - ids),
        ):
            if wrong:
                self.log.fault(what, f"{len(wrong)}: {' '.join(sorted(wrong)[:10])}")

    def _parts(self, stores: list[str]) -> list[str]:
        """Ask `kg check` of the workspace and all that was loaded from it."""
        ended = self.commands.run("check", self.workspace, *stores, "--format", "jsonl", allowed=(0, WORKSPACE))
        parts = [json.loads(line) for line in ended.out.splitlines()]
        for part in parts:
            for fault in part["faults"]:
                self.log.fault(f"kg check: {part['what']}", fault)
        return [f"{part['what']}: {part['found']}; {len(part['faults'])} faults" for part in parts]
