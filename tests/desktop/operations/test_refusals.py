"""Whoever is refused an act stands in the record, without a word of what was written."""

from pathlib import Path

import pytest

from desktop.operations import cases, decisions, findings, letters, people, records
from models.decisions.values import Outcome
from models.errors import NotPermitted
from models.people.values import Person, Role
from models.records.values import Event
from models.store.office import Office
from tests import builders


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    return made


def refused(office: Office) -> list[Event]:
    """What the record says of refusals, newest first."""
    assert records.verify(office).ok
    return [each for each in records.page(office, builders.AUDITOR) if each.kind == "refused"]


def test_each_refusal_is_recorded_with_who_what_and_why(office: Office) -> None:
    file = builders.case_file(office)
    draft = builders.draft(file, file.criteria[0], text="この文は記録に出ない。")
    with office:
        for act in (
            lambda: findings.record(office, builders.AUDITOR, draft),
            lambda: decisions.propose(office, builders.SUPERVISOR, "A-001", Outcome.GRANT, "秘密の総合考慮"),
            lambda: decisions.countersign(office, builders.EXAMINER, "A-001"),
            lambda: letters.issue(office, builders.AUDITOR, "A-001"),
            lambda: cases.take(office, builders.SUPERVISOR, "A-001"),
            lambda: people.add_person(office, builders.EXAMINER, Person("x", "x", Role.EXAMINER, None), "y" * 9),
        ):
            with pytest.raises(NotPermitted):
                act()
        said = refused(office)
        assert [(each.who, each.content["act"], each.case) for each in reversed(said)] == [
            ("auditor1", "record", "A-001"), ("supervisor1", "propose", "A-001"), ("examiner1", "countersign", "A-001"),
            ("auditor1", "issue", "A-001"), ("supervisor1", "take", "A-001"), ("examiner1", "add_person", None),
        ]  # fmt: skip
        assert all(set(each.content) == {"act", "code", "role"} for each in said)


def test_a_refusal_makes_nothing_stale(office: Office) -> None:
    with office:
        builders.find_all(office)
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "総合")
        from models.records import service

        with office.read() as session:
            seen = service.last_act(session, "A-001")
        with pytest.raises(NotPermitted):
            decisions.countersign(office, builders.EXAMINER, "A-001")
        with office.read() as session:
            assert service.last_act(session, "A-001") == seen
