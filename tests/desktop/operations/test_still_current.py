"""A desk left open may not sign any more once its person's password, role or place was changed elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.operations import decisions, letters, people
from models.decisions.values import Outcome
from models.errors import NotPermitted
from models.people.values import Actor, Changes, Role
from models.store.office import Office
from tests import builders


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with a proposal that waits for a supervisor."""
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.find_all(made)
        decisions.propose(made, builders.EXAMINER, "A-001", Outcome.GRANT, "総合して判断した。")
        yield made


def supervisor(office: Office, password: str = builders.PASSWORD) -> Actor:
    """A supervisor who signs in now."""
    return people.sign_in(office, "supervisor1", password)


def test_a_key_that_was_replaced_signs_nothing(office: Office) -> None:
    left_open = supervisor(office)
    people.reset_password(office, builders.ADMIN, "supervisor1", "quite another one", builders.SOFT)
    with pytest.raises(NotPermitted):
        decisions.countersign(office, left_open, "A-001")
    assert decisions.countersign(office, supervisor(office, "quite another one"), "A-001").by == "supervisor1"
    with pytest.raises(NotPermitted):
        letters.issue(office, left_open, "A-001")


@pytest.mark.parametrize("changed", [Changes(active=False), Changes(role=Role.AUDITOR)])
def test_who_left_or_changed_roles_signs_nothing(office: Office, changed: Changes) -> None:
    left_open = supervisor(office)
    people.change_person(office, builders.ADMIN, "supervisor1", changed)
    with pytest.raises(NotPermitted):
        decisions.countersign(office, left_open, "A-001")
