"""Who may do what, and who is who."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.operations import people
from desktop.operations import records as record_ops
from models.errors import AkashiError, BadInput, NotPermitted
from models.people import rules
from models.people.values import Actor, Permission, Person, Role
from models.store.clock import Clock
from models.store.office import Office
from resources import messages
from tests import builders

NEW = Person("new1", "新人 太郎", Role.EXAMINER, builders.UNIT)


class Time:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = builders.NOON
        self.clock = Clock(lambda: self.now)

    def pass_(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def office(tmp_path: Path, time: Time) -> Iterator[Office]:
    with builders.office(tmp_path, time.clock) as made:
        yield made


def refused(office: Office, login: str, password: str) -> str:
    with pytest.raises(NotPermitted) as told:
        people.sign_in(office, login, password)
    return told.value.message.code


@pytest.mark.parametrize("actor", builders.EVERYONE, ids=lambda each: each.login)
def test_everyone_signs_in_as_themselves(office: Office, actor: Actor) -> None:
    assert people.sign_in(office, actor.login, builders.PASSWORD) == actor


def test_wrong_is_wrong_and_does_not_say_which(office: Office) -> None:
    assert refused(office, "examiner1", "wrong") == refused(office, "nobody", builders.PASSWORD) == "people.wrong"


def test_after_five_failures_one_waits_and_longer_each_time(office: Office, time: Time) -> None:
    assert [refused(office, "examiner1", "no") for _ in range(4)] == ["people.wrong"] * 4
    assert refused(office, "examiner1", "no") == "people.closed"
    assert refused(office, "examiner1", builders.PASSWORD) == "people.closed"
    time.pass_(31)
    assert refused(office, "examiner1", "no") == "people.closed"
    time.pass_(31)
    assert refused(office, "examiner1", builders.PASSWORD) == "people.closed"
    time.pass_(31)
    assert people.sign_in(office, "examiner1", builders.PASSWORD).login == "examiner1"
    assert refused(office, "examiner1", "no") == "people.wrong"
    kinds = [each.kind for each in record_ops.page(office, builders.AUDITOR, size=9) if each.kind != "checkpoint"]
    assert kinds == ["sign_in_failed", "signed_in", *["sign_in_failed"] * 6]


def test_the_waiting_has_an_end() -> None:
    waits = [rules.wait_after(n).total_seconds() for n in range(40)]
    assert waits[:5] == [0] * 5
    assert waits[5:8] == [30, 60, 120]
    assert max(waits) == 900


def test_a_new_person_can_sign_in_and_is_in_the_record(office: Office) -> None:
    people.add_person(office, builders.ADMIN, NEW, builders.PASSWORD, builders.SOFT)
    assert people.sign_in(office, "new1", builders.PASSWORD) == Actor("new1", "新人 太郎", Role.EXAMINER, builders.UNIT)
    assert NEW in people.listing(office)
    assert record_ops.verify(office).ok


@pytest.mark.parametrize(
    ("person", "password", "actor"),
    [
        (NEW, "short", builders.ADMIN),
        (Person("examiner1", "x", Role.EXAMINER, None), builders.PASSWORD, builders.ADMIN),
        (Person(" ", "x", Role.EXAMINER, None), builders.PASSWORD, builders.ADMIN),
        (Person("a\nb", "x", Role.EXAMINER, None), builders.PASSWORD, builders.ADMIN),
        (NEW, builders.PASSWORD, builders.SUPERVISOR),
    ],
)
def test_who_is_not_added(office: Office, person: Person, password: str, actor: Actor) -> None:
    before = people.listing(office)
    with pytest.raises(BadInput if actor == builders.ADMIN else NotPermitted):
        people.add_person(office, actor, person, password, builders.SOFT)
    assert people.listing(office) == before


def test_passwords_are_kept_as_argon2id_of_at_least_46_mib() -> None:
    from models.people.service import hash_password

    kept = hash_password("long enough")
    assert kept.startswith("$argon2id$")
    assert int(kept.split("m=")[1].split(",")[0]) >= 46 * 1024


def test_an_inactive_person_does_not_come_in(office: Office) -> None:
    from models.people.tables import PersonRow

    with office.begin() as session:
        row = session.get(PersonRow, "examiner2")
        assert row is not None
        row.active = False
    assert refused(office, "examiner2", builders.PASSWORD) == "people.inactive"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_every_cell_of_the_matrix_is_enforced_in_words(role: Role, permission: Permission) -> None:
    actor = Actor("x", "誰か", role, None)
    if rules.may(role, permission):
        rules.require(actor, permission)
        return
    with pytest.raises(NotPermitted) as told:
        rules.require(actor, permission)
    for lang in messages.LANGUAGES:
        assert "誰か" in told.value.text(lang)


def test_nobody_both_proposes_and_countersigns() -> None:
    both = [role for role in Role if rules.may(role, Permission.PROPOSE) and rules.may(role, Permission.COUNTERSIGN)]
    assert both == []


def test_the_auditor_only_looks() -> None:
    looks = {Permission.SEE_CASES, Permission.SEE_RECORD, Permission.VERIFY, Permission.REPORT}
    assert rules.MATRIX[Role.AUDITOR] == looks


def test_errors_have_words_in_both_languages(office: Office) -> None:
    with pytest.raises(AkashiError) as told:
        people.sign_in(office, "x", "y")
    assert told.value.text("ja") != told.value.text("en") != "people.wrong"


@pytest.mark.parametrize("login", ["console", "Console", " console"])
def test_nobody_is_called_like_the_console(office: Office, login: str) -> None:
    with pytest.raises(BadInput) as told:
        people.add_person(office, builders.ADMIN, Person(login, "誰か", Role.EXAMINER, None), builders.PASSWORD)
    assert told.value.message.code == "people.login_taken"
