"""A large office of decided cases, grown fast from a few that were made as people make them.

Each new case is one of these under another number: all its rows (some 125 pieces of evidence, its findings, its decision), and its events
again, appended to the chain by the product itself: tied, salted, the countersignature signed, the digest of every row in them. So the
office verifies as any other. Only the drawing of persons and the rules of the services are left out, which would take a day.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop.operations import people, sample
from desktop.operations import records as operations
from models.cases.folding import fold, grams
from models.cases.tables import CaseRow
from models.cases.values import State
from models.findings.tables import FindingRow
from models.records import service as records
from models.records import verify
from models.records.signing.service import SIGNED
from models.records.values import Act
from models.store import office as store
from models.store import told
from models.store.base import Base
from models.store.canonical import canonical
from models.store.clock import Clock
from models.store.office import Office, Session

PASSPHRASE = "sample"
SEEDED = 60
"""So many cases are made as people make them; one in twenty of them is decided and has no letter yet."""
BATCH = 200
_ADDED = {verify.ROWS, "salt", "signature", "key"}
"""What the record itself puts into an event."""
_GRAM = "INSERT INTO case_gram (gram, case_id) VALUES (?, ?)"
_LIKE = "INSERT INTO like_case (case_id, criterion, about, decided_on, finding, pattern) VALUES (?, ?, ?, ?, ?, ?)"


_KEPT = "SELECT criterion, about, decided_on, finding, pattern FROM like_case WHERE case_id = ?"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the pattern: as the driver gives it, where its case's number stands in it, and as the record speaks of it."""

    values: tuple[Any, ...]
    numbered: tuple[int, ...]
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of one table; ``seq``: which column holds the number of an event."""

    insert: str
    rows: tuple[_Row, ...]
    seq: int | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A decided case to be made again and again. ``acts``: who, what, its content, the names of the rows that it wrote; ``alike``: what
    is kept of it to be compared with, without its number."""

    case: str
    folded: str
    tables: tuple[_Table, ...]
    acts: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    seqs: tuple[int, ...]
    alike: tuple[tuple[Any, ...], ...]

    @property
    def signers(self) -> list[str]:
        """Who signed it, in their order."""
        return [who for who, kind, _, _ in self.acts if kind in SIGNED]


def office(where: Path, cases: int) -> Office:
    """An office with ``cases`` decided cases, open. It stands at ``where`` for the next time."""
    if where.exists():
        return store.open_(where, PASSPHRASE, Clock())
    sample.make(where, PASSPHRASE, SEEDED, 7, letters=0).close()
    grown = store.open_(where, PASSPHRASE, Clock())
    grow(grown, cases)
    return grown


def grow(where: Office, cases: int) -> None:
    """Add so many decided cases."""
    with where.read() as session:
        every = list(_patterns(session))
    signs = every[0].signers[-1]
    patterns = [each for each in every if set(each.signers) == {signs}]
    signer = people.sign_in(where, signs, sample.PASSWORD).signer
    for start in range(0, cases, BATCH):
        with where.begin(signer=signer) as session:
            _plant(session, patterns, range(start, min(start + BATCH, cases)))


def _patterns(session: Session) -> Iterator[Pattern]:
    """The decided cases of the office that hang together with no other case."""
    asked = select(CaseRow.id).where(CaseRow.state == State.COUNTERSIGNED.value, CaseRow.household.is_(None))
    for case in session.scalars(asked.order_by(CaseRow.id)):
        events = records.of_case(session, case)
        yield Pattern(
            case,
            session.scalars(select(CaseRow.folded).where(CaseRow.id == case)).one(),
            tuple(made for table in operations.TABLES if (made := _table(session, table, case)).rows),
            tuple((e.who, e.kind, _said(e.content), _names(e.content)) for e in events),
            tuple(event.seq for event in events),
            tuple(map(tuple, session.connection().exec_driver_sql(_KEPT, (case,)))),
        )


def _said(content: Mapping[str, object]) -> str:
    return canonical({name: value for name, value in content.items() if name not in _ADDED})


def _names(content: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(content.get(verify.ROWS, ()))


def _table(session: Session, table: type[Base], case: str) -> _Table:
    lies = told.table_of(table)
    if table.told_case is None:
        return _Table("", (), None)
    columns = [each.key for each in lies.columns]
    quoted, marks = ", ".join(f'"{each}"' for each in columns), ", ".join("?" * len(columns))
    spoken = dict(told.spoken(session, table, case))
    asked = f'SELECT {quoted} FROM "{lies.name}" WHERE "{table.told_case}" = ?'
    found = session.connection().exec_driver_sql(asked, (case,))
    rows = tuple(_row(tuple(each), name, said, case) for each, (name, said) in zip(found, spoken.items(), strict=True))
    insert = f'INSERT INTO "{lies.name}" ({quoted}) VALUES ({marks})'
    return _Table(insert, rows, columns.index("seq") if table is FindingRow else None)


def _row(values: tuple[Any, ...], name: str, said: dict[str, Any], case: str) -> _Row:
    numbered = tuple(
        n for n, each in enumerate(values) if isinstance(each, str) and (case in each or fold(case) in each)
    )
    return _Row(values, numbered, name, canonical({key: value for key, value in said.items() if value is not None}))


def _plant(session: Session, patterns: Sequence[Pattern], numbers: range) -> None:
    """These cases with all their rows, and the pairs that search finds them by; then their events."""
    entries: list[records.Entry] = []
    inserts: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    seq = records.next_seq(session)
    for number in numbers:
        pattern = patterns[number % len(patterns)]
        case = f"{pattern.case[:8]}{100_000 + number}"
        digests = _rows(pattern, case, seq, inserts)
        inserts[_GRAM] += ((gram, case) for gram in grams(pattern.folded.replace(fold(pattern.case), fold(case))))
        inserts[_LIKE] += ((case, *each) for each in pattern.alike)
        for who, kind, said, names in pattern.acts:
            act = Act(who, kind, json.loads(said.replace(pattern.case, case)), case)
            entries.append((act, [digests[name] for name in names if name in digests]))
        seq += len(pattern.acts)
    for insert, values in inserts.items():
        session.connection().exec_driver_sql(insert, sorted(values) if insert == _GRAM else values)
    records.append_many(session, entries)


def _rows(pattern: Pattern, case: str, seq: int, inserts: dict[str, list[tuple[Any, ...]]]) -> dict[str, told.Told]:
    """Put the rows of a new case into ``inserts``; what the record is to say of each, by its name in the pattern."""
    digests: dict[str, told.Told] = {}
    old, folded = fold(pattern.case), fold(case)
    for table in pattern.tables:
        for row in table.rows:
            values, spoken = list(row.values), row.spoken.replace(pattern.case, case)
            for place in row.numbered:
                values[place] = values[place].replace(pattern.case, case).replace(old, folded)
            if table.seq is not None:
                was = values[table.seq]
                values[table.seq] = seq + pattern.seqs.index(was)
                spoken = spoken.replace(f'"seq":{was}', f'"seq":{values[table.seq]}')
            inserts[table.insert].append(tuple(values))
            digests[row.name] = (case, row.name.replace(pattern.case, case), sha256(spoken.encode()).hexdigest()[:32])
    return digests
