"""Consistency from the office's own record: keys and counts in, never a name; the ledger of releases; who read what."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, case, delete, insert, select
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.consistency import codes, kept_rows
from models.consistency import ledger as ledgers
from models.consistency.inputs import MET, NOT_APPLICABLE, NOT_MET, Decisions, Options
from models.consistency.kept_rows import COLUMNS, Names, Packed
from models.consistency.ledger import Ledger
from models.consistency.tables import KeptDecisionRow, KeptNameRow
from models.consistency.values import Report
from models.decisions.tables import RoundRow
from models.errors import NotFound, NotPermitted
from models.findings.tables import FindingRow
from models.people import rules
from models.people.values import CONSOLE, Actor, Permission
from models.records import service as records
from models.records.tables import EventRow
from models.records.values import Act
from models.store import settings

LEDGER, KEY, PROPOSED = "consistency.ledger", "consistency.key", "consistency.proposed"
KEPT = "consistency.kept"
"""The last event that the kept rows speak of."""
_FINDINGS = {"met": MET, "not_met": NOT_MET, "not_applicable": NOT_APPLICABLE}
_JAPAN = timezone(timedelta(hours=9))
_EPOCH = date(1970, 1, 1).toordinal()
_EVERY, _CASES = 20_000, 500
Progress = Callable[[int, int], bool | None]


class Stopped(NotPermitted):
    """The person stopped the work; nothing was changed."""


def require(actor: Actor, permission: Permission) -> None:
    """Raises ``NotPermitted``; the console, which holds the office's passphrase, may report as it may import."""
    if actor != CONSOLE:
        rules.require(actor, permission)


def gather(session: Session, progress: Progress | None = None) -> tuple[Decisions, tuple[str, ...]]:
    """Every decision that stands as columns, and the logins behind ``Decisions.examiner`` by position: one walk over the
    kept rows, which ``keep_up`` has brought up to date. Raises ``Stopped``."""
    names = _names(session)
    kept = KeptDecisionRow.__table__.c
    asked = select(kept.head, kept.found, kept.reasons).execution_options(yield_per=_EVERY)
    heads: list[bytes] = []
    found: list[bytes] = []
    reasons: list[bytes] = []
    _tick(progress, 0)
    # Below the ORM, and in parts: rows as objects would cost more than the statistics.
    with session.connection().execute(asked) as result:
        while part := result.fetchmany(_EVERY):
            columns = zip(*part, strict=True)
            heads += next(columns)
            found += next(columns)
            reasons += next(columns)
            _tick(progress, len(heads))
    return kept_rows.unpack(heads, found, reasons, names), names.listed("examiner")


def _tick(progress: Progress | None, number: int) -> None:
    if progress is not None and progress(number, 0) is False:
        raise Stopped("report.stopped")


def is_kept(session: Session) -> bool:
    """Whether the kept rows speak of the last event."""
    return bool(settings.get(session, KEPT) == records.next_seq(session) - 1)


def keep_up(session: Session, progress: Progress | None = None) -> None:
    """Bring the kept rows up to the last event: every case that an event speaks of since is packed anew; at the first time
    all are. What is kept equals a full recomputation, because a row is a function of its case's rows alone."""
    last, seen = records.next_seq(session) - 1, settings.get(session, KEPT)
    if seen == last:
        return
    names = _names(session)
    if seen is None:
        session.execute(delete(KeptDecisionRow))
        _pack(session, names, None, progress)
    else:
        asked = select(EventRow.case_id).where(EventRow.seq > seen, EventRow.case_id.is_not(None)).distinct()
        cases = [str(each) for each in session.scalars(asked)]
        for start in range(0, len(cases), _CASES):
            some = cases[start : start + _CASES]
            session.execute(delete(KeptDecisionRow).where(KeptDecisionRow.case_id.in_(some)))
            _pack(session, names, some, progress)
    if names.new:
        session.execute(
            insert(KeptNameRow), [{"column": column, "place": place, "name": name} for column, place, name in names.new]
        )
    settings.put(session, KEPT, last)


def _names(session: Session) -> Names:
    names = Names()
    for row in session.execute(
        select(KeptNameRow.column, KeptNameRow.place, KeptNameRow.name).order_by(KeptNameRow.column, KeptNameRow.place)
    ):
        names.places.setdefault(row.column, {})[row.name] = row.place
    return names


def _pack(session: Session, names: Names, cases: Sequence[str] | None, progress: Progress | None) -> None:
    """Two walks in the order of the cases' keys, decisions and their findings, side by side."""
    found = _by_case(session.execute(_found(cases).execution_options(yield_per=_EVERY)))
    following = next(found, None)
    batch: list[dict[str, object]] = []
    for number, row in enumerate(session.execute(_decided(cases).execution_options(yield_per=_EVERY)), 1):
        while following is not None and following[0] < row.id:
            following = next(found, None)
        own = following[1] if following is not None and following[0] == row.id else []
        packed = _packed(names, row, own)
        batch.append({"case_id": row.id, "head": packed.head, "found": packed.found, "reasons": packed.reasons})
        if len(batch) == _EVERY:
            session.execute(insert(KeptDecisionRow), batch)
            batch = []
            _tick(progress, number)
    if batch:
        session.execute(insert(KeptDecisionRow), batch)


def _by_case(rows: Iterable[Row[Any]]) -> Iterator[tuple[str, list[Row[Any]]]]:
    for key, group in groupby(rows, key=lambda row: row.case_id):
        yield str(key), list(group)


def _packed(names: Names, row: Row[Any], found: Sequence[Row[Any]]) -> Packed:
    moment: datetime = row.countersigned_at
    day = moment.astimezone(_JAPAN).date().toordinal() - _EPOCH
    texts = {"examiner": row.proposed_by, **{name: getattr(row, name) or "" for name in COLUMNS}}
    pairs = [(each.criterion, _FINDINGS[each.finding]) for each in found if each.finding in _FINDINGS]
    codes_ = [str(reason["code"]) for each in found for reason in each.reasons or ()]
    return kept_rows.pack(names, day, row.outcome == "grant", texts, pairs, codes_)


def _decided(cases: Sequence[str] | None) -> Select[Any]:
    """The decision of each case that stands; a returned or superseded round is none."""
    columns = tuple(getattr(CaseRow, name) for name in COLUMNS)
    asked = (
        select(CaseRow.id, RoundRow.countersigned_at, RoundRow.proposed_by, RoundRow.outcome, *columns)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None))
        .order_by(CaseRow.id)
    )
    return asked if cases is None else asked.where(CaseRow.id.in_(cases))


def _found(cases: Sequence[str] | None) -> Select[Any]:
    """Current findings; reasons only where a criterion was not met."""
    reasons = case((FindingRow.finding == "not_met", FindingRow.reasons), else_=None)
    asked = (
        select(FindingRow.case_id, FindingRow.criterion, FindingRow.finding, reasons.label("reasons"))
        .where(FindingRow.current)
        .order_by(FindingRow.case_id, FindingRow.criterion)
    )
    return asked if cases is None else asked.where(FindingRow.case_id.in_(cases))


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
