"""Two people dispose of a case, never one; the record holds, and says what is gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.operations import records as record_ops
from models.cases import service as cases
from models.cases.values import ClosedAs, Kind
from models.consistency import kept
from models.consistency import service as consistency
from models.decisions import service as decisions
from models.decisions.values import GateResult, Outcome
from models.errors import BadInput, CheckFailed, NotPermitted, RowsRefused, Stale
from models.evidence.tables import EvidenceRow
from models.letters.values import IssuedLetter
from models.people import service as people
from models.people.values import CONSOLE, Actor, Confirmation
from models.records import service as records
from models.retention import forms, service
from models.retention.disposal import service as disposal
from models.retention.tables import ItemRow
from models.retention.values import Batch, Show, Tombstone
from models.store import told
from models.store.base import Base
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.builders import ADMIN, EXAMINER, SUPERVISOR, SUPERVISOR2


class Undone(Exception):
    """Undo what was touched."""


LATER = fixed(datetime(2031, 5, 1, 3, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Two withdrawn cases and an open one; five years have gone by."""
    with builders.office(tmp_path) as made:
        for case in ("A-001", "A-002", "A-003"):
            builders.ready_case(made, case, kind=Kind.PERMANENT_RESIDENCE)
        builders.find_all(made)
        with made.begin() as session:
            for case in ("A-001", "A-002"):
                if case == "A-002":
                    cases.take(session, EXAMINER, case)
                cases.close(session, EXAMINER, case, ClosedAs.WITHDRAWN, "取下げ")
        made.clock = LATER
        yield made


def propose(office: Office, *numbers: str, by: Actor = ADMIN) -> Batch:
    with office.begin() as session:
        return service.propose(session, by, numbers, "保存期間の満了")


def approve(office: Office, batch: Batch, by: Actor = SUPERVISOR) -> tuple[Tombstone, ...]:
    with office.begin() as session:
        return disposal.approve(session, by, batch.number, batch.digest)


def rows_of(office: Office, case: str) -> dict[str, int]:
    with office.read() as session:
        return {
            each: session.execute(
                text(f'SELECT count(*) FROM "{each}" WHERE case_id = :case'), {"case": case}
            ).scalar_one()
            for each in ("evidence", "finding", "case_gram", "event")
        }


def test_an_ended_case_has_a_class_and_days(office: Office) -> None:
    with office.read() as session:
        found = {each.case: each for each in service.listing(session)}
        assert service.kept(session, "A-003") is None
    assert sorted(found) == ["A-001", "A-002"]
    kept = found["A-001"]
    assert (kept.retention.key, kept.ended_on) == ("ended_without_decision", date(2026, 7, 1))
    assert (kept.started_on, kept.earliest_on) == (date(2027, 4, 1), date(2030, 4, 1))
    assert kept.due(date(2030, 4, 1))
    assert not kept.due(date(2030, 3, 31))


def test_two_people_dispose_of_a_case_and_the_record_holds(office: Office) -> None:
    batch = propose(office, "A-001")
    stone = approve(office, batch)[0]
    assert stone.name.startswith("D-")
    assert (stone.proposed_by, stone.approved_by) == ("admin1", "supervisor1")
    assert set(rows_of(office, "A-001").values()) == {0}
    assert rows_of(office, "A-002")["evidence"] > 0
    found = record_ops.verify(office)
    assert found.ok, found.first_broken
    with office.read() as session:
        left = [each.content for each in records.of_case(session, stone.name)]
        assert {str(each) for each in left} == {str({"disposed": stone.seq})}
        assert service.tombstones(session) == (stone,)


def test_nobody_approves_what_they_proposed(office: Office) -> None:
    batch = propose(office, "A-001", by=SUPERVISOR)
    with pytest.raises(NotPermitted):
        approve(office, batch, SUPERVISOR)
    with pytest.raises(NotPermitted):
        approve(office, batch, ADMIN)
    assert len(approve(office, batch, SUPERVISOR2)) == 1


def test_a_number_that_goes_stays_in_no_proposal_that_was_answered_with_no(office: Office) -> None:
    with office.begin() as session:
        service.decline(session, SUPERVISOR, service.propose(session, ADMIN, ["A-002", "A-001"], "").number, "まだ早い")
    stone = approve(office, propose(office, "A-001"))[0]
    with office.read() as session:
        named = [each.subject for batch in service.batches(session) for each in batch.items]
    assert sorted(named) == sorted([stone.name, "A-002", stone.name])
    assert record_ops.verify(office).ok


def _guesses(office: Office, batch: Batch) -> set[str]:
    """What somebody who knows everything of a batch but the random numbers would look for, to learn whose it was."""
    items = [ItemRow(**{name: getattr(each, name) for name in _SAID}, salt=None) for each in batch.items]
    return {forms.digest(items), *(told.of_row(each)[2] for each in items)}


_SAID = ("batch", "place", "subject", "retention", "started_on", "earliest_on")


def _record(office: Office) -> str:
    with office.read() as session:
        return " ".join(str(each.content) for each in records.page(session, size=500))


def test_nothing_that_stays_confirms_a_guess_at_a_number_that_went(office: Office) -> None:
    declined, batch = propose(office, "A-002", "A-001"), None
    with office.begin() as session:
        service.decline(session, SUPERVISOR, declined.number, "まだ早い")
    batch = propose(office, "A-001")
    guesses = _guesses(office, batch) | _guesses(office, declined)
    approve(office, batch)
    said = _record(office)
    assert [each for each in guesses if each in said] == []
    with office.read() as session:
        left = session.execute(text("SELECT subject, salt FROM disposal_item ORDER BY batch, place")).all()
    assert [bool(salt) for _, salt in left] == [True, False, False]
    assert record_ops.verify(office).ok


def test_a_proposal_from_before_the_random_numbers_is_approved_and_holds(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("models.records.tombstones.new_salt", lambda: None)
        batch = propose(office, "A-001")
    assert _guesses(office, batch) >= {batch.digest}
    assert record_ops.verify(office).ok
    assert len(approve(office, batch)) == 1
    assert record_ops.verify(office).ok


def test_a_list_that_is_no_longer_the_one_proposed_is_not_approved(office: Office) -> None:
    batch = propose(office, "A-001")

    def touched() -> None:
        with office.begin() as session:
            session.execute(text("UPDATE disposal_item SET started_on = '2020-01-01'"))
        approve(office, batch)

    with pytest.raises((Stale, NotPermitted)):  # a server refuses the change itself
        touched()


def test_a_hold_keeps_a_case_until_it_is_lifted(office: Office) -> None:
    batch = propose(office, "A-001", "A-002")
    with office.begin() as session:
        service.hold(session, SUPERVISOR, "A-002", "国家賠償請求の訴え")
    with pytest.raises(CheckFailed) as refused:
        approve(office, batch)
    assert [each.place for each in refused.value.problems] == ["A-002"]
    with office.read() as session:
        assert [each.case for each in service.listing(session, Show.HELD)] == ["A-002"]
        assert service.tombstones(session) == ()
    with office.begin() as session:
        service.lift(session, SUPERVISOR, "A-002", "判決の確定")
    assert len(approve(office, batch)) == 2
    assert record_ops.verify(office).ok


def test_words_that_cannot_be_kept_are_refused_before_anything_is_written(office: Office) -> None:
    for why in ("訴え\x00", "訴え\ud800", "1234-5678-9018"):
        with office.begin() as session, pytest.raises(BadInput):
            service.hold(session, SUPERVISOR, "A-001", why)
        with office.begin() as session, pytest.raises(BadInput):
            service.propose(session, SUPERVISOR, ["A-001"], why)


def test_a_disposed_number_is_not_taken_in_again(office: Office) -> None:
    approve(office, propose(office, "A-001"))
    with office.begin() as session, pytest.raises(RowsRefused):
        cases.insert_new(session, CONSOLE, [builders.new_case("A-001")], {"what": "cases"})


def test_words_that_come_back_and_stubs_without_a_tombstone_are_found(office: Office) -> None:
    with office.read() as session:
        event = session.execute(
            text("SELECT seq, case_id, content FROM event WHERE case_id = 'A-001' AND kind = 'closed'")
        ).one()
        other = session.execute(
            text("SELECT seq FROM event WHERE case_id = 'A-003' AND kind = 'received'")
        ).scalar_one()
    stone = approve(office, propose(office, "A-001"))[0]
    with office.read() as session:
        stub = session.execute(text("SELECT case_id, content FROM event WHERE seq = :seq"), {"seq": event.seq}).one()
    for seq, content, name in (
        (event.seq, event.content, "A-001"),
        (event.seq, '{"disposed":1}', stub.case_id),
        (event.seq, stub.content, "D-000"),
        (other, f'{{"disposed":{stone.seq}}}', "A-003"),
    ):
        with pytest.raises(Undone, match=str(seq)):
            tamper(office, seq, content, name)
    assert record_ops.verify(office).ok


def tamper(office: Office, seq: int, content: str, name: str) -> None:
    """Raises ``Undone`` with the event that is found."""
    with office.begin() as session:
        said = {"seq": seq, "content": content, "name": name}
        session.execute(text("UPDATE event SET content = :content, case_id = :name WHERE seq = :seq"), said)
        found = records.verification(session, record_ops.TABLES)
        raise Undone(f"{found.first_broken.seq if found.first_broken else 0}")


def test_a_row_that_came_back_is_found(office: Office) -> None:
    approve(office, propose(office, "A-001"))
    with office.begin() as session:
        columns = ", ".join(each.name for each in told.table_of(EvidenceRow).columns if each.name != "case_id")
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(
            text(f"INSERT INTO evidence (case_id, {columns}) SELECT 'A-001', {columns} FROM evidence "
                 "WHERE case_id = 'A-002' AND number = 1")
        )  # fmt: skip
        found = records.verification(session, record_ops.TABLES)
        session.rollback()
    assert found.first_broken is not None
    assert (found.first_broken.kind, found.first_broken.case) == ("state", "A-001")


def test_a_refusal_goes_with_its_letter_and_the_sums_of_the_statistics_stay(office: Office) -> None:
    builders.find_all(office, case="A-003", not_met=["pension"])
    letter = IssuedLetter("A-003", "ja", "pdf", "東永-3", "cd" * 32, b"%PDF the letter", 1)
    with office.begin() as session:
        decisions.propose(session, EXAMINER, "A-003", Outcome.REFUSE, "相当でない。", GateResult(()))
    with office.begin() as session:
        decisions.countersign(session, SUPERVISOR, "A-003", "ab" * 32, records.last_act(session, "A-003"))
    with office.begin() as session:
        people.bind(session, SUPERVISOR, Confirmation("issue", {"A-003": letter.sha256}))
        decisions.mark_issued(session, SUPERVISOR, "A-003", (letter,))
        consistency.keep_up(session)
    office.clock = fixed(datetime(2037, 5, 1, 3, tzinfo=UTC))
    with office.read() as session:
        before = {key: kept.encode(block) for key, block in consistency.kept_sums(session).blocks.items()}
    assert before
    stone = approve(office, propose(office, "A-003", by=SUPERVISOR2))[0]
    assert (stone.retention, stone.outcome, stone.started_on) == ("refused", "refuse", date(2032, 4, 1))
    with office.begin() as session:
        consistency.keep_up(session)
        assert {key: kept.encode(block) for key, block in consistency.kept_sums(session).blocks.items()} == before
        assert session.execute(text("SELECT count(*) FROM letter")).scalar_one() == 0
        assert session.execute(text("SELECT count(*) FROM consistency_decision")).scalar_one() == 0
    assert record_ops.verify(office).ok
    assert stone.name.startswith("D-")
    assert list(places_of(office, "A-003", letter.sha256)) == [], (
        "neither its number nor what was said of it stays anywhere"
    )


def test_a_case_that_was_withdrawn_after_its_signature_goes_and_the_sums_still_hold(office: Office) -> None:
    builders.find_all(office, case="A-003", not_met=["pension"])
    with office.begin() as session:
        decisions.propose(session, EXAMINER, "A-003", Outcome.REFUSE, "相当でない。", GateResult(()))
    with office.begin() as session:
        decisions.countersign(session, SUPERVISOR, "A-003", "ab" * 32, records.last_act(session, "A-003"))
    with office.begin() as session:
        cases.close(session, SUPERVISOR, "A-003", ClosedAs.WITHDRAWN, "発送前の取下げ")
        consistency.keep_up(session)
    office.clock = fixed(datetime(2037, 5, 1, 3, tzinfo=UTC))
    (stone,) = approve(office, propose(office, "A-003", by=SUPERVISOR2))
    assert stone.outcome == "withdrawn"
    assert record_ops.verify(office).ok


def places_of(office: Office, *words: str) -> Iterator[str]:
    """The tables in which any of these words stands."""
    with office.read() as session:
        for table in Base.metadata.sorted_tables:
            rows = [str(row) for row in session.execute(text(f'SELECT * FROM "{table.name}"'))]
            if any(word in row for row in rows for word in words):
                yield table.name
