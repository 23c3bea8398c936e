"""Every regular expression of kg, with how it is used: from the loaded modules, and from their source."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import kg

_FUNCTIONS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
_LIBRARIES = ("re", "regex", "re2")
_NAMED = re.compile(rf"\b(?:{'|'.join(_LIBRARIES)})\b")
_DEEPEST = 4  # tables of tables of patterns


@dataclass(frozen=True)
class Used:
    """A pattern with the method by which it is used; `name` says where it is."""

    name: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    method: str


def modules() -> list[ModuleType]:
    """Load all of kg."""
    names = [found.name for found in pkgutil.walk_packages(kg.__path__, "kg.")]
    return [importlib.import_module(name) for name in names]


def used(loaded: Iterable[ModuleType]) -> Iterator[Used]:
    """Give the patterns that modules hold, each with every method that their source calls on it."""
    sources = {module: _source(module) for module in loaded}
    everything = "\n".join(sources.values())
    for module in loaded:
        for name, value in vars(module).items():
            patterns = [] if name.startswith("__") else list(_held(value))
            if not patterns or _is_imported(module, name, sources):
                continue
            source = sources[module] if name.startswith("_") else everything
            methods = set(re.findall(rf"\b{re.escape(name)}(?:\[\w+\])?\.({'|'.join(_FUNCTIONS)})\b", source)) or {
                "search"
            }
            for pattern in patterns:
                yield from (Used(f"{module.__name__}.{name}", pattern, method) for method in sorted(methods))


def called(loaded: Iterable[ModuleType]) -> tuple[list[Used], set[str]]:
    """Give the patterns that stand in calls of `re`, and the functions and names in which one is made of others."""
    found: list[Used] = []
    made = set[str]()
    for module in loaded:
        for function, call, method in _calls(_tree(module)):
            name = f"{module.__name__}.{function}"
            pattern = _evaluated(call, method, vars(module))
            if pattern is None:
                made.add(name)
            else:
                found.append(Used(f"{name} (line {call.lineno})", pattern, "search" if method == "compile" else method))
    return found, made


def hidden(loaded: Iterable[ModuleType]) -> list[str]:
    """Give the places where patterns may be made in a way that `called` doesn't see: only `re.compile(…)` is seen."""
    found = []
    for module in loaded:
        tree = _tree(module)
        calls = {id(call.func) for _, call, _ in _calls(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                is_hidden = any(one.name in _LIBRARIES and (one.asname or one.name != "re") for one in node.names)
            elif isinstance(node, ast.ImportFrom):
                is_hidden = node.module in _LIBRARIES
            else:
                is_hidden = _is_of_re(node) and id(node) not in calls
            if is_hidden:
                found.append(f"{module.__name__}, line {getattr(node, 'lineno', 0)}")
    return found


def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _tree(module: ModuleType) -> ast.Module:
    """Parse a module; of one that names no library of patterns there is nothing to see."""
    source = _source(module)
    return ast.parse(source if _NAMED.search(source) else "")


def _calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a function of `re`, with the name of the function or of the table around it."""
    waiting: list[tuple[ast.AST, str]] = [(tree, "")]
    while waiting:
        node, around = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            around = f"{around}.{node.name}" if around else node.name
        if isinstance(node, ast.Assign | ast.AnnAssign) and not around:
            around = ", ".join(map(ast.unparse, node.targets if isinstance(node, ast.Assign) else [node.target]))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_of_re(node.func):
            yield around, node, node.func.attr
        waiting.extend((child, around) for child in ast.iter_child_nodes(node))


def _is_of_re(node: ast.AST) -> bool:
    """Whether it is `re.compile` or another function of `re` that takes a pattern."""
    owner = node.value if isinstance(node, ast.Attribute) and node.attr in _FUNCTIONS else None
    return isinstance(owner, ast.Name) and owner.id == "re"


def _evaluated(call: ast.Call, method: str, names: Mapping[str, object]) -> re.Pattern[str] | re.Pattern[bytes] | None:
    """Make the pattern of a call from what its module knows; None where it comes from elsewhere."""
    flags = next((word.value for word in call.keywords if word.arg == "flags"), None)
    if flags is None and method == "compile" and len(call.args) > 1:
        flags = call.args[1]
    try:
        text = eval(compile(ast.Expression(call.args[0]), "", "eval"), dict(names))
        set_flags = eval(compile(ast.Expression(flags), "", "eval"), dict(names)) if flags is not None else 0
    except NameError:
        return None
    compiled: re.Pattern[str] | re.Pattern[bytes] = re.compile(text, set_flags)
    return compiled


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth == _DEEPEST or isinstance(value, type):
        return
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _held(one, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _held(one, depth + 1)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _held(getattr(value, field.name, None), depth + 1)


def _is_imported(module: ModuleType, name: str, sources: Mapping[ModuleType, str]) -> bool:
    """Whether a value is another module's, which has it under the same name."""
    return not re.search(rf"^{re.escape(name)}\b[^=\n]*=", sources[module], re.MULTILINE)
