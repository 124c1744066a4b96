"""What decided cases leave for others to be compared with: written with the signature, gone when the case is taken up again."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from desktop.operations import cases, copying, decisions, likecases, packets, records
from models.cases.values import ClosedAs
from models.decisions import service as decision_service
from models.decisions.values import GateResult, Outcome
from models.errors import NotPermitted, WorldFault
from models.likecases.kept import service as kept
from models.likecases.tables import LikeCaseRow
from models.people.values import Actor
from models.records import service as log
from models.store.clock import fixed
from models.store.office import Office
from models.store.serving import ServerOffice
from tests import builders
from tests.models.likecases.offices import MET, WHY, decided, found, holds, pattern_of

EXAMINER, SUPERVISOR = builders.EXAMINER, builders.SUPERVISOR


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    builders.ready_case(made, "A-002")
    yield made
    made.close()


def work_as(office: Office, actor: Actor) -> None:
    """Under this person's own database role, where there are such."""
    if isinstance(office, ServerOffice):
        office.identity.role, office.identity.person = office.console, None
        office.sign_in_as(actor.login, builders.PASSWORD)


def rows(office: Office, case: str = "A-002") -> dict[str, LikeCaseRow]:
    with office.read() as session:
        found = session.scalars(select(LikeCaseRow).where(LikeCaseRow.case_id == case)).all()
        session.expunge_all()
    return {each.criterion: each for each in found}


def test_a_decision_is_kept_and_a_person_compares_with_it(office: Office) -> None:
    """The whole way, everybody under their own role on a server."""
    work_as(office, EXAMINER)
    builders.find_all(office, case="A-002", not_met=["pension"])
    decisions.propose(office, EXAMINER, "A-002", Outcome.REFUSE, WHY)
    assert rows(office) == {}
    work_as(office, SUPERVISOR)
    with office.begin() as session:
        seen = log.last_act(session, "A-002")
        done = decision_service.countersign(session, SUPERVISOR, "A-002", "d" * 64, seen)
        assert kept.after(session, "A-002", done) == done
    row = rows(office)["pension"]
    assert (row.about, row.decided_on, row.finding) == (
        "permanent_residence/general/pension", builders.TODAY, "not_met",
    )  # fmt: skip
    assert row.pattern == pattern_of(office) == "unpaid=0;late=1+;late=1;longest_late=31-90;explained=no"
    assert len(rows(office)) == len(builders.case_file(office, "A-002").findings)
    assert records.verify(office).ok

    work_as(office, EXAMINER)
    with office.begin() as session:
        session.execute(delete(LikeCaseRow))  # as in an office from before
    decided(office, [MET] * 5, row.pattern.replace("explained=no", "explained=yes"))
    found(office)
    shown = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert (shown.total, shown.differs) == (6, True)
    assert [each.key for each in shown.basis] == ["unpaid", "late", "longest_late"], "alike in all but the answer"
    assert likecases.distinguish(office, EXAMINER, "A-001", "pension", WHY).number == 1
    assert len(rows(office)) == len(builders.case_file(office, "A-002").findings)
    assert not likecases.behind(office)
    copying.keep_up(office)
    assert not copying.step(office), "an examiner takes fingerprints too, and says how far"

    work_as(office, SUPERVISOR)
    decisions.send_back(office, SUPERVISOR, "A-002", "年金の記録を見直してください。")
    assert rows(office) == {}
    assert holds(office)


@pytest.fixture
def signed(office: Office) -> Office:
    """A-002 is decided, and what it says is kept."""
    builders.find_all(office, case="A-002")
    with office.begin() as session:
        decision_service.propose(session, EXAMINER, "A-002", Outcome.GRANT, WHY, GateResult(()))
        seen = log.last_act(session, "A-002")
        kept.after(session, "A-002", decision_service.countersign(session, SUPERVISOR, "A-002", "d" * 64, seen))
    return office


def test_rows_that_somebody_touched_are_found(signed: Office) -> None:
    touches = (
        update(LikeCaseRow).values(finding="not_met"),
        update(LikeCaseRow).values(decided_on=date(2026, 1, 1)),
        update(LikeCaseRow).values(about="naturalization/general/pension"),
        delete(LikeCaseRow).where(LikeCaseRow.criterion == "pension"),
    )
    for touch in touches:
        with signed.begin() as session:
            session.execute(touch)
        with signed.read() as session:
            broken = kept.first_broken(session, 1)
        assert broken is not None, touch
        assert (broken.kind, broken.case) == ("state", "A-002")
        with signed.begin() as session:
            kept.refresh(session, "A-002")
    assert records.verify(signed).ok


def test_an_ended_case_that_is_taken_up_again_is_like_none(signed: Office) -> None:
    assert rows(signed)
    cases.close(signed, SUPERVISOR, "A-002", ClosedAs.WITHDRAWN, "取下げ")
    assert rows(signed) == {}


def test_a_finding_that_nobody_decided_on_is_like_none(signed: Office) -> None:
    cases.close(signed, SUPERVISOR, "A-002", ClosedAs.ISSUED, "交付した。")
    cases.reopen(signed, SUPERVISOR, "A-002", "申立てがあった。")
    assert rows(signed) == {}
    signed.clock = fixed(builders.NOON + timedelta(hours=1))
    found(signed, case="A-002")
    cases.close(signed, SUPERVISOR, "A-002", ClosedAs.ISSUED, "決定は変わらない。")
    assert rows(signed) == {}, "the pension was found not met after the signature"
    likecases.keep_up(signed)
    assert rows(signed) == {}


def test_decisions_from_before_are_taken_in_and_another_list_bands_them_anew(
    signed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with signed.begin() as session:
        session.execute(delete(LikeCaseRow))
    assert not rows(signed)
    assert likecases.behind(signed)
    likecases.keep_up(signed)
    assert not likecases.behind(signed)
    made = rows(signed)["pension"].pattern
    with signed.begin() as session:
        session.execute(update(LikeCaseRow).values(pattern="x"))
        assert kept.keep_up(session) is False
    assert rows(signed)["pension"].pattern == "x", "what was taken in is not made again"
    monkeypatch.setattr("models.likecases.bands.digest", lambda: "another list")
    assert likecases.behind(signed)
    with signed.begin() as session:
        assert kept.keep_up(session, 1) is True, "one at a time: all of them all the same"
        assert kept.keep_up(session, 1) is False
    assert rows(signed)["pension"].pattern == made
    assert not likecases.behind(signed)


def test_a_comparison_waits_for_the_decisions_from_before(signed: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likecases, "step", lambda _office: True)
    with pytest.raises(WorldFault) as caught:
        likecases.compare(signed, EXAMINER, "A-001", "pension")
    assert caught.value.message.code == "likecases.taking_in"
    with pytest.raises(NotPermitted):  # asked before anything is taken in, which a server would refuse them
        likecases.compare(signed, builders.AUDITOR, "A-001", "pension")


def test_the_comparison_goes_with_the_case_and_its_packet(office: Office) -> None:
    builders.find_all(office, case="A-002", not_met=["pension"])
    decided(office, [MET] * 5, pattern_of(office, "A-002"))
    likecases.compare(office, EXAMINER, "A-002", "pension")
    likecases.distinguish(office, EXAMINER, "A-002", "pension", WHY)
    made = decisions.propose(office, EXAMINER, "A-002", Outcome.REFUSE, WHY, compared=True)
    assert made.round == 1
    assert "not_distinguished" not in builders.case_file(office, "A-002").events[-1].content
    with office.begin() as session:
        seen = log.last_act(session, "A-002")
        kept.after(session, "A-002", decision_service.countersign(session, SUPERVISOR, "A-002", "d" * 64, seen))
    told = {each.criterion: each for each in builders.case_file(office, "A-002").comparisons}
    assert told["pension"].distinction is not None
    assert told["pension"].distinction.text == WHY
    packet = packets.export(office, builders.AUDITOR, "A-002")
    with zipfile.ZipFile(io.BytesIO(packet.content)) as held:
        rows = json.loads(held.read("record.json"))["rows"]
    assert rows["comparison:A-002/pension/1"]["total"] == 5
    assert rows["distinction:A-002/pension/1/1"]["text"] == WHY
