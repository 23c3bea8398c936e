"""Where news runs words together: cuts that spaCy's rules for English leave out."""

from __future__ import annotations

from typing import cast

from spacy.language import Language
from spacy.util import compile_infix_regex

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
# Each pattern is a place within a string without white space. Only cuts between letters (or the points of
# abbreviations) are added, so that numbers, times and addresses stay whole.
_INFIXES = (
    rf"(?<=[{_LETTER}]\.)[-–—](?=[{_LETTER}])",  # U.S.-China
    rf"(?<=[{_LETTER}])[:;](?=[A-ZÀ-Ö])",  # Wang Yi;Lavrov
    rf"(?<=[{_LETTER}])[:;,.!?](?=(?:[\"“”]|''|``)[{_LETTER}])",  # in part:"Your forum; peace,"he said
    rf"(?<=[{_LETTER}:;,.!?])(?:[\"“”]|''|``)(?=[{_LETTER}])",
    rf"(?<=[{_LETTER}])\((?!s\))(?=[{_LETTER}]{{2}})",  # el-Sisi(via
    rf"(?<=[{_LETTER}]{{2}})\)(?=[{_LETTER}]{{2}})",  # (Iran)and
    r"(?<=[0-9])[–—](?=[0-9])",  # 10–12 June
)


def adapt_tokenizer(nlp: Language) -> None:
    """Add the cuts to the infixes of a pipeline's tokenizer; one of another kind than spaCy's own is left alone."""
    if not hasattr(nlp.tokenizer, "infix_finditer"):
        return
    defaults = cast("list[str]", list(nlp.Defaults.infixes or []))
    nlp.tokenizer.infix_finditer = compile_infix_regex([*defaults, *_INFIXES]).finditer
