"""Two versions beside each other as HTML: by criterion and figure, the differing words marked. Plain Python.

What goes is struck through, what comes is underlined and bold: the marks hold without colour.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from desktop.frameworks.form import figure
from models.frameworks.differences import Change, How
from models.frameworks.values import Framework

_WORD = re.compile(r"\w+|\s+|.", re.ASCII)
_LONGEST = 6_000
"""Longer words are shown whole, without marks: finding them would take longer than reading."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of the marks, and of the head of each part."""

    gone: str
    come: str
    quiet: str
    line: str
    ground: str


def page(
    changes: Iterable[Change], names: tuple[str, str], titles: Mapping[str, str], look: Look, labels: Mapping[str, str]
) -> str:
    """All differences, those of a criterion under its title, those of a figure under its name, the rest first."""
    grouped: dict[str, list[Change]] = {}
    for each in changes:
        grouped.setdefault(group_of(each), []).append(each)
    if not grouped:
        return f"<p>{escape(labels['same'])}</p>"
    head = "".join(f'<th align="left" width="38%">{escape(name)}</th>' for name in names)
    rows = [f'<tr><th width="24%"></th>{head}</tr>']
    for key, inner in grouped.items():
        title = titles.get(key, key) or labels["itself"]
        rows.append(f'<tr><td colspan="3" bgcolor="{look.ground}"><b>{escape(title)}</b></td></tr>')
        rows += [_row(each, look, labels) for each in inner]
    return f'<table width="100%" cellspacing="0" cellpadding="6">{"".join(rows)}</table>'


def group_of(change: Change) -> str:
    """What a difference stands under: ``criteria.pension``, ``parameters.fee_yen``, or nothing (the framework itself)."""
    if change.path[0] in ("criteria", "parameters", "routes", "transitions") and len(change.path) > 1:
        return ".".join(change.path[:2])
    return ""


def titles(frameworks: Iterable[Framework], lang: str, labels: Mapping[str, str]) -> Mapping[str, str]:
    """The head of each part; of two versions the later one's words."""
    found: dict[str, str] = {}
    for framework in frameworks:
        found |= {f"criteria.{each.key}": each.title.in_(lang) for each in framework.criteria}
        found |= {f"routes.{each.key}": f"{labels['route']} {each.title.in_(lang)}" for each in framework.routes}
        found |= {
            f"parameters.{each.key}": f"{labels['figure']} {figure(each.key, lang)}" for each in framework.parameters
        }
        found |= {f"transitions.{each.key}": f"{labels['transition']} {each.key}" for each in framework.transitions}
    return found


def of_entry(changes: Iterable[Change], key: str) -> tuple[Change, ...]:
    """The differences of one criterion; all of them for the framework itself (``""``)."""
    return tuple(each for each in changes if not key or each.criterion == key)


def _row(change: Change, look: Look, labels: Mapping[str, str]) -> str:
    place = " › ".join(labels.get(name, name) for name in (change.path[2:] if group_of(change) else change.path))
    what = f'<span style="color:{look.quiet}">{escape(labels[change.how.value])}</span>'
    before, after = _cells(change, look)
    return (
        f'<tr><td valign="top">{what}<br/>{escape(place)}</td>'
        f'<td valign="top">{before}</td><td valign="top">{after}</td></tr>'
    )


def _cells(change: Change, look: Look) -> tuple[str, str]:
    if change.how is How.ADDED:
        return "", _come(change.after or change.path[-1], look)
    if change.how is How.REMOVED:
        return _gone(change.before or change.path[-1], look), ""
    if change.how is How.MOVED or max(len(change.before), len(change.after)) > _LONGEST:
        return escape(change.before), escape(change.after)
    return marked(change.before, change.after, look)


def marked(before: str, after: str, look: Look) -> tuple[str, str]:
    """Both texts with what differs marked. Runs of Latin letters are compared as words, everything else by the character."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    left, right = [], []
    for how, a, b, c, d in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        left.append(escape(gone) if how == "equal" else _gone(gone, look))
        right.append(escape(come) if how == "equal" else _come(come, look))
    return _lines(left), _lines(right)


def _gone(words: str, look: Look) -> str:
    return f'<s style="color:{look.gone}">{escape(words)}</s>' if words else ""


def _come(words: str, look: Look) -> str:
    return f'<b><u style="color:{look.come}">{escape(words)}</u></b>' if words else ""


def _lines(parts: Iterable[str]) -> str:
    return "".join(parts).replace("\n", "<br/>")


def table(changes: Iterable[Change]) -> Iterator[tuple[str, ...]]:
    """The differences as rows of a sheet: place, how, before, after."""
    yield from ((each.place, each.how.value, each.before, each.after) for each in changes)
