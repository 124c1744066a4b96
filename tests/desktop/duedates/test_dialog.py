"""The table of due days on screen: read, filtered, a year kept once its effect was seen, read only for the others."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.context import Context
from desktop.duedates.dialog import DueDatesDialog
from desktop.duedates.form import Filter, Typed, cases_of, fitting, following, typed
from desktop.operations import duedates
from models.duedates.values import Effect, Year
from models.evidence.values import Duty
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver

NHI, TAX = Duty.NATIONAL_HEALTH_INSURANCE, Duty.RESIDENT_TAX
Open = Callable[[Actor], DueDatesDialog]


def year(town: str = "倉敷市", fiscal_year: int = 2026, duty: Duty = NHI, verify: bool = False) -> Year:
    return Year(town, duty, fiscal_year, ((1, date(fiscal_year, 6, 30)),), "広報", None, verify)


def test_a_filter_shows_the_newest_year_of_each_town_first() -> None:
    held = (year("倉敷市", 2024), year("倉敷市", 2026), year("海南市", 2026, TAX, verify=True))
    assert [each.fiscal_year for each in fitting(held, Filter("倉敷"))] == [2026, 2024]
    assert fitting(held, Filter("2026 倉敷")) == (held[1],)
    assert fitting(held, Filter(duty=TAX)) == fitting(held, Filter(to_verify=True)) == (held[2],)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"fiscal_year": "令和7"}, "duedates.year_unreadable"), ({"fiscal_year": "9" * 5000}, "duedates.year_unreadable"),
        *(({"fiscal_year": year}, "duedates.outside") for year in ("0", "1949", "2101", "9999", "20260")),
        ({"days": "2026-06-30\nlater"}, "duedates.day_unreadable"),
        ({"days": ""}, "duedates.no_days"), ({"source": " "}, "duedates.incomplete"), ({"municipality": ""}, "duedates.incomplete"),
    ],
)  # fmt: skip
def test_what_is_typed_is_judged_while_it_is_typed(field: dict[str, str], code: str) -> None:
    whole = {"municipality": "倉敷市", "fiscal_year": "2026", "days": "R8.6.30\n2026-07-31", "source": "広報"} | field
    problem = Typed(**whole).problem()  # type: ignore[arg-type]  # only the fields of text
    assert problem is not None
    assert problem.code == code


def test_a_year_is_typed_as_it_stands_and_the_next_begins_empty() -> None:
    assert typed(year()).year() == year()
    assert (following(year()).fiscal_year, following(year()).days) == ("2027", "")
    effect = Effect("A", "E1", "2026/1", date(2026, 6, 30), None, None, None)
    assert cases_of((effect, effect)) == 1


@pytest.fixture
def open_dialog(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[Open]:
    shown: list[DueDatesDialog] = []

    def made(actor: Actor) -> DueDatesDialog:
        dialog = DueDatesDialog(context_of(actor))
        shown.append(dialog)
        dialog.show()
        driver.wait_for(dialog.table.rowCount)
        return dialog

    yield made
    for dialog in shown:
        dialog._context.tasks.wait()
        dialog.close()
    driver.turn()


def test_a_year_is_kept_only_after_its_effect_was_seen(office: Office, open_dialog: Open) -> None:
    dialog = open_dialog(builders.RULE_KEEPER)
    dialog.words.setText("倉敷 2025")
    assert dialog.table.rowCount() == 1
    dialog.pane.days.setPlainText(dialog.pane.days.text.replace("2025-12-25", "2025-12-26"))
    assert not dialog.foot.primary.isEnabled()
    dialog.preview()
    driver.wait_for(dialog.foot.primary.isEnabled)
    assert "No row" in dialog.pane.effect.text()
    dialog.pane.source.setText("")
    dialog.pane.source.textEdited.emit("")
    assert not dialog.foot.primary.isEnabled()
    assert "source" in dialog.foot.problem.text
    dialog.pane.source.setText("例規")
    dialog.preview()
    driver.wait_for(dialog.foot.primary.isEnabled)
    dialog.keep()
    driver.wait_for(lambda: dialog.year is not None and dialog.year.own)
    driver.wait_for(lambda: "rules1" in dialog.pane.history.text())
    held = next(each for each in duedates.years(office, builders.AUDITOR) if each.own)
    assert (held.days[6][1], held.source) == (date(2025, 12, 26), "例規")


def test_others_read_it_and_every_bad_row_of_a_file_is_named(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog(builders.EXAMINER)
    assert dialog.pane.days.isReadOnly()
    assert dialog.foot.primary.isHidden()
    keeper = open_dialog(builders.RULE_KEEPER)
    keeper.begin()
    assert keeper.pane.year.text() == "2027"
    wrong = tmp_path / "days.csv"
    wrong.write_text("municipality,duty,fiscal_year,instalment,due_on,source\n,x,1,1,?,\n,y,1,1,?,\n", encoding="utf-8")
    keeper.take_file(wrong)
    driver.wait_for(lambda: "Line 3" in keeper.foot.problem.text)
