"""Text from strangers, made safe for a terminal."""

from __future__ import annotations

import re

# Escape sequences whole, then what is left of control characters; bidirectional controls, with which text can pose
# as other text; line and paragraph separators.
_SEQUENCES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\|$)|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]", re.DOTALL
)
_CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+"
)
_RISKY_IN_JSON = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Give the text on one line, without anything that a terminal would obey.

    Examples
    --------
    >>> plain("a\x1b[31mred\x1b[0m\nline\x07")
    'ared line'
    """
    text = _SEQUENCES.sub("", text)
    return " ".join(_CONTROLS.sub(" ", text).split())


def plain_json(document: str) -> str:
    r"""Escape, in a JSON document, what JSON allows raw and a terminal would obey; the values stay the same.

    Examples
    --------
    >>> plain_json('"\x9b31m"')
    '"\\u009b31m"'
    """
    return _RISKY_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
