"""Consistency from the office's own record: keys and counts in, never a name; the ledger of releases; who read what."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta, timezone
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Text, delete, func, select, type_coerce
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.consistency import codes, kept, kept_rows
from models.consistency import ledger as ledgers
from models.consistency.inputs import Decisions, Options
from models.consistency.kept import Kept
from models.consistency.kept_rows import Names, Packed, Packer
from models.consistency.ledger import Ledger
from models.consistency.tables import KeptBlockRow, KeptDecisionRow, KeptNameRow
from models.consistency.values import Report
from models.decisions.tables import RoundRow
from models.errors import NotFound, NotPermitted
from models.evidence import free_text
from models.findings.tables import FindingRow
from models.people import rules
from models.people.values import CONSOLE, Actor, Permission
from models.records import service as records
from models.records.tables import EventRow
from models.records.values import Act
from models.store import bulk, settings
from models.store.tables import SettingRow

LEDGER, KEY, PROPOSED = "consistency.ledger", "consistency.key", "consistency.proposed"
KEPT = "consistency.kept"
"""The last event that the kept rows and sums speak of."""
CODES = "consistency.codes."
"""Before the number of a working paper: whose code is whose."""
SHOWN = 8
"""So much of its number does a page show."""
_JAPAN = timezone(timedelta(hours=9))
_EVERY, _CASES = 20_000, 500
_END = chr(0x10FFFF)
"""Behind every case's key."""
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
    names = names_of(session)
    row = KeptDecisionRow.__table__.c
    parts: list[Decisions] = []
    _tick(progress, 0)
    for part in bulk.parts(session, select(row.head, row.found, row.reasons), _EVERY):
        parts.append(kept_rows.unpack(part, names))
        _tick(progress, len(parts) * _EVERY)
    return kept_rows.joined(parts, names) if parts else kept_rows.empty(names), names.listed("examiner")


def kept_sums(session: Session, progress: Progress | None = None) -> Kept:
    """The sums that ``keep_up`` has brought up to date: all that a report over whole months needs. Raises ``Stopped``."""
    _tick(progress, 0)
    asked = select(KeptBlockRow.month, KeptBlockRow.kind, KeptBlockRow.content)
    return Kept(names_of(session), {(row.month, row.kind): kept.decode(row.content) for row in session.execute(asked)})


def _tick(progress: Progress | None, number: int) -> None:
    if progress is not None and progress(number, 0) is False:
        raise Stopped("report.stopped")


def is_kept(session: Session) -> bool:
    """Whether the kept rows speak of the last event."""
    return bool(settings.get(session, KEPT) == records.next_seq(session) - 1)


def keep_up(session: Session, progress: Progress | None = None) -> None:
    """Bring the kept rows and sums up to the last event: every case that an event speaks of since is packed anew, its old
    row taken out of the sums and its new one put in; at the first time all are. What is kept equals a full
    recomputation, because a row is a function of its case's rows alone, and a sum of its rows."""
    last, seen = records.next_seq(session) - 1, settings.get(session, KEPT)
    if seen == last:
        return
    names, change = names_of(session), dict[kept.Key, kept.Block]()
    if seen is None:
        session.execute(delete(KeptDecisionRow))
        session.execute(delete(KeptBlockRow))
        _pack(session, names, change, None, progress)
    else:
        asked = select(EventRow.case_id).where(EventRow.seq > seen, EventRow.case_id.is_not(None)).distinct()
        cases = [str(each) for each in session.scalars(asked)]
        for start in range(0, len(cases), _CASES):
            some = cases[start : start + _CASES]
            _take_out(session, names, change, some)
            _pack(session, names, change, some, progress)
    _put_sums(session, change)
    told = [{"column": column, "place": place, "name": name} for column, place, name in names.new]
    bulk.put(session, KeptNameRow, told)
    settings.put(session, KEPT, last)


def names_of(session: Session) -> Names:
    """The lists of names that the numbers in kept rows point into."""
    names = Names()
    for row in session.execute(
        select(KeptNameRow.column, KeptNameRow.place, KeptNameRow.name).order_by(KeptNameRow.column, KeptNameRow.place)
    ):
        names.places.setdefault(row.column, {})[row.name] = row.place
    return names


def _take_out(session: Session, names: Names, change: dict[kept.Key, kept.Block], cases: Sequence[str]) -> None:
    """The rows of these cases go, and what they gave to the sums."""
    asked = select(KeptDecisionRow.head, KeptDecisionRow.found, KeptDecisionRow.reasons)
    rows = session.execute(asked.where(KeptDecisionRow.case_id.in_(cases))).all()
    if rows:
        kept.merge(change, kept.of(kept_rows.unpack(rows, names)), -1)
        session.execute(delete(KeptDecisionRow).where(KeptDecisionRow.case_id.in_(cases)))


def _put_sums(session: Session, change: dict[kept.Key, kept.Block]) -> None:
    for (month, kind), block in change.items():
        row = session.get(KeptBlockRow, (month, kind))
        if row is None:
            session.add(KeptBlockRow(month=month, kind=kind, content=kept.encode(block)))
        else:
            row.content = kept.encode(kept.add(kept.decode(row.content), block))
    session.flush()


def _pack(
    session: Session,
    names: Names,
    change: dict[kept.Key, kept.Block],
    cases: Sequence[str] | None,
    progress: Progress | None,
) -> None:
    done = 0
    for part in packed(session, names, cases):
        bulk.put(session, KeptDecisionRow, [{"case_id": case_id, **each._asdict()} for case_id, each in part])
        kept.merge(change, kept.of(kept_rows.unpack([each for _, each in part], names)))
        done += len(part)
        _tick(progress, done)


def packed(session: Session, names: Names, cases: Sequence[str] | None) -> Iterator[list[tuple[str, Packed]]]:
    """The decisions that stand (``cases`` None: of all), packed: three walks in the order of the cases' keys, side by side:
    decisions, findings and reasons."""
    packer = Packer(names)
    asked = _decided(cases).execution_options(yield_per=_EVERY)
    with (
        session.execute(_found(cases)) as findings_,
        session.execute(_reasons(cases)) as reasons_,
        session.connection().execute(asked) as decided,
    ):
        found, reasons = _Beside(findings_), _Beside(reasons_)
        while part := decided.fetchmany(_EVERY):
            yield [
                (
                    case_id,
                    Packed(
                        packer.head(moment, outcome == "grant", examiner, texts),
                        packer.found(found.of(case_id)),
                        packer.reasons(reasons.of(case_id)),
                    ),
                )
                for case_id, moment, examiner, outcome, *texts in map(tuple, part)
            ]


class _Beside:
    """Pairs of case and text in the order of cases, read alongside another walk in that order."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = ((str(case), str(text)) for case, text in rows)
        self._case, self._text = "", ""

    def of(self, case_id: str) -> str:
        """The text of a case; empty where it has none."""
        while self._case < case_id:
            self._case, self._text = next(self._rows, (_END, ""))
        return self._text if self._case == case_id else ""


def _decided(cases: Sequence[str] | None) -> Select[Any]:
    """The decision of each case that stands; a returned or superseded round is none."""
    columns = tuple(getattr(CaseRow, name) for name in kept_rows.COLUMNS)
    moment = type_coerce(RoundRow.countersigned_at, String)
    asked = (
        select(CaseRow.id, moment, RoundRow.proposed_by, RoundRow.outcome, *columns)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None))
        .order_by(CaseRow.id)
    )
    return asked if cases is None else asked.where(CaseRow.id.in_(cases))


def _found(cases: Sequence[str] | None) -> Select[Any]:
    """Current findings of each case as one text: the database joins them, which spares reading a row for each."""
    return _by_case(FindingRow.criterion + kept_rows.INSIDE + FindingRow.finding, FindingRow.current.is_(True), cases)


def _reasons(cases: Sequence[str] | None) -> Select[Any]:
    """Reasons of each case, only of criteria that were not met."""
    unmet = FindingRow.current.is_(True) & (FindingRow.finding == "not_met") & FindingRow.reasons.is_not(None)
    return _by_case(type_coerce(FindingRow.reasons, Text), unmet, cases)


def _by_case(text: ColumnElement[str], which: ColumnElement[bool], cases: Sequence[str] | None) -> Select[Any]:
    every: Select[Any] = select(FindingRow.case_id).add_columns(func.aggregate_strings(text, kept_rows.BETWEEN))
    asked = every.where(which).group_by(FindingRow.case_id).order_by(FindingRow.case_id)
    asked = asked if cases is None else asked.where(FindingRow.case_id.in_(cases))
    return asked.execution_options(yield_per=_EVERY)


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
    """Record that somebody read a working paper, and keep whose code is whose for an authorized look-up; an empty login stands for
    somebody of another office, which keeps that code itself."""
    require(actor, Permission.REPORT)
    _keep_codes(session, report.id, logins, options.salt)
    records.append(session, Act(actor.login, "report.made", _content(report)))


def note_release(
    session: Session,
    actor: Actor,
    proposed_by: str | None,
    report: Report,
    before: Ledger,
    after: Ledger,
    bulletin: int | None = None,
) -> bool:
    """Record a release and enter it in the ledger; False where another release came between, so that it must be made
    anew. ``bulletin``: the fiscal year, where it is the yearly account."""
    require(actor, Permission.RELEASE)
    if ledger(session) != before:
        return False
    settings.put(session, LEDGER, ledgers.to_json(after))
    if proposed_by is not None:
        settings.put(session, PROPOSED, {})
    yearly = {} if bulletin is None else {"bulletin": bulletin}
    content = {**_content(report), "proposed_by": proposed_by, **yearly}
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
    several = zip(codes.assign(len(logins), salt), logins, strict=True)
    settings.put(session, f"{CODES}{report}", {code: login for code, login in several if login})


def look_up(session: Session, actor: Actor, report: str, code: str, why: str) -> str:
    """Whose code it is; recorded with its purpose. ``report``: the number of a working paper, or what its pages show of it.
    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (words that cannot be kept)."""
    require(actor, Permission.RELEASE)
    free_text.check(why)
    row = _codes_of(session, report)
    login = row.value.get(code)
    if login is None:
        raise NotFound("report.unknown_code", examiner=code)
    whole = row.key.removeprefix(CODES)
    records.append(session, Act(actor.login, "report.looked_up", {"report": whole, "code": code, "why": why}))
    return str(login)


def _codes_of(session: Session, report: str) -> SettingRow:
    """The kept codes of the one working paper whose number begins so."""
    begun = SettingRow.key.startswith(CODES + report, autoescape=True)
    found = session.scalars(select(SettingRow).where(begun).limit(2)).all() if len(report) >= SHOWN else []
    if len(found) != 1:
        raise NotFound("report.unknown_report", report=report, least=SHOWN)
    return found[0]


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
