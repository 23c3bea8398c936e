"""The annotated articles that figures are made of and weights are fitted on; those that aren't there are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.evaluate import Extraction, extract
from kg.evaluation.read import read_gold
from kg.evaluation.records import ScoredArticle
from kg.pipeline.extraction import Extractor

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "gold"
DATES = SHARED / "dates"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated articles: `gold.jsonl` and `articles.jsonl` in one folder.

    The confidence of events is fitted on some sets, and tried on the others. Errors of a set that is only measured are
    never looked at.
    """

    name: str
    folder: Path
    fitted: bool
    only_measured: bool = False

    @property
    def gold(self) -> Path:
        """The file of annotations."""
        return self.folder / "gold.jsonl"

    @property
    def articles(self) -> Path:
        """The file of articles."""
        return self.folder / "articles.jsonl"

    def read(self) -> list[ScoredArticle]:
        """Read the annotations."""
        return read_gold(self.gold)

    def extract(self, extractor: Extractor) -> Extraction:
        """Extract the articles; one that fails ends the program, since figures of the rest would mislead."""
        extraction = extract(extractor, [str(self.articles)], self.read())
        if extraction.failed:
            raise SystemExit("\n".join(failure.message for failure in extraction.failed))
        return extraction


def gold_sets() -> Iterator[GoldSet]:
    """Give the sets that are there."""
    data = ROOT / "tests" / "data"
    for one in (
        GoldSet("gold/wire", SHARED / "wire", fitted=True),
        GoldSet("gold/open", SHARED / "open", fitted=True),
        GoldSet("tests/data/dev", data / "dev", fitted=False),
        GoldSet("tests/data/check", data / "check", fitted=False, only_measured=True),
    ):
        if one.gold.is_file() and one.articles.is_file():
            yield one
