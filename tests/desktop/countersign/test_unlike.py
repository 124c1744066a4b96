"""A finding that differs from most like cases: the supervisor and the decision sheet show it with its distinction."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.casefile.words import Names
from desktop.countersign.detail import FindingDetail
from desktop.countersign.form import CountersignForm, FindingEntry
from desktop.operations import decisions, likecases
from models.authority.values import Line
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.localized import Localized
from models.store.office import Office
from reports.decision_sheet import LANGUAGES, SheetContext, _Sheet
from tests import builders
from tests.models.likecases import offices
from tests.models.likecases.offices import MET, NOT_MET, WHY


@pytest.fixture
def proposed(office: Office) -> Callable[[bool], CaseFile]:
    """A proposal whose finding on pension differs from eight of twelve like cases, with or without a word on it."""

    def made(said: bool) -> CaseFile:
        builders.ready_case(office)
        builders.find_all(office, not_met=["pension"])
        offices.decided(office, [MET] * 8 + [NOT_MET] * 4, offices.pattern_of(office))
        likecases.compare(office, builders.EXAMINER, "A-001", "pension")
        if said:
            likecases.distinguish(office, builders.EXAMINER, "A-001", "pension", WHY)
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "The late payment weighs most.")
        return builders.case_file(office)

    return made


def entry_of(file: CaseFile, lang: str = "en") -> FindingEntry:
    form = CountersignForm(file, builders.SUPERVISOR, lang)
    return next(each for _, group in form.groups() for each in group if each.key == "pension")


def test_the_distinction_stands_beside_its_finding(qapp: QApplication, proposed: Callable[[bool], CaseFile]) -> None:
    file = proposed(True)
    entry = entry_of(file)
    assert entry.note == "differs"
    detail = FindingDetail("en")
    detail.show_entry(entry, file, "", can_comment=False, names=Names({"examiner1": "佐藤 花子"}))
    words = [each.text() for each in detail.findChildren(QLabel)]
    assert WHY in words
    assert "Like cases: 12 cases (Met 8; Not met 4)" in words
    assert any("佐藤 花子" in each for each in words)
    detail.deleteLater()


@pytest.mark.parametrize("said", [True, False])
def test_the_decision_sheet_says_it_under_the_finding(proposed: Callable[[bool], CaseFile], said: bool) -> None:
    file = proposed(said)
    context = SheetContext({}, Line("any", Localized.of(ja="一般", en="any"), ()), "", "")
    for lang in LANGUAGES:
        rows = _Sheet(file, context, lang).data()["findings"]
        told = ["".join(run[0] for run in row["unlike"]) for row in rows if row["unlike"]]
        assert len(told) == 1
        assert "12" in told[0]
        assert (WHY in told[0]) is said
