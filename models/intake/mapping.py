"""Map files: how another office's column names and words become ours."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from models.errors import BadInput, NotFound, WorldFault
from models.evidence import my_number
from models.intake.values import ColumnMap, Schema

_PARTS = {"columns", "values", "not_my_number"}


def read(path: Path, schema: Schema) -> ColumnMap:
    """A map file, read strictly.

    Raises:
        NotFound: there is no such file.
        BadInput: it is no TOML, has a part or one of our columns that does not exist, or the wrong shape.
    """
    if not path.is_file():
        raise NotFound("intake.no_file", file=path.name)
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput("intake.map_unreadable", file=path.name, why=str(error)) from error
    for part in content:
        if part not in _PARTS:
            raise BadInput("intake.map_part", file=path.name, part=part, known=", ".join(sorted(_PARTS)))
    columns = _texts(content.get("columns", {}), "columns", path.name)
    values = {ours: _texts(each, f"values.{ours}", path.name) for ours, each in _table(content, path.name).items()}
    for ours in (*columns, *values):
        if ours not in schema.names:
            raise BadInput("intake.map_column", file=path.name, column=ours, known=", ".join(sorted(schema.names)))
    _refuse_twice(columns, path.name)
    return ColumnMap(columns, values, _names(content.get("not_my_number", []), path.name))


def _table(content: Mapping[str, object], file: str) -> Mapping[str, object]:
    values = content.get("values", {})
    if not isinstance(values, dict):
        raise BadInput("intake.map_shape", file=file, part="values")
    return values


def _texts(part: object, name: str, file: str) -> dict[str, str]:
    if not isinstance(part, dict) or not all(isinstance(each, str) for each in part.values()):
        raise BadInput("intake.map_shape", file=file, part=name)
    return {key: value.strip() for key, value in part.items()}


def _names(part: object, file: str) -> tuple[str, ...]:
    if not isinstance(part, list) or not all(isinstance(each, str) for each in part):
        raise BadInput("intake.map_shape", file=file, part="not_my_number")
    return tuple(part)


def _refuse_twice(columns: Mapping[str, str], file: str) -> None:
    theirs = list(columns.values())
    for name in theirs:
        if theirs.count(name) > 1:
            raise BadInput("intake.map_twice", file=file, column=name)


def written(mapped: ColumnMap) -> str:
    """A map as the text of a map file, which ``read`` reads as the same map."""
    parts = []
    if mapped.not_my_number:
        parts.append(f"not_my_number = [{', '.join(_quoted(each) for each in mapped.not_my_number)}]\n")
    if mapped.columns:
        parts.append("[columns]\n" + _lines(mapped.columns))
    parts += [f"[values.{_quoted(ours)}]\n" + _lines(words) for ours, words in mapped.values.items() if words]
    return "\n".join(parts)


def save(mapped: ColumnMap, path: Path) -> None:
    """Write a map file. Raises ``WorldFault`` when the place cannot be written, ``BadInput`` for a My Number in the map."""
    text = written(mapped)
    if my_number.find(text):
        raise BadInput("intake.map_my_number", file=path.name)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WorldFault("intake.cannot_write", file=path.name, why=error.strerror or "") from error


def _lines(pairs: Mapping[str, str]) -> str:
    return "".join(f"{_quoted(key)} = {_quoted(value)}\n" for key, value in pairs.items())


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's escapes are among TOML's, and U+007F must be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
