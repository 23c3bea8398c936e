"""A folder of facts into a workspace: checked, and in the order of the inputs, as if one process had read them."""

from __future__ import annotations

from collections.abc import Callable

from kg.corpus.article import Article
from kg.corpus.once import Once
from kg.errors import InputError, WorkspaceError
from kg.events.check import check_facts
from kg.events.facts import Facts
from kg.pipeline.cluster.entry import Entry, Manifest
from kg.pipeline.cluster.folder import FactsFolder
from kg.pipeline.cluster.outcome import Came, Outcome
from kg.pipeline.fact_counts import FactCounts
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Met, failure_of
from kg.pipeline.report import Tally
from kg.workspace.codec import content_hash, decode_facts
from kg.workspace.workspace import Saved, Workspace


def take_in(
    folder: FactsFolder,
    manifest: Manifest,
    into: Workspace,
    *,
    met: Met,
    tally: Tally,
    advance: Callable[[], object] = lambda: None,
) -> None:
    """Record what came of all shards; taking it in twice changes nothing. A damaged shard costs itself only.

    Parameters
    ----------
    folder, manifest
        Where the facts are, and which.
    into
        The workspace.
    met, tally
        Count what was met, and what was recorded.
    advance
        Is called after each shard.
    """
    taking = _Taking(into, manifest.fingerprint, met, tally)
    for entry in manifest.shards:
        try:
            outcomes = folder.read(entry)
        except InputError as fault:
            taking.fail(Failure(entry.name, str(fault), "damaged"))
        else:
            for outcome in outcomes:
                taking.take(outcome, entry)
        advance()
    for failure in met.failed:
        into.failed_inputs.note(failure.origin, failure.message)
    into.failed_inputs.forget([*met.sound, *taking.mended()])


class _Taking:
    """What was met so far, and in which record it goes."""

    def __init__(self, into: Workspace, fingerprint: str, met: Met, tally: Tally) -> None:
        self._met = met
        self._once = Once()
        self._into = into
        self._fingerprint = fingerprint
        self._tally = tally
        self._noted = {origin for origin, _ in into.failed_inputs.all()}
        self._there = set[str]()

    def fail(self, failure: Failure) -> None:
        """Count an input in place of which articles are missing."""
        self._met.read += 1
        self._met.fail(self._met.read, failure)

    def take(self, outcome: Outcome, entry: Entry) -> None:
        """Record what came of an item of a shard, or count it."""
        self._note_there(outcome.origin)
        said = Failure(outcome.origin, outcome.message, outcome.kind)
        if outcome.came is Came.WARNING:
            self._met.warn(said)
        elif outcome.came is Came.UNREADABLE:
            self.fail(said)
        elif again := self._once.again(outcome.id, outcome.content, origin=outcome.origin):
            if again.is_error:
                self.fail(failure_of(again))
            else:
                self._met.warn(failure_of(again))
        elif outcome.came is Came.SET_ASIDE:
            self._met.read += 1
            self._met.put_aside(outcome.language, outcome.origin)
        elif outcome.came is Came.FAILED:
            self.fail(said)
        else:
            self._record(outcome, entry)

    def mended(self) -> set[str]:
        """Where what was noted as a failure before, and was there now, comes from."""
        return self._there - {failure.origin for failure in self._met.failed}

    def _note_there(self, origin: str) -> None:
        """Note that something came from a place, such as "a.zip:b.jsonl:8", and so from the files around it."""
        if self._noted:
            parts = origin.split(":")
            places = (":".join(parts[:count]) for count in range(1, len(parts) + 1))
            self._there.update(place for place in places if place in self._noted)

    def _record(self, outcome: Outcome, entry: Entry) -> None:
        article = outcome.article
        if self._into.has(article, self._fingerprint):
            self._met.read += 1
            self._tally.saved[Saved.UNCHANGED] += 1
            return
        where = outcome.origin or outcome.id
        try:
            facts = _checked(article, outcome)
            saved = self._into.save_encoded(article, outcome.facts, self._fingerprint)
        except WorkspaceError as fault:
            if fault.__cause__ is not None:  # the disk, not the facts
                raise
            told = f"{where}: article {outcome.id!r} in {entry.file}: {fault}. Remove that file, and run it again"
            self.fail(Failure(where, told, "damaged"))
            return
        self._met.read += 1
        self._tally.saved[saved] += 1
        self._tally.count(FactCounts.of(facts))


def _checked(article: Article, outcome: Outcome) -> Facts:
    """Decode facts that belong to an article and fit it; hashes that are right don't tell that."""
    if content_hash(article) != outcome.sha256:
        raise WorkspaceError("its text isn't the one that its facts are of")
    facts = decode_facts(outcome.facts)
    if wrong := check_facts(article, facts):
        raise WorkspaceError(f"its facts don't fit it: {wrong[0]}")
    return facts
