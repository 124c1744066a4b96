"""Keeping the people of an office: changed, switched off, given another password; never without an administrator."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from desktop.operations import people, records
from models.errors import BadInput, NotFound, NotPermitted
from models.people.tables import AccountRow
from models.people.values import Changes, Person, Role
from models.store.office import Office
from tests import builders
from tests.builders import ADMIN, EXAMINER, SOFT, SUPERVISOR


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with a person of each role."""
    with builders.office(tmp_path) as made:
        yield made


def known(office: Office, login: str) -> Person:
    """A person as the office keeps them."""
    return next(each for each in people.listing(office) if each.login == login)


def test_what_changes_is_told_and_the_rest_stays(office: Office) -> None:
    people.change_person(office, ADMIN, "examiner1", Changes(role=Role.SUPERVISOR, unit="大阪"))
    assert known(office, "examiner1") == Person("examiner1", EXAMINER.name, Role.SUPERVISOR, "大阪")
    event = records.page(office, ADMIN)[0]
    assert (event.kind, event.who) == ("person_changed", "admin1")
    assert {key: event.content[key] for key in ("role", "role_before", "unit", "unit_before")} == {
        "role": "supervisor", "role_before": "examiner", "unit": "大阪", "unit_before": builders.UNIT,
    }  # fmt: skip
    assert "name" not in event.content
    assert records.verify(office).ok


def test_the_account_of_the_computer_finds_its_one_person(office: Office) -> None:
    people.change_person(office, ADMIN, "examiner1", Changes(account=" OFFICE\\tanaka "))
    assert known(office, "examiner1").account == "OFFICE\\tanaka"
    assert people.login_of_account(office, "office\\TANAKA") == "examiner1"
    assert people.login_of_account(office, "") == people.login_of_account(office, "tanaka") == ""
    with pytest.raises(BadInput, match="belongs to “examiner1”"):
        people.change_person(office, ADMIN, "examiner2", Changes(account="Office\\Tanaka"))
    event = records.page(office, ADMIN)[0]
    assert (event.kind, event.content["account"], event.content["account_before"]) == (
        "person_changed", "OFFICE\\tanaka", "",
    )  # fmt: skip
    assert records.verify(office).ok


def test_who_is_switched_off_or_loses_the_account_is_not_found_by_it(office: Office) -> None:
    people.change_person(office, ADMIN, "examiner1", Changes(account="tanaka"))
    people.change_person(office, ADMIN, "examiner1", Changes(active=False))
    assert people.login_of_account(office, "tanaka") == ""
    people.change_person(office, ADMIN, "examiner1", Changes(account="", active=True))
    people.change_person(office, ADMIN, "examiner2", Changes(account="tanaka"))
    assert people.login_of_account(office, "tanaka") == "examiner2"
    assert records.verify(office).ok


def test_an_account_changed_behind_the_program_is_found(office: Office) -> None:
    people.change_person(office, ADMIN, "examiner1", Changes(account="tanaka"))
    with office.begin() as session:
        session.execute(update(AccountRow).values(account="mallory"))
    assert not records.verify(office).ok


def test_nothing_changed_leaves_no_event(office: Office) -> None:
    before = records.page(office, ADMIN)
    people.change_person(office, ADMIN, "examiner1", Changes(role=Role.EXAMINER))
    assert records.page(office, ADMIN) == before


def test_who_is_switched_off_cannot_sign_in_until_switched_on(office: Office) -> None:
    people.change_person(office, ADMIN, "examiner1", Changes(active=False))
    with pytest.raises(NotPermitted, match="no longer works"):
        people.sign_in(office, "examiner1", builders.PASSWORD)
    people.change_person(office, ADMIN, "examiner1", Changes(active=True))
    assert people.sign_in(office, "examiner1", builders.PASSWORD) == EXAMINER


@pytest.mark.parametrize("changes", [Changes(active=False), Changes(role=Role.AUDITOR)])
def test_the_last_administrator_stays(office: Office, changes: Changes) -> None:
    with pytest.raises(BadInput, match="last administrator"):
        people.change_person(office, ADMIN, "admin1", changes)
    people.change_person(office, ADMIN, "auditor1", Changes(role=Role.ADMINISTRATOR))
    people.change_person(office, ADMIN, "admin1", changes)


def test_an_administrator_who_is_off_does_not_count(office: Office) -> None:
    people.change_person(office, ADMIN, "auditor1", Changes(role=Role.ADMINISTRATOR, active=False))
    with pytest.raises(BadInput, match="last administrator"):
        people.change_person(office, ADMIN, "admin1", Changes(active=False))


def test_another_password_opens_and_the_old_one_does_not(office: Office) -> None:
    for _ in range(8):
        with pytest.raises(NotPermitted):
            people.sign_in(office, "examiner1", "wrong password")
    people.reset_password(office, ADMIN, "examiner1", "quite another one", SOFT)
    actor = people.sign_in(office, "examiner1", "quite another one")
    assert actor == EXAMINER
    assert actor.signer is not None
    with pytest.raises(NotPermitted):
        people.sign_in(office, "examiner1", builders.PASSWORD)
    assert "password" not in str(records.page(office, ADMIN)[0].content)
    assert records.verify(office).ok


def test_a_short_password_and_an_empty_name_are_refused(office: Office) -> None:
    with pytest.raises(BadInput, match="too short"):
        people.reset_password(office, ADMIN, "examiner1", "short", SOFT)
    with pytest.raises(BadInput, match="name"):
        people.change_person(office, ADMIN, "examiner1", Changes(name=" "))


def test_nobody_else_keeps_people_and_a_stranger_is_named(office: Office) -> None:
    for actor in (EXAMINER, SUPERVISOR):
        with pytest.raises(NotPermitted):
            people.change_person(office, actor, "examiner2", Changes(active=False))
        with pytest.raises(NotPermitted):
            people.reset_password(office, actor, "examiner2", "quite another one", SOFT)
    with pytest.raises(NotFound, match="nobody1"):
        people.change_person(office, ADMIN, "nobody1", Changes(active=False))
