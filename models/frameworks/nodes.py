"""A YAML file as a tree that remembers its lines. Stricter than YAML: no key twice, no alias, no tag of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from models.errors import Message, Problem

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; ``tag`` is what YAML takes it for (``str``, ``int``, ``bool``, ``null``,
    ``timestamp``)."""

    text: str
    tag: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from names to values; ``lines`` says where each name stands."""

    entries: Mapping[str, "Node"]
    lines: Mapping[str, int]
    line: int


Node = Scalar | Items | Table


def parse(text: str, file: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The tree of a file, and what is wrong with its form. No tree when it cannot be read at all."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return None, (_problem("not_yaml", file, line, cause=error.problem or error.context or ""),)
    except yaml.YAMLError as error:
        return None, (_problem("not_yaml", file, 1, cause=str(error).splitlines()[0]),)
    except RecursionError:
        return None, (_problem("too_deep", file, 1),)
    if not isinstance(root, yaml.MappingNode):
        return None, (_problem("not_a_table", file, 1, name=file),)
    builder = _Builder(file)
    try:
        tree = builder.table(root)
    except RecursionError:
        return None, (_problem("too_deep", file, 1),)
    return tree, tuple(builder.problems)


class _Builder:
    """Turns PyYAML's nodes into ours and collects what they may not hold."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        line = node.start_mark.line + 1
        if id(node) in self._seen:
            self.problems.append(_problem("alias", self.file, line))
            return Scalar("", "null", line)
        self._seen.add(id(node))
        if not node.tag.startswith(_PLAIN):
            self.problems.append(_problem("own_tag", self.file, line, tag=node.tag))
        if isinstance(node, yaml.MappingNode):
            return self.table(node)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(each) for each in node.value), line)
        return Scalar(str(node.value), node.tag.removeprefix(_PLAIN), line)

    def table(self, node: yaml.MappingNode) -> Table:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self.problems.append(_problem("bad_key", self.file, line))
                continue
            if key.value in entries:
                self.problems.append(
                    _problem("duplicate_key", self.file, line, key=key.value, first=str(lines[key.value]))
                )
                continue
            lines[key.value] = line
            entries[key.value] = self.node(value)
        return Table(entries, lines, node.start_mark.line + 1)


def _problem(code: str, file: str, line: int, **params: object) -> Problem:
    place = f"{file}:{line}"
    return Problem(Message("frameworks." + code, {"where": place, **params}), place)
