"""Consistency from the office's own record: keys and counts in, never a name; the ledger of releases; who read what."""

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import numpy as np
from sqlalchemy import Row, Select, case, select
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.consistency import codes
from models.consistency import ledger as ledgers
from models.consistency.inputs import GAP, MET, NOT_APPLICABLE, NOT_MET, Category, Decisions, Options
from models.consistency.ledger import Ledger
from models.consistency.register_columns import Column
from models.consistency.values import Report
from models.decisions.tables import RoundRow
from models.errors import NotFound, NotPermitted
from models.findings.tables import FindingRow
from models.people import rules
from models.people.values import CONSOLE, Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import settings

LEDGER, KEY, PROPOSED = "consistency.ledger", "consistency.key", "consistency.proposed"
MIX, GROUPS = ("route", "current_status"), ("nationality", "sex", "language")
_FINDINGS = {"met": MET, "not_met": NOT_MET, "not_applicable": NOT_APPLICABLE}
_JAPAN = timezone(timedelta(hours=9))
_EPOCH = date(1970, 1, 1).toordinal()
_EVERY = 20_000
Progress = Callable[[int, int], bool | None]


class Stopped(NotPermitted):
    """The person stopped the work; nothing was changed."""


def require(actor: Actor, permission: Permission) -> None:
    """Raises ``NotPermitted``; the console, which holds the office's passphrase, may report as it may import."""
    if actor != CONSOLE:
        rules.require(actor, permission)


def gather(session: Session, progress: Progress | None = None) -> tuple[Decisions, tuple[str, ...]]:
    """Every countersigned decision as columns, and the logins behind ``Decisions.examiner`` by position.

    Two walks in the order of the cases' keys: decisions, and their current findings. Raises ``Stopped``.
    """
    reader = _Reader()
    for number, row in enumerate(session.execute(_decided().execution_options(yield_per=_EVERY))):
        _tick(progress, number)
        reader.decision(row)
    for number, row in enumerate(session.execute(_found().execution_options(yield_per=_EVERY))):
        _tick(progress, number)
        reader.finding(row)
    return reader.decisions(), reader.examiner.levels()


def _tick(progress: Progress | None, number: int) -> None:
    if progress is not None and number % _EVERY == 0 and progress(number, 0) is False:
        raise Stopped("report.stopped")


def _decided() -> Select[Any]:
    """The decision of each case that stands; a returned or superseded round is none."""
    columns = (
        CaseRow.unit,
        CaseRow.kind,
        CaseRow.route,
        CaseRow.current_status,
        *(getattr(CaseRow, name) for name in GROUPS),
    )
    return (
        select(CaseRow.id, RoundRow.countersigned_at, RoundRow.proposed_by, RoundRow.outcome, *columns)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None))
        .order_by(CaseRow.id)
    )


def _found() -> Select[Any]:
    """Current findings of decided cases; reasons only where a criterion was not met."""
    reasons = case((FindingRow.finding == "not_met", FindingRow.reasons), else_=None)
    return (
        select(FindingRow.case_id, FindingRow.criterion, FindingRow.finding, reasons.label("reasons"))
        .join(CaseRow, CaseRow.id == FindingRow.case_id)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None), FindingRow.current)
        .order_by(FindingRow.case_id, FindingRow.criterion)
    )


class _Reader:
    """Takes rows into columns; case keys stay here."""

    def __init__(self) -> None:
        self.place: dict[str, int] = {}
        self.days: list[int] = []
        self.granted: list[bool] = []
        self.examiner = Column("examiner")
        self.columns = {name: Column(name) for name in ("unit", "kind", *MIX, *GROUPS)}
        self.criteria: dict[str, list[tuple[int, int]]] = {}
        self.reason = Column("reason")
        self.reason_row: list[int] = []

    def decision(self, row: Row[Any]) -> None:
        """One decided case."""
        moment: datetime = row.countersigned_at
        self.place[row.id] = len(self.days)
        self.days.append(moment.astimezone(_JAPAN).date().toordinal() - _EPOCH)
        self.granted.append(row.outcome == "grant")
        self.examiner.add(row.proposed_by)
        for name, column in self.columns.items():
            column.add(getattr(row, name) or "")

    def finding(self, row: Row[Any]) -> None:
        """One current finding."""
        place = self.place.get(row.case_id)
        found = _FINDINGS.get(row.finding)
        if place is None or found is None:
            return
        self.criteria.setdefault(row.criterion, []).append((place, found))
        for each in row.reasons or ():
            self.reason.add(str(each["code"]))
            self.reason_row.append(place)

    def decisions(self) -> Decisions:
        """The columns read so far."""
        findings = np.full((len(self.criteria), len(self.days)), GAP, dtype=np.int8)
        for line, pairs in zip(findings, self.criteria.values(), strict=True):
            places, values = np.array(pairs, dtype=np.int64).T
            line[places] = values
        made: dict[str, Category] = {name: column.category() for name, column in self.columns.items()}
        return Decisions(
            decided_on=np.array(self.days, dtype=np.int64),
            examiner=self.examiner.codes(),
            examiners=len(self.examiner.levels()),
            unit=made["unit"],
            kind=made["kind"],
            granted=np.array(self.granted, dtype=bool),
            criteria=tuple(self.criteria),
            findings=findings,
            reason_row=np.array(self.reason_row, dtype=np.int32),
            reason_code=self.reason.codes(),
            reasons=self.reason.levels(),
            mix=tuple(made[name] for name in MIX),
            groups=tuple(made[name] for name in GROUPS),
        )


def ledger(session: Session) -> Ledger:
    """Everything that this office has released."""
    return ledgers.from_json(settings.get(session, LEDGER, {"entries": []}))


def rounding_key(session: Session) -> bytes | None:
    """The office's secret for rounding; None before the first release."""
    kept = settings.get(session, KEY)
    return None if kept is None else bytes.fromhex(kept)


def new_key(session: Session) -> bytes:
    """The secret for rounding, made at the first release and kept for good."""
    kept = rounding_key(session)
    if kept is None:
        kept = secrets.token_bytes(32)
        settings.put(session, KEY, kept.hex())
    return kept


def note_working_paper(
    session: Session, actor: Actor, report: Report, logins: tuple[str, ...], options: Options
) -> None:
    """Record that somebody read a working paper, and keep whose code is whose for an authorized look-up."""
    require(actor, Permission.REPORT)
    _keep_codes(session, report.id, logins, options.salt)
    records.append(session, Act(actor.login, "report.made", _content(report)))


def note_release(
    session: Session, actor: Actor, proposed_by: str | None, report: Report, before: Ledger, after: Ledger
) -> bool:
    """Record a release and enter it in the ledger; False where another release came between, so that it must be made
    anew."""
    require(actor, Permission.RELEASE)
    if ledger(session) != before:
        return False
    settings.put(session, LEDGER, ledgers.to_json(after))
    if proposed_by is not None:
        settings.put(session, PROPOSED, {})
    content = {**_content(report), "proposed_by": proposed_by}
    records.append(session, Act(actor.login, "report.released", content))
    return True


def _content(report: Report) -> dict[str, Any]:
    return {
        "report": report.id,
        "product": report.product.value,
        "from": report.from_.isoformat(),
        "to": report.to.isoformat(),
        "kind": report.kind,
        "unit": report.unit,
        "withheld": [[each.part, each.reason, each.about] for each in report.protection.withheld_because],
    }


def _keep_codes(session: Session, report: str, logins: tuple[str, ...], salt: bytes) -> None:
    settings.put(
        session, f"consistency.codes.{report}", dict(zip(codes.assign(len(logins), salt), logins, strict=True))
    )


def look_up(session: Session, actor: Actor, report: str, code: str, why: str) -> str:
    """Whose code it is; recorded with its purpose. Raises ``NotPermitted``, ``NotFound``."""
    require(actor, Permission.RELEASE)
    login = settings.get(session, f"consistency.codes.{report}", {}).get(code)
    if login is None:
        raise NotFound("report.unknown_code", examiner=code)
    records.append(session, Act(actor.login, "report.looked_up", {"report": report, "code": code, "why": why}))
    return str(login)


def propose_release(session: Session, actor: Actor, asked: dict[str, Any]) -> None:
    """Put a release before a second person."""
    require(actor, Permission.RELEASE)
    settings.put(session, PROPOSED, {"by": actor.login, "asked": asked})
    records.append(session, Act(actor.login, "report.release_proposed", asked))


def proposed_release(session: Session) -> tuple[str, dict[str, Any]] | None:
    """Who proposed a release, and which; None where none waits."""
    kept = settings.get(session, PROPOSED)
    return (str(kept["by"]), dict(kept["asked"])) if kept else None


def withdraw_release(session: Session, actor: Actor) -> None:
    """Take the waiting proposal away undone; recorded."""
    require(actor, Permission.RELEASE)
    kept = settings.get(session, PROPOSED)
    if kept:
        settings.put(session, PROPOSED, {})
        records.append(session, Act(actor.login, "report.release_declined", kept["asked"]))


def processing_days(session: Session, first: date, last: date, kind: str | None) -> list[int]:
    """Days from receipt to countersignature, waiting taken out, of the decisions of a period; numbers only."""
    asked = (
        select(CaseRow.received_on, CaseRow.waited_days, RoundRow.countersigned_at)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None))
    )
    if kind is not None:
        asked = asked.where(CaseRow.kind == kind)
    rows = [
        (row.countersigned_at.astimezone(_JAPAN).date(), row.received_on, row.waited_days)
        for row in session.execute(asked)
    ]
    return [max((day - received).days - waited, 0) for day, received, waited in rows if first <= day <= last]
