"""A folder of facts into a workspace: checked, and in the order of the inputs, as if one process had read them."""

from __future__ import annotations

from kg.corpus.once import Once
from kg.errors import InputError, WorkspaceError
from kg.pipeline.builder import Progress
from kg.pipeline.cluster.entry import Manifest
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
    progress: Progress | None = None,
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
    progress
        Is told the number of articles done, after each shard, and of inputs that failed.
    """
    taking = _Taking(into, manifest.fingerprint, met, tally)
    for entry in manifest.shards:
        try:
            outcomes = folder.read(entry)
        except InputError as fault:
            taking.fail(Failure(entry.name, str(fault), "damaged"))
        else:
            for outcome in outcomes:
                taking.take(outcome)
        if progress:
            progress(tally.saved.total(), met.failures)
    for failure in met.failed:
        into.failed_inputs.note(failure.origin, failure.message)
    into.failed_inputs.forget(met.sound)


class _Taking:
    """What was met so far, and in which record it goes."""

    def __init__(self, into: Workspace, fingerprint: str, met: Met, tally: Tally) -> None:
        self._met = met
        self._once = Once()
        self._into = into
        self._fingerprint = fingerprint
        self._tally = tally

    def fail(self, failure: Failure) -> None:
        """Count an input in place of which articles are missing."""
        self._met.read += 1
        self._met.fail(self._met.read, failure)

    def take(self, outcome: Outcome) -> None:
        """Record what came of an item, or count it."""
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
            self._record(outcome)

    def _record(self, outcome: Outcome) -> None:
        article = outcome.article
        if self._into.has(article, self._fingerprint):
            self._met.read += 1
            self._tally.saved[Saved.UNCHANGED] += 1
            return
        where = outcome.origin or outcome.id
        if content_hash(article) != outcome.sha256:
            message = f"{where}: its text isn't the one that its facts are of. Extract it again"
            self.fail(Failure(where, message, "damaged"))
            return
        try:
            facts = decode_facts(outcome.facts)
            if facts.article != outcome.id:
                raise WorkspaceError(f"these are facts of {facts.article!r}")
            saved = self._into.save_encoded(article, outcome.facts, self._fingerprint)
        except WorkspaceError as fault:
            if fault.__cause__ is not None:  # the disk, not the facts
                raise
            self.fail(Failure(where, f"{where}: {fault}. Extract it again", "damaged"))
            return
        self._met.read += 1
        self._tally.saved[saved] += 1
        self._tally.count(FactCounts.of(facts))
