"""The log of a delivery: in its order, with its tries, in the record; oral explanations beside it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.operations import deliveries, letters, records
from models.errors import BadInput, NotPermitted
from models.letters.deliveries.tables import DeliveryRow
from models.letters.deliveries.values import NewDelivery, NewExplanation, Step
from models.store.office import Office
from tests import builders
from tests.desktop.operations.issuing import CASE, countersigned

ON = builders.TODAY


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A case whose letter went out."""
    with countersigned(tmp_path) as made:
        letters.issue(made, builders.SUPERVISOR, CASE)
        yield made


def note(office: Office, step: Step, tracking: str = "", on: date = ON) -> int:
    """Write a step down; its try."""
    return deliveries.note(office, builders.EXAMINER, NewDelivery(CASE, step, on, "佐藤 花子", tracking)).attempt


def test_a_returned_letter_is_tried_again(office: Office) -> None:
    assert note(office, Step.POSTED) == 1
    assert note(office, Step.RETURNED) == 1
    assert note(office, Step.REGISTERED, "123-45") == 2
    assert note(office, Step.DELIVERED) == 2
    log = deliveries.log(office, builders.AUDITOR, CASE).deliveries
    assert [(each.attempt, each.step) for each in log] == [
        (1, Step.POSTED), (1, Step.RETURNED), (2, Step.REGISTERED), (2, Step.DELIVERED),
    ]  # fmt: skip
    assert log[2].tracking == "123-45"
    kinds = [each.kind for each in builders.case_file(office, CASE).events]
    assert kinds.count("letter_delivery") == 4
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((Step.RETURNED,), "not under way"),
        ((Step.POSTED, Step.POSTED), "still under way"),
        ((Step.HANDED_OVER, Step.POSTED), "was delivered"),
        ((Step.REGISTERED,), "tracking number"),
    ],
)
def test_steps_come_in_their_order(office: Office, steps: tuple[Step, ...], said: str) -> None:
    *before, last = steps
    for each in before:
        note(office, each)
    with pytest.raises(BadInput, match=said):
        note(office, last)


def test_a_letter_under_way_may_be_handed_over(office: Office) -> None:
    note(office, Step.POSTED)
    assert note(office, Step.HANDED_OVER) == 1


def test_days_names_and_my_numbers(office: Office) -> None:
    for on in (ON - timedelta(days=1), ON + timedelta(days=1)):
        with pytest.raises(BadInput, match="does not fit"):
            note(office, Step.POSTED, on=on)
    with pytest.raises(BadInput, match="who it was"):
        deliveries.note(office, builders.EXAMINER, NewDelivery(CASE, Step.POSTED, ON, " "))
    with pytest.raises(BadInput, match=r"My Number|twelve"):
        deliveries.explain(office, builders.EXAMINER, NewExplanation(CASE, ON, "佐藤", "ja", asked="123456789018"))


def test_only_who_issues_writes_it_down(office: Office) -> None:
    with pytest.raises(NotPermitted):
        deliveries.note(office, builders.AUDITOR, NewDelivery(CASE, Step.POSTED, ON, "渡辺"))
    with pytest.raises(NotPermitted):
        deliveries.explain(office, builders.RULE_KEEPER, NewExplanation(CASE, ON, "伊藤", "ja"))


def test_before_the_issue_nothing_can_be_delivered(tmp_path: Path) -> None:
    with countersigned(tmp_path) as office, pytest.raises(NotPermitted):
        note(office, Step.POSTED)


def test_an_explanation_is_written_down(office: Office) -> None:
    new = NewExplanation(CASE, ON, "佐藤 花子", "en", "山田 通", "Why?", "年金の納付が遅れた月がありました。")
    made = deliveries.explain(office, builders.EXAMINER, new)
    assert deliveries.log(office, builders.EXAMINER, CASE).explanations == (made,)
    assert builders.case_file(office, CASE).events[-1].content["interpreter"] == "山田 通"
    assert records.verify(office).ok


def test_a_changed_log_is_found(office: Office) -> None:
    note(office, Step.POSTED)
    with office.begin() as session:
        row = session.get_one(DeliveryRow, next(iter(session.query(DeliveryRow.id)))[0])
        row.step = Step.DELIVERED.value
    broken = records.verify(office).first_broken
    assert broken is not None
    assert (broken.kind, broken.case) == ("state", CASE)
