"""Keep how each decided case was found on each criterion, in bands; find the alike; hold what is kept against the decisions.

No event speaks of these rows: they follow from the case's own rows. They are written with the signature that decides, go when the
case is taken up again, and are made for decisions from before a few at a time (``keep_up``).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, bindparam, delete, func, select
from sqlalchemy import case as when
from sqlalchemy.orm import Session, aliased

from models.cases.tables import CaseRow
from models.cases.values import ClosedAs, State
from models.decisions.tables import RoundRow
from models.findings import service as findings
from models.findings.service import Ground
from models.findings.tables import FindingRow
from models.findings.values import Finding, FindingState
from models.frameworks.values import Criterion
from models.likecases import bands, rules
from models.likecases.rules import Found
from models.likecases.tables import LikeCaseRow
from models.likecases.values import LikeCases, Trait
from models.records.tables import EventRow
from models.records.values import Broken
from models.store import bulk, settings
from models.store.clock import JAPAN
from models.store.told import table_of

KEPT = "likecases.kept"
"""The setting that says up to which event decisions were taken in, and by which list of traits; by unit where a server keeps units
apart."""
STEP = 20
"""So many decisions are taken in at a time: a quarter of a second, in which nobody waits to save."""
_KINDS = ("countersigned", "returned", "reopened", "closed")
_DECIDED = frozenset({State.COUNTERSIGNED, State.ISSUED, State.CLOSED})
_ENDED = frozenset({None, ClosedAs.ISSUED.value})
_ANSWERS = tuple(each.value for each in FindingState if each.is_answer)
_READ = 2 * rules.MOST
T = TypeVar("T")
_BATCH = 5_000
Row = LikeCaseRow
_C = table_of(Row).c
_DAY, _PATTERN = (func.coalesce(each, each) for each in (_C.decided_on, _C.pattern))
"""The same, asked of each row: no index is walked by it, so that each question goes by the one that suits it."""
_ABOUT = (_C.about == bindparam("about"), _C.case_id != bindparam("case"))
_DAYS = (_C.decided_on >= bindparam("first"), _C.decided_on <= bindparam("day"))
_ANY_DAY = (_DAY.between(bindparam("first"), bindparam("day")),)
_BEGINS = (_C.pattern >= bindparam("low"), _C.pattern < bindparam("high"))
_FOUND = select(_C.decided_on, _C.case_id, _C.finding).where(*_ABOUT)
_NEW = _FOUND.where(*_DAYS).order_by(_C.decided_on.desc(), _C.case_id.desc()).limit(rules.MOST)
"""By number within a day, so that where the last day is cut off says nothing of how it was found there."""
_EXACT = _NEW.where(_C.pattern == bindparam("pattern"))
_MANY = _NEW.where(_PATTERN.between(bindparam("low"), bindparam("high")))
_LEAST = select(_C.case_id).where(*_ABOUT, *_ANY_DAY, *_BEGINS).limit(rules.LEAST)
_FEW = _FOUND.where(*_ANY_DAY, *_BEGINS).limit(_READ)


def refresh(session: Session, case: str) -> None:
    """Keep what a case's decision says now: its rows made anew, or taken out where no decision stands."""
    row = session.get(CaseRow, case)
    session.execute(delete(Row).where(Row.case_id == case))
    signed = _decided_on(session, row) if row is not None else None
    if row is not None and signed is not None:
        bulk.put(session, Row, _rows(session, row, signed))


def after(session: Session, case: str, done: T) -> T:
    """The same, behind an act that decided a case or took its decision up again; gives back what the act gave."""
    refresh(session, case)
    return done


def keep_up(session: Session, step: int = STEP) -> bool:
    """Take in the next decisions, ``step`` at a time; whether more are waiting. One that was taken in when it was signed is
    passed over, unless another list of traits had banded it."""
    seen, last = _seen(session), session.scalar(select(func.max(EventRow.seq))) or 0
    anew = seen.anew if seen.rules == bands.digest() else last
    asked = select(EventRow.seq, EventRow.case_id).where(EventRow.seq > seen.next, EventRow.kind.in_(_KINDS))
    events = session.execute(asked.order_by(EventRow.seq).limit(step)).all()
    for case, seq in {str(each.case_id): int(each.seq) for each in events}.items():
        if seq <= anew or not _taken_in(session, case):
            refresh(session, case)
    more = len(events) == step
    done = _Seen(events[-1].seq if more else last, bands.digest(), anew)
    if done != seen:
        settings.put(session, _name(session), asdict(done))
    return more


def behind(session: Session) -> bool:
    """Whether a decision waits to be taken in."""
    asked = select(EventRow.seq).where(EventRow.seq > _seen(session).next, EventRow.kind.in_(_KINDS))
    return session.scalar(asked.limit(1)) is not None


@dataclass(frozen=True, slots=True)
class _Seen:
    """Up to which event decisions were taken in, by which list of traits, and up to which even those that were there."""

    seq: int
    rules: str
    anew: int = 0

    @property
    def next(self) -> int:
        """Where to go on: from the beginning when the list is another one."""
        return self.seq if self.rules == bands.digest() else 0


def _name(session: Session) -> str:
    """Whoever sees the cases of one unit only takes in those, and says nothing of how far others are."""
    book = session.info.get("ledger")
    unit = None if book is None else book.unit(session)
    return KEPT if unit is None else f"{KEPT}.{hashlib.sha256(unit.encode()).hexdigest()[:16]}"


def _seen(session: Session) -> _Seen:
    kept = settings.get(session, _name(session))
    return _Seen(**kept) if kept else _Seen(0, bands.digest())


def _taken_in(session: Session, case: str) -> bool:
    """Whether the rows are of the decision that stands: it was taken in when it was signed."""
    row = session.get(CaseRow, case)
    held = session.scalar(select(Row.decided_on).where(Row.case_id == case).limit(1))
    return row is not None and held == _decided_on(session, row)


def _decided_on(session: Session, row: CaseRow) -> date | None:
    """The day in Japan on which the decision was signed that stands; ``None`` where none does: also where a finding was recorded
    since, in a case that was taken up again and ended without another decision."""
    if State(row.state) not in _DECIDED or row.closed_as not in _ENDED:
        return None
    last = session.get(RoundRow, (row.id, row.round))
    if last is None or last.countersigned_at is None or _found_after(session, row.id, last.countersigned_at):
        return None
    return last.countersigned_at.astimezone(JAPAN).date()


def _found_after(session: Session, case: str, signed: datetime) -> bool:
    latest = session.scalar(
        select(func.max(FindingRow.at)).where(FindingRow.case_id == case, FindingRow.current.is_(True))
    )
    return latest is not None and latest > signed


def _rows(session: Session, row: CaseRow, signed: date) -> list[dict[str, object]]:
    base = findings.ground(session, row, signed)
    criteria = {each.key: each for each in base.framework.criteria_for(row.route)}
    return [
        {
            "case_id": row.id, "criterion": each.criterion, "about": about(row.kind, row.route, each.criterion),
            "decided_on": signed, "finding": each.finding.value,
            "pattern": _pattern(criteria.get(each.criterion), base, signed),
        }
        for each in findings.of_case(session, row.id)
        if each.finding.is_answer
    ]  # fmt: skip


def _pattern(criterion: Criterion | None, base: Ground, day: date) -> str:
    """A finding on what the case's version no longer asks is like none."""
    return bands.pattern(bands.traits(criterion, base.facts, base.evidence, day)) if criterion else "-"


def about(kind: str, route: str, criterion: str) -> str:
    """What like cases have in common besides their bands."""
    return f"{kind}/{route}/{criterion}"


# ---- the alike
def alike(session: Session, row: CaseRow, finding: Finding, own: Sequence[Trait], day: date) -> LikeCases:
    """How like cases were found, seen from ``day``: alike in as many traits as leaves enough of them."""
    said: dict[str, object] = {
        "about": about(row.kind, row.route, finding.criterion), "first": rules.since(day), "day": day, "case": row.id,
    }  # fmt: skip
    connection = session.connection()
    found, least = _found(connection.execute(_EXACT, {**said, "pattern": bands.pattern(own)})), rules.kept(own)
    if len(found) >= rules.LEAST or len(own) <= least:
        return rules.told(finding, tuple(own), found)

    def enough(number: int) -> bool:
        return len(connection.execute(_LEAST, {**said, **_stretch(own[:number])}).all()) == rules.LEAST

    number = rules.widest(len(own) - 1, enough, least)
    if number is None:
        return rules.hidden(finding)
    return rules.told(finding, tuple(own[:number]), _newest(connection, {**said, **_stretch(own[:number])}))


def _stretch(shared: Sequence[Trait]) -> dict[str, object]:
    """All patterns that begin with these bands and go on."""
    begins = bands.pattern(shared)
    return {"low": begins + bands.BETWEEN, "high": begins + chr(ord(bands.BETWEEN) + 1)}


def _newest(connection: Connection, said: Mapping[str, object]) -> list[Found]:
    """The newest like cases. Where few are alike they are all read and sorted; where many are, the walk goes back by day and
    soon has enough: so it takes as long in an office of any size."""
    few = connection.execute(_FEW, said).all()
    if len(few) == _READ:
        return _found(connection.execute(_MANY, said))
    return _found(sorted(few, key=lambda each: (each.decided_on, each.case_id), reverse=True)[: rules.MOST])


def _found(rows: Iterable[Any]) -> list[Found]:
    return [(each.decided_on, FindingState(each.finding)) for each in rows]


# ---- held against the decisions
def first_broken(session: Session, last: int) -> Broken | None:
    """The first case (by id) whose kept rows do not say what its decision says. ``last``: the last event, which stands for rows that
    no event speaks of. Bands are not made anew here: a later version of the program may compute a fact better, and breaks no record."""
    with session.execute(_BESIDE.execution_options(yield_per=_BATCH)) as cases:
        return next((Broken(last, "state", each.case_id) for each in cases if not _agrees(each)), None)


def _agrees(each: Any) -> bool:
    """Whether a decision stands behind the rows of a case, of its day, and every answer of it has its row and no other."""
    if each.countersigned_at is None or each.wrong or each.held != each.answers:
        return False
    return bool(each.first == each.last == each.countersigned_at.astimezone(JAPAN).date())


_FOUND_SO = and_(FindingRow.case_id == Row.case_id, FindingRow.criterion == Row.criterion, FindingRow.current.is_(True))
_OTHER = aliased(FindingRow)
_NUMBER = (
    select(func.count())
    .where(_OTHER.case_id == Row.case_id, _OTHER.current.is_(True), _OTHER.finding.in_(_ANSWERS))
    .scalar_subquery()
)
_RIGHT = and_(
    FindingRow.finding == Row.finding,
    Row.about == CaseRow.kind + "/" + CaseRow.route + "/" + Row.criterion,
    CaseRow.state.in_(sorted(each.value for each in _DECIDED)),
    func.coalesce(CaseRow.closed_as, ClosedAs.ISSUED.value) == ClosedAs.ISSUED.value,
)
_BESIDE = (
    select(
        Row.case_id,
        func.count().label("held"),
        func.sum(when((_RIGHT, 0), else_=1)).label("wrong"),
        func.min(Row.decided_on).label("first"),
        func.max(Row.decided_on).label("last"),
        RoundRow.countersigned_at,
        _NUMBER.label("answers"),
    )
    .join(CaseRow, CaseRow.id == Row.case_id, isouter=True)
    .join(RoundRow, and_(RoundRow.case_id == CaseRow.id, RoundRow.round == CaseRow.round), isouter=True)
    .join(FindingRow, _FOUND_SO, isouter=True)
    .group_by(Row.case_id, RoundRow.countersigned_at)
    .order_by(Row.case_id)
)
"""One line a case: how many rows it has and how many of them are wrong, their days, its decision's moment and answers."""
