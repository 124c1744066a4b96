"""Reads a framework file strictly: all of its problems at once, each with file, line, cause and remedy."""

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from models.errors import BadInput, NotFound, Problem
from models.frameworks import nodes, points
from models.frameworks.criteria import Names, criterion, plain_words
from models.frameworks.fields import Fields
from models.frameworks.nodes import Table
from models.frameworks.values import Criterion, Framework, Option, Parameter, Period, Route, Section, Transition

_KINDS = ("permanent_residence", "extension", "change_of_status", "naturalization", "highly_skilled_points")
_ROOT = ("id", "version", "kind", "title", "law", "guideline", "in_force", "standard_period")
_LISTS = ("routes", "sections", "criteria", "parameters", "transitions")
_MAY = ("periods", "statuses", "points")
_NOT_EMPTY = ("routes", "sections", "criteria")
_LARGEST = 4_000_000


class _Keyed(Protocol):
    @property
    def key(self) -> str:
        """The name that nothing else in the list has."""


_T = TypeVar("_T", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class Read:
    """A file as read: the framework, when nothing is wrong, and the problems."""

    framework: Framework | None
    problems: tuple[Problem, ...]


def read(path: Path) -> Framework:
    """The framework of a file. Raises ``BadInput`` whose ``problems`` name every fault by file and line."""
    return _sound(examine(path), path.name)


def read_text(text: str, file: str, digest: str = "") -> Framework:
    """As ``read``, from text; ``file`` is how problems name it."""
    return _sound(examine_text(text, file, digest), file)


def _sound(found: Read, file: str) -> Framework:
    if found.framework is None:
        error = BadInput("frameworks.broken", file=file, count=len(found.problems))
        error.problems = found.problems
        raise error
    return found.framework


def examine(path: Path) -> Read:
    """The framework of a file, or all that is wrong with it. Raises ``BadInput`` when the file is not there or no
    text."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        raise NotFound("frameworks.no_file", file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("frameworks.unreadable", file=str(path), cause=str(error)) from error
    if len(content) > _LARGEST:
        raise BadInput("frameworks.too_large", file=str(path), bytes=len(content))
    return examine_text(text, path.name, hashlib.sha256(content).hexdigest())


def examine_text(text: str, file: str, digest: str = "") -> Read:
    """As ``examine``, from text; ``file`` is how problems name it."""
    tree, form = nodes.parse(text, file)
    if tree is None:
        return Read(None, form)
    fields = Fields(file)
    framework = _framework(fields, tree, digest)
    problems = tuple(sorted((*form, *fields.problems), key=_line))
    return Read(None if problems else framework, problems)


def _line(each: Problem) -> int:
    return int(each.place.rpartition(":")[2])


def _framework(fields: Fields, root: Table, digest: str) -> Framework:
    fields.known(root, "framework", (*_ROOT, *_LISTS), _MAY)
    routes = _unique(fields, root, "routes", _route)
    sections = _unique(fields, root, "sections", _section)
    parameters = _unique(fields, root, "parameters", partial(_parameter, [each.key for each in routes]))
    names = Names(*([each.key for each in group] for group in (routes, sections, parameters)))
    criteria = _unique(fields, root, "criteria", partial(criterion, names))
    _codes_once(fields, criteria, root)
    first, last = _in_force(fields, root)
    return Framework(
        id=fields.text(root, "id"),
        version=fields.text(root, "version"),
        kind=_kind(fields, root),
        title=plain_words(fields, root, "title"),
        law=fields.citation(root, "law"),
        guideline=fields.citation(root, "guideline"),
        in_force_from=first,
        in_force_until=last,
        standard_period=_period(fields, root),
        routes=routes,
        sections=sections,
        criteria=criteria,
        parameters=parameters,
        transitions=_unique(fields, root, "transitions", _transition),
        digest=digest,
        periods=_unique(fields, root, "periods", _option),
        statuses=fields.flag(root, "statuses"),
        points=points.table(fields, root),
    )


def _unique(fields: Fields, root: Table, name: str, make: Callable[[Fields, Table], _T]) -> tuple[_T, ...]:
    """The entries of a list, each with a key of its own."""
    found: list[_T] = []
    keys: set[str] = set()
    for table in fields.tables(root, name):
        each = make(fields, table)
        if each.key and each.key in keys:
            fields.wrong("named_twice", table.lines["key"], name=each.key)
        keys.add(each.key)
        found.append(each)
    if name in root.entries and not found and name in _NOT_EMPTY:
        fields.wrong("empty_list", root.lines[name], key=name)
    return tuple(found)


def _codes_once(fields: Fields, criteria: Iterable[Criterion], root: Table) -> None:
    """A reason code means one thing in the whole framework: letters and counts name it alone."""
    used: dict[str, str] = {}
    for each in criteria:
        for reason in each.reasons:
            if reason.code and reason.code in used:
                fields.wrong(
                    "code_twice", root.lines["criteria"], code=reason.code, name=each.key, first=used[reason.code]
                )
            used[reason.code] = each.key


def _kind(fields: Fields, root: Table) -> str:
    kind = fields.text(root, "kind")
    if kind and kind not in _KINDS:
        fields.wrong("unknown_kind", root.lines["kind"], name=kind, allowed=", ".join(_KINDS))
    return kind


def _in_force(fields: Fields, root: Table) -> tuple[date, date | None]:
    table = fields.table(root, "in_force")
    fields.known(table, "in_force", ("from",), ("until",))
    first, last = fields.day(table, "from"), fields.day(table, "until")
    if first is None and "from" in table.entries:
        fields.wrong("not_a_date", table.lines["from"], key="from")
    if first is not None and last is not None and last < first:
        fields.wrong("until_before_from", table.line)
    return first or date.max, last


def _period(fields: Fields, root: Table) -> Period:
    table = fields.table(root, "standard_period")
    fields.known(table, "standard_period", ("months", "days"))
    before = len(fields.problems)
    period = Period(fields.whole(table, "months"), fields.whole(table, "days"))
    readable = len(fields.problems) == before and {"months", "days"} <= set(table.entries)
    if readable and not (period.months or period.days):
        fields.wrong("no_period", table.line)
    return period


def _route(fields: Fields, table: Table) -> Route:
    fields.known(table, "routes", ("key", "title", "reference"))
    return Route(fields.text(table, "key"), plain_words(fields, table, "title"), fields.citation(table, "reference"))


def _section(fields: Fields, table: Table) -> Section:
    fields.known(table, "sections", ("key", "title"), ("indicator_group",))
    title = plain_words(fields, table, "title")
    return Section(fields.text(table, "key"), title, fields.flag(table, "indicator_group"))


def _parameter(routes: Collection[str], fields: Fields, table: Table) -> Parameter:
    fields.known(table, "parameters", ("key", "value", "source"), ("by_route", "from", "until"))
    by_route = fields.table(table, "by_route")
    for route, line in by_route.lines.items():
        if route not in routes:
            fields.wrong("unknown_route", line, name=route)
    return Parameter(
        fields.text(table, "key"),
        fields.whole(table, "value"),
        {route: fields.whole(by_route, route) for route in by_route.entries},
        fields.citation(table, "source"),
        fields.day(table, "from"),
        fields.day(table, "until"),
    )


def _option(fields: Fields, table: Table) -> Option:
    fields.known(table, "periods", ("key", "title"))
    return Option(fields.text(table, "key"), plain_words(fields, table, "title"))


def _transition(fields: Fields, table: Table) -> Transition:
    fields.known(table, "transitions", ("key", "text", "reference"), ("from", "until", "keeps", "received_before"))
    if ("keeps" in table.entries) != ("received_before" in table.entries):
        fields.wrong("half_a_clause", table.line)
    return Transition(
        fields.text(table, "key"),
        plain_words(fields, table, "text"),
        fields.day(table, "from"),
        fields.day(table, "until"),
        fields.citation(table, "reference"),
        fields.text(table, "keeps") or None,
        fields.day(table, "received_before"),
    )
