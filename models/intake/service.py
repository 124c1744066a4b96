"""Verbs of intake: what a file brings is taken in whole, or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from models.cases import service as cases
from models.duedates import service as duedates
from models.duedates.rules import computed
from models.duedates.values import UNSAID, DueDate
from models.errors import Bad, Message, NotFound, RowsRefused
from models.evidence import service as evidence
from models.evidence.values import Obligation
from models.intake.found import Findings
from models.intake.gather import Gathered
from models.intake.values import EvidenceRow, Imported, Refused
from models.people.values import Actor

Beat = Callable[[], object]
"""Called between batches of rows; what it raises undoes everything."""


def take_all(
    session: Session, actor: Actor, files: Sequence[Gathered], beat: Beat | None = None
) -> tuple[tuple[Imported, ...], Refused | None]:
    """Take files in, one behind the other, until one is refused; then the caller must leave the transaction.

    Raises:
        NotPermitted: the actor may not import.
    """
    done: list[Imported] = []
    session.info["beat"] = beat
    for file in files:
        try:
            done.append(take_in(session, actor, file))
        except Refused as refused:
            return tuple(done), refused
    if beat is not None:
        beat()
    return tuple(done), None


def take_in(session: Session, actor: Actor, file: Gathered) -> Imported:
    """Put the rows of a file into the office, in the caller's transaction.

    Raises:
        NotPermitted: the actor may not import.
        Refused: rows that do not fit what the office has: an unknown case, a contradiction, a route without a framework.
    """
    note = {
        "what": file.what,
        "file": file.file,
        "sha256": file.sha256,
        "row_count": file.rows,  # not "rows": the record keeps the digests of what was written under that name
        "encoding": file.encoding,
        "not_my_number": list(file.not_my_number),
    }
    try:
        done = _cases(session, actor, file, note) if file.cases else _evidence(session, actor, file, note)
    except RowsRefused as refused:
        raise _ours(file.file, refused.bad) from refused
    return replace(
        done, rows=file.rows, skipped=done.skipped + file.same, encoding=file.encoding, format=file.format,
        not_my_number=file.not_my_number,
    )  # fmt: skip


def _cases(session: Session, actor: Actor, file: Gathered, note: Mapping[str, object]) -> Imported:
    arrived = cases.insert_new(session, actor, file.cases, note)
    return Imported(
        file.what, file.file, 0, len(arrived.new), arrived.skipped, 0, cases=arrived.new, units=arrived.units
    )


def _evidence(session: Session, actor: Actor, file: Gathered, note: Mapping[str, object]) -> Imported:
    added = evidence.add_by_case(session, actor, _with_due_days(session, file.pieces()), note)
    new = added.new - added.superseded
    return Imported(file.what, file.file, 0, new, added.skipped, added.superseded, cases=added.cases)


def _with_due_days(session: Session, pieces: Iterable[tuple[EvidenceRow, ...]]) -> Iterator[tuple[EvidenceRow, ...]]:
    """Rows without a due day get the one of their case's municipality. Raises ``RowsRefused`` naming each that nobody knows."""
    bad: list[Bad] = []
    for rows in pieces:
        if any(_unsaid(row) for row in rows):
            rows = tuple(
                _due_day(row, table, town, bad) for town, table in [_table(session, rows[0].case)] for row in rows
            )
        yield rows
    if bad:
        raise RowsRefused("evidence.refused", tuple(sorted(bad, key=lambda each: each.line)))


def _table(session: Session, case: str) -> tuple[str, tuple[DueDate, ...]]:
    try:
        town = cases.get(session, case).applicant.municipality or ""
    except NotFound:  # the row is refused for that by itself
        return "", ()
    return town, duedates.of_town(session, town)


def _unsaid(row: EvidenceRow) -> bool:
    return isinstance(row.record, Obligation) and row.record.due_on == UNSAID


def _due_day(row: EvidenceRow, table: Sequence[DueDate], town: str, bad: list[Bad]) -> EvidenceRow:
    if not isinstance(row.record, Obligation) or row.record.due_on != UNSAID:
        return row
    day = computed(row.record.duty, row.record.period, table)
    if day is None:
        said = {"municipality": town or "—", "period": row.record.period, "duty": row.record.duty.value}
        bad.append(Bad(row.line, "due_on", "", Message("duedates.unknown" if town else "duedates.no_town", said)))
        return row
    return replace(row, record=replace(row.record, due_on=day))


def _ours(file: str, bad: Sequence[Bad]) -> Refused:
    found = Findings(file)
    for each in bad:
        found.keep(each)
    return found.refused()
