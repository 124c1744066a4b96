"""What must hold in an office whatever happened in it; looked at after every simulated week."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import select

from desktop.operations import cases, letters, records, requests
from models.cases.values import Case, QueueFilter, QueueView, State
from models.letters.tables import LetterRow
from models.people.values import Actor
from models.records.tables import EventRow
from models.records.values import Verification
from models.store.office import Office
from tests.soak.acts import AUDITOR
from tests.soak.house import House

PAIRS = {
    "countersigned": "proposed",
    "correction_countersigned": "correction_proposed",
}
"""A second person's act on a case, and the act of the first behind which it stands."""
ISSUES = {"issued": "countersigned", "correction_issued": "correction_countersigned"}
_OPEN = (State.RETURNED, State.RECEIVED, State.EXAMINING, State.WAITING)
_BESIDE = ("office.akashi", "office.akashi-wal", "office.akashi-shm", "office.akashi.backups")


def check(house: House) -> Verification:
    """Everything; raises ``AssertionError`` naming what does not hold."""
    seat = house.one(AUDITOR)
    found = records.verify(seat.office)
    assert found.ok, found
    assert found.whole
    assert found.anchored > 0, "no anchor was found"
    office = seat.office
    there = {each.id: each for each in cases.listing(office)}
    assert set(there) == house.told.cases, set(there) ^ house.told.cases
    _two_people(office)
    _letters(house, office)
    _queues(house, there)
    _drafts(house, office)
    _findings(house, office)
    left = {each.name for each in house.folder.iterdir()} - set(_BESIDE)
    assert not left, f"left beside the office: {left}"
    return found


def _two_people(office: Office) -> None:
    """In the order of the record: whoever signs is not whoever proposed, and nothing is issued unsigned."""
    proposed: dict[tuple[str | None, str], str] = {}
    signed: set[tuple[str | None, str]] = set()
    kinds = {*PAIRS, *PAIRS.values(), *ISSUES, "returned", "correction_dropped"}
    asked = select(EventRow.seq, EventRow.kind, EventRow.who, EventRow.case_id).where(EventRow.kind.in_(kinds))
    with office.read() as session:
        rows = session.execute(asked.where(EventRow.case_id.is_not(None)).order_by(EventRow.seq)).all()
    for seq, kind, who, case in rows:
        if kind in PAIRS.values():
            proposed[case, kind] = who
            signed -= {(case, then) for then, before in PAIRS.items() if before == kind}
        elif kind in PAIRS:
            first = proposed.get((case, PAIRS[kind]))
            assert first is not None, (seq, kind, case)
            assert first != who, f"event {seq}: {who} decided {case} alone"
            signed.add((case, kind))
        elif kind in ISSUES:
            assert (case, ISSUES[kind]) in signed, f"event {seq}: {case} was issued unsigned"


def _letters(house: House, office: Office) -> None:
    """Every letter's bytes have the hash that stands beside them, in the record, and in what was told when it was issued."""
    promised = dict(house.told.letters)
    asked = select(
        LetterRow.case_id, LetterRow.language, LetterRow.format, LetterRow.number, LetterRow.sha256, LetterRow.content
    )
    with office.read() as session:
        sealed = set(_sealed(session.scalars(select(EventRow.content).where(EventRow.kind.in_(ISSUES)))))
        for case, language, form, number, sha256, content in session.execute(asked):
            assert hashlib.sha256(content).hexdigest() == sha256, (case, number, form)
            assert (language, form, number, sha256) in sealed, (case, number, form)
            assert promised.pop((case, language, form, number), sha256) == sha256, (case, number, form)
    assert not promised, f"letters that were issued are gone: {sorted(promised)[:3]}"


def _sealed(contents: Iterator[str]) -> Iterator[tuple[str, str, str, str]]:
    import json

    for content in contents:
        for each in json.loads(content).get("letters", ()):
            yield each["language"], each["format"], each["number"], each["sha256"]


def _queues(house: House, there: dict[str, Case]) -> None:
    """The counts beside the queue are those of the cases, for everybody."""
    for login in sorted(house.roles):
        seat = house.sit(login)
        said = dict(cases.counts(seat.office, seat.actor).by_view)
        for view, number in said.items():
            wanted = sum(1 for each in there.values() if _in_view(view, each, seat.actor, house.today))
            assert number == wanted, (login, view, number, wanted)
        assert cases.page(seat.office, seat.actor, QueueFilter(QueueView.ALL), size=1).total == len(there)


def _in_view(view: QueueView, case: Case, actor: Actor, today: date) -> bool:
    mine, here = case.assigned_to == actor.login, actor.unit in (None, case.unit)
    of_state: dict[QueueView, Callable[[], bool]] = {
        QueueView.RETURNED: lambda: mine and case.state is State.RETURNED,
        QueueView.ARRIVED: lambda: mine and case.state is State.RECEIVED,
        QueueView.EXAMINING: lambda: mine and case.state is State.EXAMINING,
        QueueView.WAITING: lambda: mine and case.state is State.WAITING,
        QueueView.TO_COUNTERSIGN: lambda: here and case.state is State.PROPOSED,
        QueueView.TO_ISSUE: lambda: here and case.state is State.COUNTERSIGNED,
        QueueView.ISSUED: lambda: here and case.state is State.ISSUED,
        QueueView.UNASSIGNED: lambda: here and case.state is State.RECEIVED and case.assigned_to is None,
        QueueView.MINE: lambda: mine and case.state in _OPEN,
        QueueView.DUE_SOON: lambda: mine and case.state in _OPEN and (case.due_on - today).days <= 14,
        QueueView.ALL: lambda: True,
    }
    return of_state[view]()


def _drafts(house: House, office: Office) -> None:
    """Every draft that was told as saved stands there, or a later saving of it."""
    for (case, criterion), (saving, text) in house.told.drafts.items():
        kept = cases.gather(office, case).draft(criterion)
        assert kept is not None, f"a draft on {criterion} of {case} is lost"
        assert kept.saving >= saving, (case, criterion)
        if kept.saving == saving:
            assert kept.draft.reasons[0].text == text, (case, criterion)


def _findings(house: House, office: Office) -> None:
    """Every finding that was told as recorded stands there, or a later revision; letters and requests can be read."""
    from desktop.operations import findings

    for (case, criterion), revision in house.told.findings.items():
        assert len(findings.history(office, case, criterion)) >= revision, (case, criterion)
    seat = house.one(AUDITOR)
    states = Counter(each.state for each in cases.listing(office))
    case = house.any(seat, State.ISSUED) if states[State.ISSUED] else ""
    if case:
        sealed = next(each for each in letters.issue_of(office, seat.actor, case) if each.format == "pdf")
        content = letters.render(office, seat.actor, case, sealed.language, "pdf")
        assert hashlib.sha256(content).hexdigest() == sealed.sha256
        for asked in requests.listing(office, seat.actor, case):
            for paper in asked.papers:
                said = requests.paper(office, seat.actor, case, asked.number, paper.language)
                assert hashlib.sha256(said).hexdigest() == paper.sha256
