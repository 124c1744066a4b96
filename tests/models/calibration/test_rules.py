"""The draw: grants and refusals alike, blind readers, the same for the same seed."""

from collections import Counter

import pytest

from models.calibration import rules
from models.calibration.values import Asked, Candidate, Reading
from models.decisions.values import Outcome
from models.errors import BadInput
from models.findings.values import FindingState

PEOPLE = tuple(f"e{n}" for n in range(6))


def office(grants: int = 200, refusals: int = 40) -> list[Candidate]:
    """Decisions by six people in turn, countersigned by one."""
    return [
        Candidate(f"C{n:04}", n < grants, frozenset({PEOPLE[n % 6], "supervisor"})) for n in range(grants + refusals)
    ]


def test_half_are_grants_and_half_refusals_whatever_the_office_decides() -> None:
    found = {each.case: each.granted for each in office()}
    drawn = rules.draw(office(), Asked(40, 1), PEOPLE)
    assert Counter(found[each.case] for each in drawn) == {True: 20, False: 20}
    assert [each.place for each in drawn] == list(range(1, 41))


def test_where_one_side_is_short_the_other_fills() -> None:
    for made in (office(grants=100, refusals=3), office(grants=3, refusals=100)):
        assert len(rules.draw(made, Asked(40, 1), PEOPLE)) == 40
    assert len(rules.draw(office(5, 4), Asked(40, 1), PEOPLE)) == 9


def test_the_order_of_a_round_tells_no_outcome() -> None:
    found = {each.case: each.granted for each in office()}
    order = [found[each.case] for each in rules.draw(office(), Asked(40, 3), PEOPLE)]
    assert 5 <= sum(order[:20]) <= 15


def test_nobody_reads_what_they_decided_and_work_is_shared_alike() -> None:
    involved = {each.case: each.involved for each in office()}
    drawn = rules.draw(office(), Asked(60, 2, each=3), PEOPLE)
    for each in drawn:
        assert len(set(each.readers)) == 3
        assert not involved[each.case] & set(each.readers)
    load = Counter(who for each in drawn for who in each.readers)
    assert max(load.values()) - min(load.values()) <= 3


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    first = rules.draw(office(), Asked(20, 7), PEOPLE)
    assert rules.draw(list(reversed(office())), Asked(20, 7), PEOPLE) == first
    assert rules.draw(office(), Asked(20, 8), PEOPLE) != first


@pytest.mark.parametrize(
    ("asked", "readers", "code"),
    [
        (Asked(0, 1), PEOPLE, "calibration.no_size"),
        (Asked(5, 1, each=1), PEOPLE, "calibration.few_readers"),
        (Asked(5, 1), PEOPLE[:1], "calibration.few_readers"),
        (Asked(5, 1, each=6), PEOPLE, "calibration.no_cases"),
    ],
)
def test_what_cannot_be_read_blind_is_refused(asked: Asked, readers: tuple[str, ...], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        rules.draw(office(), asked, readers)
    assert caught.value.message.code == code


def test_a_reading_answers_everything() -> None:
    whole = {"a": FindingState.MET, "b": FindingState.NOT_APPLICABLE}
    rules.check(Reading(1, 1, whole, Outcome.GRANT), ["a", "b"])
    for found, outcome in (
        ({"a": FindingState.MET}, Outcome.GRANT),
        (whole, None),
        ({**whole, "b": FindingState.NEEDS_DOCUMENTS}, Outcome.GRANT),
        ({**whole, "c": FindingState.MET}, Outcome.GRANT),
    ):
        with pytest.raises(BadInput):
            rules.check(Reading(1, 1, found, outcome), ["a", "b"])
