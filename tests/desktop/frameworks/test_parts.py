"""The lists of a draft by form: entries are added, taken away and moved, and what was typed before stays."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.frameworks import draftform, partsform
from desktop.frameworks.draftparts import DraftParts
from desktop.frameworks.draftwords import field_words
from desktop.frameworks.partsform import Change, Kind
from models.frameworks import restructuring
from resources import root

TEXT = """\
parameters:
  - key: fee_yen
    value: 10000
    source:
      ja: 手数料令
      en: Order
criteria:
  - key: pension
    title:
      ja: 年金
      en: Pension
    facts:
      - obligations.national_pension.*
      - income.problems
    reasons:
      - code: P-01
        title:
          ja: 未納
          en: Unpaid
      - code: P-02
        title:
          ja: 遅れ
          en: Late
"""
REASONS = ("criteria", "pension", "reasons")


def test_what_can_be_listed_and_how_it_reads() -> None:
    assert partsform.parts(TEXT, "pension") == ("reasons", "facts")
    assert partsform.parts(TEXT, "") == ("criteria", "parameters")
    assert partsform.entries(TEXT, REASONS, "en") == (("P-01", "P-01　Unpaid"), ("P-02", "P-02　Late"))
    assert partsform.entries(TEXT, ("parameters",), "ja")[0][1] == "fee_yen　10000"
    assert len(partsform.known_facts()) > 50


@pytest.mark.parametrize(
    ("name", "good"), [("P-03", True), ("P-01", False), ("", False), ("a b", False), ("理由", False)]
)
def test_a_name_that_other_places_can_use(name: str, good: bool) -> None:
    assert partsform.usable(TEXT, REASONS, name) is good


def test_a_figure_gets_its_days_by_form() -> None:
    paths = [row.path for row in draftform.rows(TEXT, "")]
    assert ("parameters", "fee_yen", "from") in paths
    dated = draftform.applied(TEXT, {("parameters", "fee_yen", "from"): "2027-04-01"})
    assert "    from: 2027-04-01\n" in dated
    assert draftform.applied(dated, {("parameters", "fee_yen", "from"): ""}) == TEXT


def test_a_person_adds_moves_and_takes_away(qtbot: QtBot) -> None:
    pane = DraftParts("en")
    qtbot.addWidget(pane)
    asked: list[Change] = []
    pane.changed.connect(asked.append)
    pane.show_text(TEXT, "pension", field_words(), read_only=False)
    assert not pane.add.isEnabled()
    pane.name.setText("P-03")
    pane.add.click()
    pane.down.click()
    pane.remove.click()
    pane.part.setCurrentIndex(1)
    pane.fact.setCurrentIndex(pane.fact.place_of("income.average"))
    pane.add.click()
    kinds = [Kind.ADD, Kind.LATER, Kind.REMOVE, Kind.ADD]
    assert [each.kind for each in asked] == kinds
    text = TEXT
    for each in asked:
        text = partsform.applied(text, each)
    assert restructuring.names(text, REASONS) == ("P-03", "P-02")
    assert restructuring.names(text, ("criteria", "pension", "facts"))[-1] == "income.average"
    pane.show_text(text, "pension", field_words(), read_only=False)
    assert pane.entries.count() == 3, "the list that was chosen stays"
    pane.show_text(text, "pension", field_words(), read_only=True)
    assert pane.isHidden()


def test_the_way_back_from_a_copy_in_a_shipped_text() -> None:
    text = (root() / "frameworks" / "extension" / "2025-10-16.yaml").read_text(encoding="utf-8")
    key = restructuring.names(text, ("criteria",))[0]
    more = partsform.applied(text, Change(Kind.ADD, ("criteria",), key, "another"))
    assert partsform.applied(more, Change(Kind.REMOVE, ("criteria",), "another")) == text
