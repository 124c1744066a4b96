"""Verbs of evidence: take rows in, and read a case's pieces."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, column, select, table, update
from sqlalchemy.orm import Session

from models.errors import Bad, Message, RowsRefused
from models.evidence import rows as forms
from models.evidence.tables import EvidenceRow
from models.evidence.values import Added, Application, Evidence, EvidenceKind, Incoming
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import bulk, reading, told

CHUNK, ROWS = 400, 5_000
"""Cases and rows that are worked on together."""
_CASE = table("case", column("id"))
"""Only to ask whether a case exists: evidence knows nothing else of cases."""
_ROW = told.table_of(EvidenceRow)
_PIECES = reading.of_case(EvidenceRow, "number").with_only_columns(
    _ROW.c.case_id, _ROW.c.number, _ROW.c.kind, _ROW.c.about, _ROW.c.record, _ROW.c.source, _ROW.c.as_of, _ROW.c.receipt,
    _ROW.c.document, _ROW.c.superseded_by,
)  # fmt: skip
"""What ``forms.piece`` takes, in its order."""
_STANDING = _PIECES.where(_ROW.c.superseded_by.is_(None))

Told = told.Told


class _Known(NamedTuple):
    """A row as it matters to the next one: what it says, and of which day."""

    number: int
    natural_key: str
    record: Mapping[str, Any]
    source: str
    as_of: date | None
    receipt: str | None
    document: int
    superseded_by: int | None


@dataclass(slots=True)
class _Shelf:
    """The pieces of one case while rows are put to them."""

    case: str
    by_key: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[tuple[object, ...], int] = field(default_factory=dict)
    last: int = 0
    new: dict[int, dict[str, Any]] = field(default_factory=dict)
    replaced: dict[int, int] = field(default_factory=dict)
    skipped: int = 0

    def keep(self, known: _Known) -> None:
        self.by_key[known.natural_key].append(known)
        self.documents[_origin(known.source, known.as_of, known.receipt, known.natural_key)] = known.document
        self.last = max(self.last, known.number)

    def put(self, row: Incoming) -> Bad | None:
        """Take a row in, skip it, or say why not."""
        key, said = forms.natural_key(row.kind, row.identity), forms.plain(row.record)
        others = self.by_key[key]
        if any((o.record, o.source, o.as_of) == (said, row.source, row.as_of) for o in others):
            self.skipped += 1
            return None
        rival = next((o for o in others if o.as_of == row.as_of), None)
        if rival is not None:
            what = Message("evidence.contradicts", {"case": row.case, "evidence": f"E{rival.number}"})
            return Bad(row.line, "as_of", str(row.as_of or ""), what)
        self._insert(row, key, said)
        return None

    def _insert(self, row: Incoming, key: str, said: dict[str, object]) -> None:
        self.last += 1
        origin = _origin(row.source, row.as_of, row.receipt, key)
        document = self.documents.get(origin)
        if document is None:
            document = self.documents[origin] = max(self.documents.values(), default=0) + 1
        known = _Known(self.last, key, said, row.source, row.as_of, row.receipt, document, None)
        current = next((o for o in self.by_key[key] if self._successor(o) is None), None)
        successor = None
        if current is not None and _day(current.as_of) > _day(row.as_of):
            successor = current.number
        elif current is not None:
            self._replace(current.number, self.last)
        self.by_key[key].append(known)
        self.new[self.last] = {
            "case_id": self.case,
            "number": self.last,
            "kind": row.kind.value,
            "about": forms.about(row.record),
            "natural_key": key,
            "record": said,
            "source": row.source,
            "as_of": row.as_of,
            "receipt": row.receipt,
            "document": document,
            "superseded_by": successor,
        }

    def _successor(self, known: _Known) -> int | None:
        if known.number in self.new:
            found: int | None = self.new[known.number]["superseded_by"]
            return found
        return self.replaced.get(known.number, known.superseded_by)

    def _replace(self, number: int, by: int) -> None:
        if number in self.new:
            self.new[number]["superseded_by"] = by
        else:
            self.replaced[number] = by


def add(session: Session, actor: Actor, incoming: Sequence[Incoming], note: Mapping[str, object]) -> Added:
    """Take rows in: all or none. ``note`` says where they come from (file, digest, kind) and stands in the import's event.

    An identical row is skipped; a later ``as_of`` supersedes and the old row is kept (an earlier one is kept as already
    superseded). Raises ``NotPermitted``, or ``RowsRefused`` naming every row whose case is unknown or that contradicts
    one of the same day.
    """
    by_case: dict[str, list[Incoming]] = defaultdict(list)
    for row in incoming:
        by_case[row.case].append(row)
    return add_by_case(session, actor, by_case.values(), note)


def add_by_case(
    session: Session, actor: Actor, incoming: Iterable[Sequence[Incoming]], note: Mapping[str, object]
) -> Added:
    """As ``add``, of rows that come together case by case: only a part of them is ever in memory."""
    people.require(actor, Permission.IMPORT)
    bad: list[Bad] = []
    new = skipped = superseded = 0
    cases: list[str] = []
    for part in _parts(incoming):
        wrong, shelves = _place(session, part)
        bad += wrong
        changed = [shelf for shelf in shelves if shelf.new and not bad]
        records.append_many(session, list(_write(session, actor, changed)))
        new += sum(len(shelf.new) for shelf in changed)
        skipped += sum(shelf.skipped for shelf in shelves)
        superseded += sum(len(shelf.replaced) for shelf in changed)
        cases += [shelf.case for shelf in changed]
    if bad:
        # The caller leaves the transaction, so that what was written before the first bad row goes as well.
        raise RowsRefused("evidence.refused", tuple(sorted(bad, key=lambda each: each.line)))
    counts = {"new": new, "skipped": skipped, "superseded": superseded}
    records.append_many(session, [(Act(actor.login, "imported", {**note, **counts}), [])])
    return Added(new, skipped, superseded, tuple(cases))


def put(session: Session, case: str, incoming: Sequence[Incoming]) -> tuple[tuple[str, ...], list[Told]]:
    """Pieces that come with an act on a case (a reply, an interview): their ids, and what the act's event tells of them.

    The caller asks whether the actor may and records the act. Raises ``RowsRefused`` as ``add``.
    """
    shelf = _shelves(session, [case])[case]
    bad = [wrong for row in incoming if (wrong := shelf.put(row))]
    if bad:
        raise RowsRefused("evidence.refused", tuple(bad))
    new = list(shelf.new)
    _insert_all(session, [shelf])
    said = [told.of_values(EvidenceRow, row) for row in shelf.new.values()] + _told_again(session, shelf)
    return tuple(f"E{number}" for number in new), said


def insert_applications(
    session: Session, applications: Sequence[tuple[str, Application, str | None]]
) -> dict[str, Told]:
    """The application form as the first piece (``E1``) of new cases; what to tell of each in the case's event."""
    written = [
        {
            "case_id": case,
            "number": 1,
            "kind": EvidenceKind.APPLICATION.value,
            "about": form.kind,
            "natural_key": forms.natural_key(EvidenceKind.APPLICATION, (form.kind,)),
            "record": forms.plain(form),
            "source": "application",
            "as_of": form.received_on,
            "receipt": receipt,
            "document": 1,
            "superseded_by": None,
        }
        for case, form, receipt in applications
    ]
    bulk.put(session, EvidenceRow, written)
    return {str(row["case_id"]): told.of_values(EvidenceRow, row) for row in written}


def of_case(session: Session, case: str, *, superseded: bool = True) -> tuple[Evidence, ...]:
    """The pieces of a case in their order; ``superseded=False`` leaves out those that another took the place of."""
    return tuple(forms.piece(*row) for row in reading.rows(session, _PIECES if superseded else _STANDING, case=case))


def _place(session: Session, by_case: Mapping[str, Sequence[Incoming]]) -> tuple[list[Bad], list[_Shelf]]:
    known = set(session.execute(select(_CASE.c.id).where(_CASE.c.id.in_(list(by_case)))).scalars())
    shelf_of = _shelves(session, [case for case in by_case if case in known])
    bad: list[Bad] = []
    for case, rows in by_case.items():
        if case not in known:
            message = Message("evidence.unknown_case", {"case": case})
            bad += [Bad(row.line, "case", case, message) for row in rows]
            continue
        bad += [wrong for row in rows if (wrong := shelf_of[case].put(row))]
    return bad, list(shelf_of.values())


def _shelves(session: Session, cases: Sequence[str]) -> dict[str, _Shelf]:
    shelves = {case: _Shelf(case) for case in cases}
    row = EvidenceRow
    asked = (
        select(
            row.case_id,
            row.number,
            row.natural_key,
            row.record,
            row.source,
            row.as_of,
            row.receipt,
            row.document,
            row.superseded_by,
        )
        .where(row.case_id.in_(cases))
        .order_by(row.case_id, row.number)
    )
    for case, *rest in session.execute(asked):
        shelves[case].keep(_Known(*rest))
    return shelves


def _write(session: Session, actor: Actor, shelves: Iterable[_Shelf]) -> Iterator[records.Entry]:
    shelves = list(shelves)
    _insert_all(session, shelves)
    for shelf in shelves:
        said = [told.of_values(EvidenceRow, row) for row in shelf.new.values()]
        said += _told_again(session, shelf)
        content = {
            "added": [f"E{number}" for number in shelf.new],
            "superseded": {f"E{old}": f"E{by}" for old, by in shelf.replaced.items()},
        }
        yield Act(actor.login, "evidence_added", content, shelf.case), said


def _insert_all(session: Session, shelves: Sequence[_Shelf]) -> None:
    new = [row for shelf in shelves for row in shelf.new.values()]
    bulk.put(session, EvidenceRow, new)
    replaced = [(shelf.case, old, by) for shelf in shelves for old, by in shelf.replaced.items()]
    if replaced:
        session.connection().execute(
            update(EvidenceRow)
            .where(EvidenceRow.case_id == bindparam("c"), EvidenceRow.number == bindparam("n"))
            .values(superseded_by=bindparam("b")),
            [{"c": case, "n": old, "b": by} for case, old, by in replaced],
        )


def _told_again(session: Session, shelf: _Shelf) -> list[Told]:
    if not shelf.replaced:
        return []
    asked = select(EvidenceRow).where(EvidenceRow.case_id == shelf.case, EvidenceRow.number.in_(shelf.replaced))
    return [told.of_row(row) for row in session.scalars(asked.execution_options(populate_existing=True))]


def _origin(source: str, as_of: date | None, receipt: str | None, key: str) -> tuple[object, ...]:
    """Rows of one origin are one document; a paper that was handed in is one by itself."""
    own = (key,) if key.startswith(f"{EvidenceKind.DOCUMENT.value}|") else ()
    return (source, as_of, receipt, *own)


def _day(as_of: date | None) -> date:
    """A row without a day is older than any with one."""
    return as_of or date.min


def _parts(incoming: Iterable[Sequence[Incoming]]) -> Iterator[dict[str, Sequence[Incoming]]]:
    """Some cases at a time: as many as one question may name, and no more rows than memory should hold."""
    part: dict[str, Sequence[Incoming]] = {}
    rows = 0
    for each in incoming:
        part[each[0].case] = each
        rows += len(each)
        if len(part) >= CHUNK or rows >= ROWS:
            yield part
            part, rows = {}, 0
    if part:
        yield part
