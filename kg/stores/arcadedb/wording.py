"""What ArcadeDB says of a mistake in a query, in plain words: no error codes, Java classes or rules of a grammar."""

from __future__ import annotations

import re

#: Codes that stand before a message, as "UndefinedVariable: …" or "TypeError: InvalidArgumentType - …".
_CODES = re.compile(r"^(?:(?:[A-Z][a-z]+){2,}(?:: | - ))+")
_CLASSES = re.compile(r"(?<![\w.])(?:[a-z]\w*\.){2,}([A-Z][\w$]*)")
_THROWN = re.compile(r"(?<![\w.])(?:[a-z]\w*\.)*[A-Z]\w*(?:Exception|Error): ")
_CAST = re.compile(r"^class (\w+) cannot be cast to class (\w+).*", re.DOTALL)
_INSIDE = re.compile(r"^(?:Cannot invoke|Index \d+ out of bounds|null$)")

#: Cypher's names of types in place of Java's.
_TYPES = {
    "ArrayList": "List",
    "Double": "Float",
    "HashMap": "Map",
    "LinkedHashMap": "Map",
    "LocalDate": "Date",
    "Long": "Integer",
    "Object[]": "List",
}
_TYPE = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in _TYPES))

#: What the parser and the engine say, and what it means.
_SAID = (
    (re.compile(r"^(?>.*?input ).*<EOF>.*$", re.DOTALL), "the query ends too early"),
    (re.compile(r"^no viable alternative at input (.*)$", re.DOTALL), r"\1 can't stand here"),
    (re.compile(r"^(?:extraneous|[Uu]nexpected) input (.*?)(?: expecting .*)?$", re.DOTALL), r"\1 can't stand here"),
    (re.compile(r"^mismatched input (.*) expecting (\S+)$"), r"\1 stands where \2 is expected"),
    (re.compile(r"^mismatched input (.*?)(?: expecting .*)?$", re.DOTALL), r"\1 can't stand here"),
    (re.compile(r"^missing (\S+) at (.*)$", re.DOTALL), r"\1 is missing before \2"),
    (re.compile(r"^token recognition error at: (.*)$", re.DOTALL), r"\1 can't be read; is something not closed?"),
    (re.compile(r"^(.*) not defined$", re.DOTALL), r"\1 is not defined"),
    (re.compile(r"^Expected parameter\(s\): (.*)$"), r"no value was given for \1"),
)


def in_plain_words(message: str) -> str:
    """Say it for people.

    Examples
    --------
    >>> in_plain_words("UndefinedVariable: Variable 'q' not defined")
    "Variable 'q' is not defined"
    >>> in_plain_words("TypeError: InvalidArgumentType - Cannot index into type: Double")
    'Cannot index into type: Float'
    >>> in_plain_words("no viable alternative at input 'RETURN)'")
    "'RETURN)' can't stand here"
    >>> in_plain_words("java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Long")
    'got String where Integer is needed'
    """
    words = _CLASSES.sub(r"\1", _THROWN.sub("", message))
    words = _CODES.sub("", words).removeprefix("TypeError: ").strip()
    words = _CODES.sub("", words)
    words = _TYPE.sub(lambda found: _TYPES[found[0]], words)
    if cast := _CAST.match(words):
        return f"got {cast[1]} where {cast[2]} is needed"
    if _INSIDE.match(words):
        return "ArcadeDB fails at this query, which may be right; ask in another way, or a Neo4j server"
    for pattern, meaning in _SAID:
        if pattern.match(words):
            return pattern.sub(meaning, words)
    return words
