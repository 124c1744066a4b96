"""Add, take away and move the entries of a list in a framework's text, and leave every other line, comments too, as it stands. Pure.

A list is named by its path (``("criteria", "pension", "reasons")``), an entry by its ``key`` or ``code``, a plain value by itself.
The comments above an entry stay where they are.
"""

from collections.abc import Sequence

import yaml

from models.frameworks.editing import Path, find, last_line, put, tree

NAMES = ("key", "code")
_MARK = 2
"""A list's mark, ``- ``."""


def names(text: str, path: Path) -> tuple[str, ...]:
    """What the entries of a list are called, in order; none where there is no such list."""
    node = _list(text, path)
    return () if node is None else tuple(_name(each) for each in node.value)


def moved(text: str, path: Path, name: str, by: int) -> str:
    """The text with an entry one place earlier (-1) or later (1); as it is where there is no such place."""
    node = _list(text, path)
    at = _place(node, name)
    if node is None or at is None or not 0 <= at + by < len(node.value):
        return text
    if node.flow_style:
        values = _said(text, node)
        values[at], values[at + by] = values[at + by], values[at]
        return _flow(text, node, values)
    lines = text.splitlines(keepends=True)
    first, second = sorted((at, at + by))
    (a, b), (c, d) = _block(lines, node, first), _block(lines, node, second)
    return "".join((*lines[:a], *_closed(lines[c:d]), *lines[b:c], *lines[a:b], *lines[d:]))


def removed(text: str, path: Path, name: str) -> str:
    """The text without an entry; the last one of a list stays, because an empty list says nothing."""
    node = _list(text, path)
    at = _place(node, name)
    if node is None or at is None or len(node.value) == 1:
        return text
    if node.flow_style:
        return _flow(text, node, [each for place, each in enumerate(_said(text, node)) if place != at])
    lines = text.splitlines(keepends=True)
    first, end = _block(lines, node, at)
    return "".join((*lines[:first], *lines[end:]))


def copied(text: str, path: Path, name: str, new: str) -> str:
    """The text with a copy of an entry behind it, called ``new``: what it says is changed afterwards. As it is where the entry is
    no mapping, or ``new`` is there already."""
    node = _list(text, path)
    at = _place(node, name)
    if node is None or at is None or node.flow_style or new in names(text, path):
        return text
    own = next((each for each in NAMES if _has(node.value[at], each)), "")
    if not own:
        return text
    first, end = _block(text.splitlines(keepends=True), node, at)
    renamed = put(text, (*path, name, own), new).splitlines(keepends=True)
    lines = text.splitlines(keepends=True)
    return "".join((*lines[:first], *_closed(lines[first:end]), *renamed[first:end], *lines[end:]))


def listed(text: str, path: Path, said: str) -> str:
    """The text with a further plain value at the end of a list; as it is where it is listed already."""
    node = _list(text, path)
    if node is None or not node.value or said in names(text, path):
        return text
    if node.flow_style:
        return _flow(text, node, [*_said(text, node), said])
    lines = text.splitlines(keepends=True)
    _, end = _block(lines, node, len(node.value) - 1)
    pad = " " * (int(node.value[-1].start_mark.column) - _MARK)
    return "".join((*_closed(lines[:end]), f"{pad}- {said}\n", *lines[end:]))


def _list(text: str, path: Path) -> yaml.SequenceNode | None:
    root = tree(text)
    node = None if root is None else find(root, path)
    return node if isinstance(node, yaml.SequenceNode) else None


def _place(node: yaml.SequenceNode | None, name: str) -> int | None:
    return next((at for at, each in enumerate(node.value) if _name(each) == name), None) if node is not None else None


def _name(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    own = {str(key.value): inner for key, inner in node.value} if isinstance(node, yaml.MappingNode) else {}
    return next((str(own[each].value) for each in NAMES if isinstance(own.get(each), yaml.ScalarNode)), "")


def _has(node: yaml.Node, name: str) -> bool:
    return isinstance(node, yaml.MappingNode) and any(key.value == name for key, _ in node.value)


def _block(lines: Sequence[str], node: yaml.SequenceNode, at: int) -> tuple[int, int]:
    """The lines of an entry: its first, and the one behind its last."""
    entry = node.value[at]
    return int(entry.start_mark.line), last_line(lines, entry) + 1


def _closed(lines: Sequence[str]) -> list[str]:
    """The lines, the last one ended."""
    return [*lines[:-1], lines[-1] if lines[-1].endswith("\n") else f"{lines[-1]}\n"] if lines else []


def _said(text: str, node: yaml.SequenceNode) -> list[str]:
    """The entries of a list in brackets as they are written, quotes and all; empty for one that goes over lines."""
    if node.start_mark.line != node.end_mark.line:
        return [""] * len(node.value)
    line = text.splitlines()[node.start_mark.line]
    return [line[each.start_mark.column : each.end_mark.column] for each in node.value]


def _flow(text: str, node: yaml.SequenceNode, values: Sequence[str]) -> str:
    """A list in brackets, written anew; one that goes over lines is left as it is."""
    if node.start_mark.line != node.end_mark.line:
        return text
    lines = text.splitlines(keepends=True)
    line = lines[node.start_mark.line]
    said = ", ".join(values)
    lines[node.start_mark.line] = f"{line[: node.start_mark.column]}[{said}]{line[node.end_mark.column :]}"
    return "".join(lines)
