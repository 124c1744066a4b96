"""Between the rules of who may decide and JSON, and between a signature and its row. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.authority.values import Line, Rules, Signing, Step
from models.errors import BadInput
from models.localized import Localized

_LISTS = ("kinds", "routes", "outcomes", "units")


def lines_out(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Lines as JSON, as a file of rules has them."""
    return [
        {
            "key": each.key,
            "title": dict(each.title),
            **{name: list(getattr(each, name)) for name in _LISTS},
            "authority": dict(each.authority) if each.authority else None,
            "steps": [
                {"title": dict(step.title), "people": list(step.people), "deputies": list(step.deputies)}
                for step in each.steps
            ],
        }
        for each in lines
    ]


def lines_in(said: object) -> tuple[Line, ...]:
    """Lines from JSON. Raises ``BadInput`` naming the place that is not as it must be."""
    if not isinstance(said, list):
        raise BadInput("authority.unreadable", place="lines")
    return tuple(_line(each, f"lines[{at}]") for at, each in enumerate(said, 1))


def _line(said: object, place: str) -> Line:
    if not isinstance(said, Mapping):
        raise BadInput("authority.unreadable", place=place)
    if unknown := set(said) - {"key", "title", "steps", "authority", *_LISTS}:
        raise BadInput("authority.unreadable", place=f"{place}.{min(unknown)}")
    steps = said.get("steps")
    if not isinstance(steps, list):
        raise BadInput("authority.unreadable", place=f"{place}.steps")
    authority = said.get("authority")
    return Line(
        _text(said.get("key"), f"{place}.key"),
        _words(said.get("title"), f"{place}.title"),
        tuple(_step(each, f"{place}.steps[{at}]") for at, each in enumerate(steps, 1)),
        **{name: _list(said.get(name), f"{place}.{name}") for name in _LISTS},
        authority=None if authority is None else _words(authority, f"{place}.authority"),
    )


def _step(said: object, place: str) -> Step:
    if not isinstance(said, Mapping):
        raise BadInput("authority.unreadable", place=place)
    people, deputies = (_list(said.get(name), f"{place}.{name}") for name in ("people", "deputies"))
    return Step(_words(said.get("title"), f"{place}.title"), people, deputies)


def _words(said: object, place: str) -> Localized:
    """Words by language; a text alone is Japanese."""
    if isinstance(said, str):
        return Localized.of(ja=said)
    if not isinstance(said, Mapping) or "ja" not in said:
        raise BadInput("authority.unreadable", place=place)
    ordered = sorted(said.items(), key=lambda pair: (pair[0] != "ja", pair[0]))
    return Localized(tuple((str(language), _text(words, place)) for language, words in ordered))


def _list(said: object, place: str) -> tuple[str, ...]:
    if said is None:
        return ()
    if not isinstance(said, list):
        raise BadInput("authority.unreadable", place=place)
    return tuple(_text(each, place) for each in said)


def _text(said: object, place: str) -> str:
    if not isinstance(said, str):
        raise BadInput("authority.unreadable", place=place)
    return said


def rules(row: Any) -> Rules:
    """A version's row as a value."""
    return Rules(
        row.number, lines_in(row.lines), row.from_on, row.why, row.drafted_by, row.drafted_at, row.approved_by, row.approved_at
    )  # fmt: skip


def signing(row: Any) -> Signing:
    """A signature's row as a value."""
    return Signing(
        row.case_id, row.round, row.number, row.step, row.title, row.by, row.at, row.rules, row.line, row.last, row.deputy,
        row.reason,
    )  # fmt: skip
