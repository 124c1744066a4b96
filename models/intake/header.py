"""Matches the heading row of a file with the columns of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.errors import Bad, Message
from models.intake.cells import BLANKS
from models.intake.values import Column, ColumnMap, Row, Schema
from models.intake.words import fold


@dataclass(frozen=True, slots=True)
class Placed:
    """Where each column stands (from 0), the names as the file has them, and which may hold numbers like a My Number."""

    columns: tuple[tuple[int, Column], ...]
    names: tuple[str, ...]
    not_my_number: frozenset[int]
    declared: tuple[str, ...]


def known_names(schema: Schema, mapped: ColumnMap) -> frozenset[str]:
    """Every name that may stand in the heading row."""
    return schema.names | frozenset(mapped.columns.values())


def place(header: Row, schema: Schema, mapped: ColumnMap) -> tuple[Placed, tuple[Bad, ...]]:
    """Where the columns stand, and what is wrong with the heading row: unknown, missing and doubled columns."""
    names = tuple(cell.strip(BLANKS) for cell in header.cells)
    ours = [_ours(name, schema, mapped) for name in names]
    by_name = {column.name: column for column in schema.columns}
    bad = [*_unknown(header, names, ours), *_doubled(header, names, ours), *_missing(header, ours, schema, mapped)]
    columns = tuple((index, by_name[name]) for index, name in enumerate(ours) if name in by_name)
    declared = {fold(each) for each in mapped.not_my_number}
    free = frozenset(i for i, (name, our) in enumerate(zip(names, ours, strict=True)) if {fold(name), our} & declared)
    return Placed(columns, names, free, tuple(names[i] for i in sorted(free))), tuple(bad)


def _ours(name: str, schema: Schema, mapped: ColumnMap) -> str:
    """Our name of a column; empty for an unknown one. A column that the map gives another name has that name alone."""
    for ours, theirs in mapped.columns.items():
        if name == theirs:
            return ours
    folded = fold(name)
    return folded if folded in schema.names and folded not in mapped.columns else ""


def _unknown(header: Row, names: tuple[str, ...], ours: list[str]) -> list[Bad]:
    return [
        Bad(header.line, name, "", Message("intake.unknown_column"))
        for name, our in zip(names, ours, strict=True)
        if name and not our
    ]


def _doubled(header: Row, names: tuple[str, ...], ours: list[str]) -> list[Bad]:
    return [
        Bad(header.line, name, "", Message("intake.doubled_column", {"ours": our}))
        for index, (name, our) in enumerate(zip(names, ours, strict=True))
        if our and our in ours[:index]
    ]


def _missing(header: Row, ours: list[str], schema: Schema, mapped: ColumnMap) -> list[Bad]:
    wanted: Mapping[str, str] = mapped.columns
    bad = []
    for column in schema.columns:
        if column.name in ours:
            continue
        if column.name in wanted:
            told = Message("intake.missing_mapped", {"theirs": wanted[column.name]})
            bad.append(Bad(header.line, column.name, "", told))
        elif column.required:
            bad.append(Bad(header.line, column.name, "", Message("intake.missing_column")))
    return bad
