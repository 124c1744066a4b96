"""Commit, then compare: nothing of others before the own finding stands; the same for everybody afterwards; a word where it differs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import decisions, findings, likecases
from models.decisions.values import Outcome
from models.errors import CheckFailed, NotPermitted
from models.findings.values import FindingState
from models.likecases.values import Trait
from models.store.office import Office
from tests import builders
from tests.models.likecases.offices import MET, NOT_MET, WHY, decided, found, holds, pattern_of

EXAMINER = builders.EXAMINER


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


def compare(office: Office, criterion: str = "pension") -> object:
    return likecases.compare(office, EXAMINER, "A-001", criterion)


def kinds(office: Office) -> list[str]:
    return [each.kind for each in builders.case_file(office).events]


def test_nothing_is_shown_before_the_finding_stands(office: Office) -> None:
    decided(office, [MET] * 9, pattern_of(office))
    with pytest.raises(CheckFailed) as caught:
        compare(office)
    assert caught.value.message.code == "likecases.not_committed"
    found(office)
    draft = builders.draft(builders.case_file(office), builders.case_file(office).framework.criterion("pension"))
    findings.save_draft(office, EXAMINER, draft)
    with pytest.raises(CheckFailed) as caught:
        compare(office)
    assert caught.value.message.code == "likecases.draft_over"
    findings.discard_draft(office, EXAMINER, "A-001", "pension")
    for other in (builders.EXAMINER2, builders.SUPERVISOR, builders.AUDITOR):
        with pytest.raises(NotPermitted):
            likecases.compare(office, other, "A-001", "pension")
    assert "like_cases_seen" not in kinds(office)


def test_who_paid_late_is_not_compared_with_those_who_never_did(office: Office) -> None:
    never, longer = (
        "unpaid=0;late=0;longest_late=0;explained=no",
        "unpaid=0;late=1+;late=7-12;longest_late=91-180;explained=no",
    )
    decided(office, [MET] * 30, never)
    decided(office, [NOT_MET] * 4, longer, name="M")
    found(office)
    few = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert few.hidden, "four who paid late are too few, whatever the others are"
    decided(office, [MET], longer, name="N")
    found(office)
    shown = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert (shown.total, shown.counts, shown.differs) == (5, ((NOT_MET, 4), (MET, 1)), False)
    assert [each.text("en") for each in shown.basis][1:] == ["Paid after the due date – 1 month or more"]


def test_a_finding_unlike_most_needs_a_written_distinction(office: Office) -> None:
    decided(office, [MET] * 8 + [NOT_MET] * 4, pattern_of(office))
    found(office)
    shown = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert (shown.total, shown.counts, shown.differs) == (12, ((MET, 8), (NOT_MET, 4)), True)
    assert {each.quarter for each in shown.rows} == {"2026Q2"}
    assert shown.basis[:2] == (Trait("unpaid", "0", "months"), Trait("late", "1", "months"))
    decided(office, [NOT_MET] * 50, pattern_of(office), name="M")
    assert likecases.compare(office, EXAMINER, "A-001", "pension") == shown, "what was seen stays what was seen"
    assert kinds(office).count("like_cases_seen") == 1

    blocked = decisions.gate(office, EXAMINER, "A-001", None, "", compared=True)
    assert "gate.like_differs" in [each.message.code for each in blocked.blocks]
    asked = decisions.gate(office, EXAMINER, "A-001", None, "")
    assert "gate.like_differs" in [each.message.code for each in asked.warnings]
    for text, code in (
        ("", "empty"),
        ("違う。", "short"),
        ("諸般の事情を考えて、この事案は異なるものとした。", "stock"),
        (f"{WHY}123456789018", "my_number"),
    ):
        with pytest.raises(CheckFailed) as caught:
            likecases.distinguish(office, EXAMINER, "A-001", "pension", text)
        assert [each.message.code for each in caught.value.problems] == [f"likecases.text_{code}"]
    made = likecases.distinguish(office, EXAMINER, "A-001", "pension", f" {WHY} ", key="k")
    assert likecases.distinguish(office, EXAMINER, "A-001", "pension", "x", key="k") == made
    again = likecases.distinguish(office, EXAMINER, "A-001", "pension", f"{WHY}転居の前である。")
    assert (made.text, made.number, again.number) == (WHY, 1, 2)
    (comparison,) = builders.case_file(office).comparisons
    assert (comparison.distinction, comparison.shown, comparison.open) == (again, shown, False)
    after = decisions.gate(office, EXAMINER, "A-001", None, "", compared=True)
    assert "gate.like_differs" not in [each.message.code for each in after.problems]
    assert holds(office)


def test_who_did_not_look_does_not_escape(office: Office) -> None:
    builders.find_all(office, not_met=["pension"])
    decided(office, [MET] * 5, pattern_of(office))
    before = kinds(office)
    with pytest.raises(CheckFailed) as caught:
        decisions.propose(office, EXAMINER, "A-001", Outcome.REFUSE, WHY, compared=True)
    assert [(each.message.code, each.place) for each in caught.value.problems] == [("gate.like_differs", "pension")]
    assert kinds(office) == before
    assert [each.message.code for each in decisions.unheard(office, EXAMINER, "A-001")].count("gate.like_differs") == 1
    decisions.propose(office, EXAMINER, "A-001", Outcome.REFUSE, WHY)
    proposed = builders.case_file(office).events[-1]
    assert (proposed.kind, proposed.content["not_distinguished"]) == ("proposed", ["pension"])


def test_of_fewer_than_five_nothing_is_told(office: Office) -> None:
    decided(office, [MET] * 4, pattern_of(office))
    decided(office, [MET] * 9, pattern_of(office), on=date(2023, 6, 30), name="old")
    decided(office, [MET] * 9, "unpaid=13+;late=1;longest_late=31-90;explained=no", name="unlike")
    found(office)
    shown = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert shown == replace(shown, total=0, counts=(), rows=(), basis=(), differs=False, hidden=True)
    with pytest.raises(CheckFailed) as caught:
        likecases.distinguish(office, EXAMINER, "A-001", "pension", WHY)
    assert caught.value.message.code == "likecases.nothing_differs"
    assert holds(office)


def test_another_finding_is_compared_anew_and_the_first_look_stays(office: Office) -> None:
    decided(office, [MET] * 6, pattern_of(office))
    found(office)
    assert likecases.compare(office, EXAMINER, "A-001", "pension").differs
    likecases.distinguish(office, EXAMINER, "A-001", "pension", WHY)
    found(office, MET)
    with pytest.raises(CheckFailed) as caught:
        likecases.distinguish(office, EXAMINER, "A-001", "pension", WHY)
    assert caught.value.message.code == "likecases.not_compared"
    second = likecases.compare(office, EXAMINER, "A-001", "pension")
    assert (second.revision, second.finding, second.differs) == (2, FindingState.MET, False)
    first, last = builders.case_file(office).comparisons
    assert (first.revision, first.shown.finding, last.revision) == (1, NOT_MET, 2)
    assert first.distinction is not None
    assert last.distinction is None
