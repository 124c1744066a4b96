"""Change single values of a framework's text and leave every other byte, comments too, as it stands. Pure.

A path names keys, and in lists the entry by its ``key`` or ``code``, or by its number from 0: ``("criteria", "pension", "reasons",
"P-02", "title", "ja")``.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from models.frameworks.nodes import LOADER

Path = tuple[str, ...]
_PLAIN = re.compile(r"-?\d+|\d{4}-\d{2}-\d{2}|true|false|null")
_NAMES = ("key", "code")
_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value of a text: where it stands, what it says, and on which line."""

    path: Path
    value: str
    line: int


def leaves(text: str, under: Path = ()) -> tuple[Leaf, ...]:
    """Every single value under a path, in the order of the text; none when the text cannot be read or has no such place."""
    root = tree(text)
    node = None if root is None else find(root, under)
    return () if node is None else tuple(_leaves(node, under))


def value(text: str, path: Path) -> str | None:
    """What stands at a path; ``None`` where nothing does."""
    root = tree(text)
    node = None if root is None else find(root, path)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def line(text: str, path: Path) -> int:
    """The line, from 1, on which a place begins; 0 where there is none."""
    root = tree(text)
    node = None if root is None else find(root, path)
    return 0 if node is None else int(node.start_mark.line) + 1


def put(text: str, path: Path, said: str) -> str:
    """The text with another value at ``path``; a key that is missing in a mapping that is there is added at its end.

    The text stays as it is where it cannot be read or has no such place.
    """
    root = tree(text)
    if root is None:
        return text
    node = find(root, path)
    if isinstance(node, yaml.ScalarNode):
        return _replaced(text, node, said, _column(root, path))
    around = find(root, path[:-1]) if path else None
    if node is None and isinstance(around, yaml.MappingNode) and around.value and not around.flow_style:
        return _added(text, around, path[-1], said)
    return text


def remove(text: str, path: Path) -> str:
    """The text without the entry of a mapping or list at ``path``; as it is where there is none."""
    root = tree(text)
    node = None if root is None else find(root, path)
    if root is None or node is None or not path:
        return text
    lines = text.splitlines(keepends=True)
    first = _entry_line(root, path)
    return "".join(lines[:first] + lines[last_line(lines, node) + 1 :])


def last_line(lines: Sequence[str], node: yaml.Node) -> int:
    """The last line, from 0, on which a value stands. (The reader's own end of a mapping or list is where the next one begins.)"""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and node.value and not node.flow_style:
        inner = node.value[-1]
        return last_line(lines, inner[1] if isinstance(inner, tuple) else inner)
    last = int(node.end_mark.line) - (1 if node.end_mark.column == 0 else 0)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        last = min(last, int(node.end_mark.line) - 1, len(lines) - 1)
        while last > int(node.start_mark.line) and not lines[last].strip():
            last -= 1
    return last


@lru_cache(maxsize=4)
def tree(text: str) -> yaml.Node | None:
    """The text as the reader's nodes, which nobody changes; ``None`` where it cannot be read."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError):
        return None
    return node


def find(node: yaml.Node, path: Path) -> yaml.Node | None:
    """The node at a path; ``None`` where there is none."""
    for name in path:
        found = next((inner for key, inner in _inner(node) if key == name), None)
        if found is None:
            return None
        node = found
    return node


def _inner(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), inner) for key, inner in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((_name(each, number), each) for number, each in enumerate(node.value))


def _name(node: yaml.Node, number: int) -> str:
    """What an entry of a list is called: by its own key or code, else by its number."""
    if isinstance(node, yaml.MappingNode):
        own = {str(key.value): inner for key, inner in node.value}
        for each in _NAMES:
            if isinstance(own.get(each), yaml.ScalarNode):
                return str(own[each].value)
    return str(number)


def _leaves(node: yaml.Node, path: Path) -> Iterator[Leaf]:
    if isinstance(node, yaml.ScalarNode):
        yield Leaf(path, str(node.value), int(node.start_mark.line) + 1)
    for name, inner in _inner(node):
        yield from _leaves(inner, (*path, name))


def _column(root: yaml.Node, path: Path) -> int:
    """How far the key of an entry is indented."""
    around = find(root, path[:-1])
    if isinstance(around, yaml.MappingNode):
        return next((int(key.start_mark.column) for key, _ in around.value if key.value == path[-1]), 0)
    return 0


def _entry_line(root: yaml.Node, path: Path) -> int:
    around = find(root, path[:-1])
    if isinstance(around, yaml.MappingNode):
        return next(int(key.start_mark.line) for key, _ in around.value if key.value == path[-1])
    node = find(root, path)
    return int(node.start_mark.line) if node is not None else 0


def _replaced(text: str, node: yaml.ScalarNode, said: str, column: int) -> str:
    start, end = _offset(text, node.start_mark), _offset(text, node.end_mark)
    old = text[start:end]
    kept = "\n" if node.style in ("|", ">") and old.endswith("\n") else ""
    return text[:start] + _written(said, column, quoted=node.style in ("'", '"')) + kept + text[end:]


def _offset(text: str, mark: yaml.Mark) -> int:
    """Where a mark lies in the text. (The fast reader counts a mark's own index in bytes; line and column hold.)"""
    place = 0
    for _ in range(int(mark.line)):
        place = text.index("\n", place) + 1
    return place + int(mark.column)


def _added(text: str, around: yaml.MappingNode, key: str, said: str) -> str:
    column = int(around.value[0][0].start_mark.column)
    lines = text.splitlines(keepends=True)
    last = last_line(lines, around)
    if not lines[last].endswith("\n"):
        lines[last] += "\n"
    return "".join((*lines[: last + 1], f"{' ' * column}{key}: {_written(said, column)}\n", *lines[last + 1 :]))


def _written(said: str, column: int, *, quoted: bool = False) -> str:
    """A value as YAML: plain where nothing can be mistaken, a block where it has lines, else in double quotes."""
    if "\n" in said.strip("\n"):
        lines = said.strip("\n").split("\n")
        pad = " " * (column + _WIDTH)
        if not lines[0].startswith(" ") and all(each.isprintable() for each in lines):
            return "|-\n" + "\n".join(f"{pad}{each}" if each else "" for each in lines)
    if not quoted and _PLAIN.fullmatch(said):
        return said
    if not quoted and _safe(said):
        return said
    return json.dumps(said, ensure_ascii=False)


def _safe(said: str) -> bool:
    """Whether a value reads back as the same text without quotes."""
    try:
        found = yaml.compose(f"a: {said}\n", Loader=LOADER)
    except yaml.YAMLError:
        return False
    values: Sequence[tuple[yaml.Node, yaml.Node]] = found.value if isinstance(found, yaml.MappingNode) else ()
    if len(values) != 1 or not isinstance(values[0][1], yaml.ScalarNode):
        return False
    node = values[0][1]
    return node.style is None and node.value == said and node.tag == "tag:yaml.org,2002:str"
