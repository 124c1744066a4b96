"""Verbs of letters: draw a number, seal what was rendered, fetch it again, keep the office's letter settings."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, ScalarResult, select
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.cases.values import State
from models.errors import NotPermitted
from models.evidence import free_text
from models.letters import settings
from models.letters.tables import LetterMakingRow, LetterNumberRow, LetterRow
from models.letters.values import IssuedLetter, Letter, LetterSettings, Making, Sealing
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading
from models.store import settings as kept
from models.store.base import Base
from models.store.canonical import read
from models.store.told import table_of

KEY = "letters"
_ROW = table_of(LetterRow)
_SENT = (
    reading.of_case(LetterRow, "id")
    .with_only_columns(_ROW.c.number, _ROW.c.decided_on, _ROW.c.dispatched_on)
    .where(_ROW.c.superseded_by.is_(None))
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What an issued letter says of its sending."""

    number: str
    decided_on: date
    dispatched_on: date


def draw_number(session: Session, pattern: str, day: date) -> str:
    """The next letter number of the year, inside the caller's transaction: a failed issue gives it back."""
    row = session.get(LetterNumberRow, day.year, with_for_update=True)
    if row is None:
        row = LetterNumberRow(year=day.year, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return pattern.format(year=day.year, serial=row.last)


def next_number(session: Session, pattern: str, day: date) -> str:
    """The number that the next letter of the year would get; it is not drawn."""
    row = session.get(LetterNumberRow, day.year)
    return pattern.format(year=day.year, serial=(row.last if row else 0) + 1)


def seal(
    session: Session, actor: Actor, letter: Letter, sealings: Iterable[Sealing]
) -> tuple[tuple[IssuedLetter, ...], tuple[Base, ...]]:
    """Keep the bytes of an issued letter, one row a format, and how a PDF was made; the rows go into the event that issues
    them.

    Raises ``NotPermitted`` for a role that may not issue, and for a draft.
    """
    people.require(actor, Permission.ISSUE)
    if letter.draft or letter.decided_on is None or letter.dispatched_on is None:
        raise NotPermitted("letters.draft_not_sealed", case=letter.case)
    seq, at = records.next_seq(session), records.now(session)
    rows, makings = [], []
    for sealing in sealings:
        row = _sealed(letter, sealing)
        row.issued_at, row.issued_by, row.seq = at, actor.login, seq
        row.id = f"{letter.case}-{seq}-{row.language}-{row.format}"
        rows.append(row)
        if sealing.making is not None:
            makings.append(LetterMakingRow(letter_id=row.id, case_id=letter.case, **asdict(sealing.making)))
    session.add_all(rows)
    session.flush()
    session.add_all(makings)
    return tuple(_issued(row) for row in rows), (*rows, *makings)


def _sealed(letter: Letter, sealing: Sealing) -> LetterRow:
    return LetterRow(
        case_id=letter.case,
        language=sealing.language or letter.language,
        format=sealing.format,
        number=letter.number,
        sha256=hashlib.sha256(sealing.content).hexdigest(),
        content=sealing.content,
        content_digest=letter.content_digest,
        check_number=letter.check_number,
        decided_on=letter.decided_on,
        dispatched_on=letter.dispatched_on,
    )


def fetch(session: Session, case: str, language: str, form: str) -> IssuedLetter | None:
    """The sealed letter of a case in a language and format; none when none was issued."""
    row = _of_case(session, case, LetterRow.language == language, LetterRow.format == form).first()
    return _issued(row) if row else None


def issued(session: Session, case: str) -> tuple[IssuedLetter, ...]:
    """Every sealed letter of a case that is in force."""
    return tuple(_issued(row) for row in _of_case(session, case))


def countersigned(session: Session) -> Iterator[tuple[str, str, str, str]]:
    """The cases whose letters can be issued, by number: case, unit, kind, route."""
    asked = select(CaseRow.id, CaseRow.unit, CaseRow.kind, CaseRow.route)
    found = session.execute(asked.where(CaseRow.state == State.COUNTERSIGNED.value).order_by(CaseRow.id))
    return ((row.id, row.unit, row.kind, row.route) for row in found)


def find(session: Session, sha256: str) -> IssuedLetter | None:
    """The sealed letter with these bytes, superseded ones too."""
    row = session.scalars(select(LetterRow).where(LetterRow.sha256 == sha256).limit(1)).first()
    return _issued(row) if row else None


def numbered(session: Session, number: str) -> tuple[IssuedLetter, ...]:
    """Every sealed letter under a number."""
    rows = session.scalars(select(LetterRow).where(LetterRow.number == number).order_by(LetterRow.id))
    return tuple(_issued(row) for row in rows)


def sealed_bytes(session: Session, case: str) -> tuple[tuple[str, bytes], ...]:
    """Hash and bytes of every letter of a case that was ever sealed, superseded ones too."""
    asked = select(LetterRow.sha256, LetterRow.content).where(LetterRow.case_id == case).order_by(LetterRow.id)
    return tuple((sha256, content) for sha256, content in session.execute(asked))


def making_of(session: Session, letter_id: str) -> Making | None:
    """How a sealed PDF was made; ``None`` for other formats, and for letters older than signatures."""
    row = session.get(LetterMakingRow, letter_id)
    if row is None:
        return None
    return Making(row.renderer, row.source, row.unsigned_sha256, row.unsigned_size, row.certificate)


def dispatch_of(session: Session, case: str) -> Dispatch | None:
    """Number and days of the letter in force; none before issue."""
    found = reading.rows(session, _SENT, case=case)
    return Dispatch(*found[0]) if found else None


def letter_settings(session: Session) -> LetterSettings:
    """The office's letter settings; what it has not set is as the office says of itself, or empty."""
    return _settings(*kept.texts(session, KEY, kept.OFFICE))


@lru_cache(maxsize=8)
def _settings(letters: str, office: str) -> LetterSettings:
    """From what is written under both keys: it stays the same from letter to letter."""
    return settings.read(read(letters), kept.said_of_office(read(office)))


def put_letter_settings(session: Session, actor: Actor, new: LetterSettings) -> None:
    """Keep new letter settings, and record who changed them. Raises ``NotPermitted``, ``BadInput`` for an unusable one."""
    people.require(actor, Permission.KEEP_PEOPLE)
    settings.check(new)
    written = settings.written(new)
    free_text.check(written)
    kept.put(session, KEY, written)
    records.append(session, Act(actor.login, "letter_settings_changed", written))


def _of_case(session: Session, case: str, *more: ColumnElement[bool]) -> ScalarResult[LetterRow]:
    asked = select(LetterRow).where(LetterRow.case_id == case, LetterRow.superseded_by.is_(None), *more)
    return session.scalars(asked.order_by(LetterRow.id))


def _issued(row: LetterRow) -> IssuedLetter:
    return IssuedLetter(row.case_id, row.language, row.format, row.number, row.sha256, row.content, row.seq, row.id)
