"""What the record's view says of an event. Plain Python."""

import json
from collections.abc import Iterator, Mapping, Sequence

from models.records.values import Event

_DEEPEST = 4


def plain_lines(content: Mapping[str, object]) -> tuple[str, ...]:
    """An event's content as indented lines, names and values, nothing left out."""
    return tuple(_lines(content, 0))


def _lines(value: object, depth: int) -> Iterator[str]:
    indent = "\u3000" * depth
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _entry(indent, str(name), inner, depth)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value, 1):
            yield from _entry(indent, f"{number}.", inner, depth)


def _entry(indent: str, name: str, inner: object, depth: int) -> Iterator[str]:
    if isinstance(inner, Mapping | list | tuple) and inner and depth < _DEEPEST:
        yield f"{indent}{name}"
        yield from _lines(inner, depth + 1)
    else:
        yield f"{indent}{name}: {_short(inner)}"


def _short(value: object) -> str:
    if value is None:
        return "—"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def summary(event: Event) -> str:
    """What an event wrote in one line: its short plain values."""
    parts = [str(value) for value in event.content.values() if isinstance(value, str | int) and len(str(value)) <= 40]
    return "\u2002".join(parts[:5])
