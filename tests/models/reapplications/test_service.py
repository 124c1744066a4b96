"""Persons are never merged: what looks alike is shown, a person links with a reason, and undoes it with a reason."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import records, turns
from models.errors import BadInput, NotFound, NotPermitted
from models.reapplications.values import Sign
from models.store.office import Office
from tests import builders

OLD, NEW = "A-001", "A-002"
WHY = "旅券の写しと署名が同じ"
EARLY = date(2025, 4, 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    yield made
    made.close()


def bare(office: Office, case: str, **changes: object) -> None:
    from models.cases import service as cases
    from models.people.values import CONSOLE

    with office.begin() as session:
        cases.insert_new(session, CONSOLE, [builders.new_case(case, **changes)], {"what": "cases"})


def signs(office: Office, case: str = NEW) -> dict[str, tuple[Sign, ...]]:
    return {each.case.id: each.signs for each in turns.candidates(office, builders.EXAMINER, case)}


def test_names_are_compared_on_copies_in_any_width_kana_case_and_order(office: Office) -> None:
    bare(office, NEW, name="ＮＧＵＹＥＮ Thi Lan", name_reading="グエンティラン", municipality=None, address=None)
    bare(office, "B-1", name="lan nguyen thi", name_reading="", received_on=EARLY, nationality="USA", address=None)
    bare(office, "B-2", name="別の名", name_reading="ぐえん てぃ らん", received_on=EARLY, address=None)
    bare(office, "B-3", name="ＮＧＵＹＥＮ Thi Lan", born_on=date(1988, 4, 13), received_on=EARLY)
    bare(office, "B-4", name="別の名", name_reading="べつ", received_on=EARLY)
    bare(office, "B-5", name="ＮＧＵＹＥＮ Thi Lan", received_on=date(2026, 6, 1))
    assert signs(office) == {"B-1": (Sign.NAME,), "B-2": (Sign.READING, Sign.NATIONALITY)}
    assert turns.candidates(office, builders.EXAMINER, NEW)[0].case.applicant.name == "別の名", "most in common first"
    kept = builders.case_file(office, NEW).case.applicant.name
    assert kept == "ＮＧＵＹＥＮ Thi Lan", "stored as given"


def test_the_same_number_speaks_for_it_but_not_one_of_a_whole_delivery(office: Office) -> None:
    builders.ready_case(office, NEW, name="改姓後", name_reading="かいせい", address=None)
    builders.ready_case(office, OLD, name="改姓前", name_reading="まえ", received_on=EARLY, address=None)
    assert signs(office) == {OLD: (Sign.RECEIPT, Sign.NATIONALITY)}
    for number in range(3):
        builders.ready_case(
            office, f"B-{number}", name=f"他人{number}", name_reading="x" * (number + 1), received_on=EARLY
        )
    assert signs(office) == {}


def test_a_person_links_with_a_reason_and_each_shows_the_other(office: Office) -> None:
    builders.ready_case(office, OLD, received_on=EARLY)
    builders.find_all(office, case=OLD)
    builders.ready_case(office, NEW)
    assert turns.earlier(office, builders.EXAMINER, NEW) == ()
    turns.link(office, builders.EXAMINER, NEW, OLD, WHY)
    assert OLD not in signs(office)
    (earlier,) = turns.earlier(office, builders.AUDITOR, NEW)
    assert (earlier.case.id, earlier.link.why) == (OLD, WHY)
    assert earlier.findings
    assert [each.case for each in turns.later(office, builders.AUDITOR, OLD)] == [NEW]
    assert turns.earlier(office, builders.AUDITOR, OLD) == ()
    turns.unlink(office, builders.SUPERVISOR, NEW, OLD, "別人と分かった")
    assert (turns.earlier(office, builders.EXAMINER, NEW), turns.later(office, builders.EXAMINER, OLD)) == ((), ())
    assert OLD in signs(office)
    kinds = [each.kind for each in builders.case_file(office, NEW).events]
    assert kinds.count("earlier_linked") == kinds.count("earlier_unlinked") == 1
    with pytest.raises(NotFound):
        turns.unlink(office, builders.SUPERVISOR, NEW, OLD, "again")
    turns.link(office, builders.SUPERVISOR, NEW, OLD, "やはり本人")
    assert records.verify(office).ok


def test_nobody_links_without_a_reason_another_case_or_the_right_to(office: Office) -> None:
    bare(office, OLD, received_on=EARLY)
    bare(office, NEW)
    for why, said in (
        (" ", "Say what shows"),
        ("1234-5678-9018", "My Number"),
        ("a\x07", "U\\+0007"),
        ("x" * 1001, "1,000"),
    ):
        with pytest.raises(BadInput, match=said):
            turns.link(office, builders.EXAMINER, NEW, OLD, why)
    for new, old in ((NEW, NEW), (OLD, NEW)):
        with pytest.raises(BadInput, match="no earlier case"):
            turns.link(office, builders.EXAMINER, new, old, WHY)
    for actor in (builders.AUDITOR, builders.RULE_KEEPER, builders.ADMIN):
        with pytest.raises(NotPermitted):
            turns.link(office, actor, NEW, OLD, WHY)
    turns.link(office, builders.EXAMINER, NEW, OLD, WHY)
    with pytest.raises(BadInput, match="already"):
        turns.link(office, builders.EXAMINER, NEW, OLD, WHY)
    for why in (" ", "1234-5678-9018"):
        with pytest.raises(BadInput):
            turns.unlink(office, builders.EXAMINER, NEW, OLD, why)
