"""What no event speaks of, but reports and warnings are made from, is made anew at a verification and compared."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from desktop.operations import cases, decisions, findings, records
from models.consistency import kept
from models.consistency import service as consistency
from models.consistency.tables import KeptBlockRow, KeptDecisionRow, KeptNameRow
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.records.tables import EventRow
from models.records.values import Broken
from models.store import settings
from models.store.office import Office
from models.wording.copied import blocks
from models.wording.copied import service as copied
from models.wording.copied.tables import ReasonBlockRow
from tests import builders

REASON = "5月分の保険料は、納付期限から48日たって納められています。会社を移る間の手続きが遅れたという説明を、離職の証明で確かめました。"

WEIGHING = "積極的に評価できる事情を考えても、義務を果たしたとは認められない。"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A refused case, and all that is kept of it; then an act on another."""
    with builders.office(tmp_path_factory.mktemp("derived")) as made:
        for case in ("A-001", "A-002"):
            builders.ready_case(made, case)
        cases.take(made, builders.EXAMINER, "A-001")
        builders.find_all(made, not_met=["pension"])
        file = builders.case_file(made)
        pension = next(each for each in file.criteria if each.key == "pension")
        findings.record(made, builders.EXAMINER, builders.draft(file, pension, FindingState.NOT_MET, REASON))
        decisions.propose(
            made,
            builders.EXAMINER,
            "A-001",
            Outcome.REFUSE,
            WEIGHING,
        )
        decisions.countersign(made, builders.SUPERVISOR, "A-001")
        with made.begin() as session:
            consistency.keep_up(session)
            copied.keep_up(session)
        cases.take(made, builders.EXAMINER, "A-002")
        yield made


class Undone(Exception):
    """Undo what was touched."""


def found(office: Office, touch: Callable[[Session], object]) -> Broken | None:
    """What a verification says in the middle of it."""
    broken = None
    with suppress(Undone), office.begin() as session:
        touch(session)
        session.flush()
        last = session.scalars(select(EventRow.seq).order_by(EventRow.seq.desc()).limit(1)).one()
        broken = records.derived_broken(session, last)
        raise Undone
    return broken


def test_what_is_kept_is_right(office: Office) -> None:
    assert office.counts()["reason_block"] == office.counts()["consistency_decision"] == 1
    assert found(office, lambda session: None) is None
    assert records.verify(office).ok


def _grant(session: Session) -> None:
    row = session.scalars(select(KeptDecisionRow)).one()
    row.head = row.head[:-4] + b"\x01\0\0\0"


def _other_sums(session: Session) -> None:
    row = session.scalars(select(KeptBlockRow)).one()
    block = kept.decode(row.content)
    row.content = kept.encode(kept.add(block, block))


def _fewer_prints(session: Session) -> None:
    row = session.scalars(select(ReasonBlockRow)).one()
    row.content = blocks.pack(blocks.pairs(row.content)[1:])


def _prints_turned_round(session: Session) -> None:
    """The same ones, and yet none of them is found any more."""
    row = session.scalars(select(ReasonBlockRow)).one()
    prints, seqs = blocks.unpack(row.content)
    row.content = prints[::-1].tobytes() + seqs[::-1].tobytes()


TOUCHED: dict[str, tuple[Callable[[Session], object], str | None]] = {
    "a refusal that counts as a grant": (_grant, "A-001"),
    "a finding taken out": (lambda s: s.execute(update(KeptDecisionRow).values(found=b"")), "A-001"),
    "bytes that nobody packed": (lambda s: s.execute(update(KeptDecisionRow).values(found=b"x")), "A-001"),
    "a decision taken out": (lambda s: s.execute(text("DELETE FROM consistency_decision")), "A-001"),
    "a decision put in": (
        lambda s: s.execute(text("INSERT INTO consistency_decision SELECT 'A-000', head, found, reasons FROM consistency_decision")),
        "A-000",
    ),
    "another examiner": (
        lambda s: s.execute(update(KeptNameRow).where(KeptNameRow.column == "examiner").values(name="examiner2")),
        "A-001",
    ),
    "words for bytes": (lambda s: s.execute(text("UPDATE consistency_decision SET found = 'abcd'")), "A-001"),
    "no names": (lambda s: s.execute(text("DELETE FROM consistency_name")), None),
    "no name of an examiner": (lambda s: s.execute(text("DELETE FROM consistency_name WHERE \"column\" = 'examiner'")), None),
    "sums of twice as many": (_other_sums, None),
    "words for sums": (lambda s: s.execute(text("UPDATE consistency_block SET content = 'a'")), None),
    "no sums": (lambda s: s.execute(text("DELETE FROM consistency_block")), None),
    "sums that nobody packed": (lambda s: s.execute(update(KeptBlockRow).values(content=b"\1\0\0\0")), None),
    "decisions said to be kept": (lambda s: settings.put(s, consistency.KEPT, 10_000), None),
    "a fingerprint taken out": (_fewer_prints, "A-001"),
    "all fingerprints taken out": (lambda s: s.execute(text("DELETE FROM reason_block")), "A-001"),
    "words for fingerprints": (lambda s: s.execute(text("UPDATE reason_block SET content = 'abcdefghijkl'")), None),
    "fingerprints out of order": (_prints_turned_round, None),
    "texts said to be looked at": (lambda s: settings.put(s, copied.KEPT, 10_000), None),
}  # fmt: skip


@pytest.mark.parametrize("name", TOUCHED)
def test_what_was_touched_is_named(office: Office, name: str) -> None:
    touch, case = TOUCHED[name]
    broken = found(office, touch)
    assert broken is not None
    assert (broken.kind, broken.case) == ("state", case)


def test_a_case_that_waits_to_be_packed_anew_is_no_breach(office: Office) -> None:
    """Between two reports its row speaks of what was; the sums still hold it."""

    def acted(session: Session) -> None:
        settings.put(session, consistency.KEPT, 1)
        session.execute(text("UPDATE decision_round SET outcome = 'grant'"))

    assert found(office, acted) is None
