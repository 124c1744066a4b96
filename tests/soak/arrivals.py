"""Applications that come in at the simulated office: invented people as the files of other institutions bring them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path
from random import Random

from desktop.operations.invented import life, people
from desktop.operations.invented.story import tell
from desktop.operations.invented.ways import way
from models.cases.values import Kind, NewCase
from models.evidence.values import EvidenceKind, NewEvidence
from models.frameworks import library
from models.intake.schemas import SCHEMAS
from models.intake.values import CASES

_LINKED = frozenset({EvidenceKind.OBLIGATION, EvidenceKind.INCOME, EvidenceKind.CONDUCT})
"""Rows of these kinds come under a receipt of another institution: they are put to the applicant before they are used."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One application with all that is linked to it."""

    case: NewCase
    evidence: tuple[NewEvidence, ...]


def invented(draw: Random, number: int, today: date) -> Arrival:
    """The application with this number, received in the last days."""
    kinds = {kind: framework for kind in Kind if (framework := library.in_force(kind.value, today))}
    kind = draw.choice([*kinds, Kind.PERMANENT_RESIDENCE])
    route = draw.choice([each.key for each in kinds[kind].routes])
    story = tell(draw, kind.value, route, today - timedelta(days=draw.randint(0, 5)))
    person = people.invent(draw, number, way(kind.value, route).married)
    case = life.case(draw, number, kind, person, story)
    return Arrival(case, tuple(life.evidence(draw, case.id, story)))


def files(folder: Path, arrivals: Sequence[Arrival]) -> dict[str, Path]:
    """An import file for each kind of row, in the order in which they are taken in."""
    rows: dict[str, list[Mapping[str, object]]] = {CASES: [_case(each.case) for each in arrivals]}
    for arrival in arrivals:
        for piece in arrival.evidence:
            rows.setdefault(piece.kind.value, []).append(_piece(piece))
    return {what: _written(folder / f"{what}.csv", what, rows[what]) for what in SCHEMAS if what in rows}


def _written(path: Path, what: str, rows: Sequence[Mapping[str, object]]) -> Path:
    columns = [column.name for column in SCHEMAS[what].columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)
    return path


def _case(new: NewCase) -> dict[str, object]:
    return dict(_cells(new.applicant)) | dict(_cells(new)) | {"case": new.id}


def _piece(piece: NewEvidence) -> dict[str, object]:
    origin = {"case": piece.case, "source": piece.source, "as_of": piece.as_of or ""}
    receipt = f"受-{piece.kind.value}" if piece.kind in _LINKED else ""
    return dict(_cells(piece.record)) | origin | {"receipt": receipt}


def _cells(of: object) -> Iterator[tuple[str, object]]:
    for field in fields(of):  # type: ignore[arg-type]  # always a dataclass
        value = getattr(of, field.name)
        if isinstance(value, bool):
            value = "yes" if value else ""
        yield field.name.rstrip("_"), "" if value is None else value
