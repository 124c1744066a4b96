"""Finds every interface string in the source: what ``tr()`` and ``translate()`` will ask for."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
ROOMS = (
    "signin", "queue", "records", "casefile", "countersign", "consistency", "intake", "frameworks",
    "people", "requests", "authority", "lettering", "issuing", "calibration", "turns", "board", "duedates", "retention",
    "linked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """One string: where it stands, its context and its English words."""

    where: str
    context: str
    source: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A call whose text is no plain literal: it would never be translated."""

    where: str


def room_of(path: Path) -> str:
    """The ``.ts`` file that a module's strings stand in: its room, or ``shell``."""
    first = path.relative_to(DESKTOP).parts[0]
    return first if first in ROOMS else "shell"


def modules() -> list[Path]:
    """Every module of the desk."""
    return sorted(DESKTOP.rglob("*.py"))


@cache
def texts(path: Path) -> tuple[Text | Wrong, ...]:
    """Every string of a module."""
    return tuple(_walk(ast.parse(path.read_text(encoding="utf-8")), "", path))


def _walk(node: ast.AST, klass: str, path: Path) -> Iterator[Text | Wrong]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else klass
        if isinstance(child, ast.Call):
            yield from _call(child, klass, path)
        yield from _walk(child, inner, path)


def _call(call: ast.Call, klass: str, path: Path) -> Iterator[Text | Wrong]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    where = f"{path.relative_to(DESKTOP.parent)}:{call.lineno}"
    if name == "tr" and len(call.args) == 1:
        yield _text(where, klass, call.args[0])
    elif len(call.args) == 2 and (name == "noop" or (name == "translate" and not isinstance(call.args[1], ast.Name))):
        # translate(context, variable) looks up what a noop() has marked.
        marked = isinstance(call.args[1], ast.Subscript)
        if name == "noop" or not marked:
            yield _text(where, _literal(call.args[0]), call.args[1])


def _text(where: str, context: str, source: ast.expr) -> Text | Wrong:
    words = _literal(source)
    return Text(where, context, words) if words and context else Wrong(where)


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
