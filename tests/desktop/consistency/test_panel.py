"""The consistency screen: reads, charts, keys, tables, comparison, export, release by two people."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.consistency.lookup import LookUpDialog
from desktop.consistency.panel import ConsistencyView
from desktop.consistency.yearly import YearlyDialog
from desktop.context import Context
from desktop.operations import consistency, records
from models.consistency import kept
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.operations import consistency_office

ContextOf = Callable[[Actor], Context]


@pytest.fixture
def full(office: Office) -> Office:
    """400 decisions of twelve people."""
    consistency_office.decide(office)
    return office


@pytest.fixture
def view(full: Office, context_of: ContextOf) -> Iterator[ConsistencyView]:
    """The supervisor's screen, read."""
    made = opened(context_of(builders.SUPERVISOR))
    yield made
    made.close()
    made.deleteLater()
    driver.turn()


def opened(context: Context) -> ConsistencyView:
    """A screen at its first look."""
    made = ConsistencyView(context)
    made.resize(1440, 800)
    made.show()
    made.shown()
    settle(made)
    return made


def settle(view: ConsistencyView) -> None:
    """Until nothing is under way."""
    driver.turn(0.02)
    assert view._context.tasks.wait(60_000)
    driver.turn(0.02)


def events(office: Office) -> list[str]:
    return [each.kind for each in records.page(office, builders.AUDITOR, size=10)]


def test_first_look_says_one_sentence_and_is_recorded(view: ConsistencyView, full: Office) -> None:
    assert "12 examiners" in view.lead.text()
    assert view.form.period is not None
    assert "Decisions" in view.method.text()
    assert "Working paper" in view.protection.text()
    assert events(full)[0] == "report.made"
    assert view.shown_now is not None
    assert view.shown_now.paper.report.population.decisions


def test_nothing_is_read_before_the_first_look(full: Office, context_of: ContextOf) -> None:
    made = ConsistencyView(context_of(builders.SUPERVISOR))
    settle(made)
    assert "report.made" not in events(full)
    made.deleteLater()


def test_arrows_read_points_and_enter_opens_one(view: ConsistencyView) -> None:
    chart = view.funnel.chart
    chart.setFocus()
    before = view.funnel.sentence.text()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reading is not None
    first = view.funnel.sentence.text()
    assert first == chart.reading.text
    assert first != before
    QTest.keyClick(chart, Qt.Key.Key_End)
    last = chart.reading
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reading == last
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert view.funnel.sentence.text() == first
    code = chart.reading.code
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert view.look.title.text() == code
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading is None
    assert view.funnel.sentence.text() == before
    view.look.back.click()
    assert view.look.title.text() == "What to look at"


def test_hover_reads_and_click_opens(view: ConsistencyView) -> None:
    chart = view.funnel.chart
    assert chart.chart is not None
    wanted = chart.chart.readings[3]
    at = QPoint(round(wanted.x * chart.factor()), round(wanted.y * chart.factor()))
    QTest.mouseMove(chart, at)
    driver.turn(0.02)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert chart.reading is not None
    assert view.look.title.text() == chart.reading.code
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chart.reading is None


def test_every_chart_has_its_table_and_ctrl_t_turns_the_one_in_use(view: ConsistencyView) -> None:
    assert len(view.panes) == 3
    for pane in view.panes:
        pane.chart.setFocus()
        view.turn()
        assert pane.stack.currentWidget() is pane.table
        assert pane.table.rowCount() > 0
        assert pane.table.columnCount() > 1
        assert QApplication.focusWidget() is pane.table
        view.turn()
        assert pane.stack.currentWidget() is pane.area


def test_charts_have_names_and_their_sentence_for_a_screen_reader(view: ConsistencyView) -> None:
    assert len(view.panes) == 3
    for pane in view.panes:
        assert pane.chart.accessibleName()
        assert pane.chart.accessibleDescription() == pane.sentence.text()


def test_another_chart_can_be_chosen(view: ConsistencyView) -> None:
    offered = [view.which.itemData(n) for n in range(view.which.count())]
    assert {"criteria", "reasons", "drift"} <= set(offered)
    titles = set()
    for place in range(view.which.count()):
        view.which.setCurrentIndex(place)
        view.which.activated.emit(place)
        titles.add(view.third.chart.accessibleName())
    assert len(titles) == view.which.count()


def test_a_unit_alone_and_an_empty_choice(view: ConsistencyView, full: Office) -> None:
    view.bar.unit.setCurrentIndex(1)
    view.bar.chosen.emit()
    settle(view)
    assert view.shown_now is not None
    one = view.shown_now.paper.report
    assert one.unit == view.form.unit
    assert (one.population.decisions or 0) < 400
    assert events(full).count("report.made") == 2


def test_too_few_decisions_show_no_chart(office: Office, context_of: ContextOf) -> None:
    consistency_office.decide(office, number=6, examiners=2)
    made = opened(context_of(builders.SUPERVISOR))
    assert "fewer than 10 decisions" in made.lead.text()
    assert made.funnel.chart.chart is None
    assert not made.funnel.switch.isEnabled()
    made.close()
    made.deleteLater()


def test_two_periods_side_by_side(view: ConsistencyView) -> None:
    assert view._gathered is not None
    found = view._gathered.decisions
    days = found.decided_on.copy()
    days[::2] -= 183
    sums = kept.Kept(view._gathered.kept.names, kept.of(replace(found, decided_on=days)))
    view._gathered = replace(view._gathered, kept=sums)
    view._read()
    settle(view)
    assert view.comparison.isHidden()
    view.bar.compare.setCurrentIndex(1)
    view.bar.chosen.emit()
    settle(view)
    assert "Compared with" in view.comparison.text()
    assert not view.comparison.isHidden()


def test_export_writes_three_files(view: ConsistencyView, tmp_path: Path) -> None:
    view.export_to(tmp_path / "out")
    settle(view)
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["report.json", "report.pdf", "report.xlsx"]
    assert str(tmp_path / "out") in view.method.text()


def test_export_to_where_nothing_can_be_written_is_told(view: ConsistencyView, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    view.export_to(tmp_path / "file")
    settle(view)
    assert view.waiting.isVisible()
    assert "cannot be written" in view.waiting.words.text()


def test_a_release_needs_the_other_supervisor(
    view: ConsistencyView, full: Office, context_of: ContextOf, tmp_path: Path
) -> None:
    view.propose()
    settle(view)
    assert view.waiting.isVisible()
    assert not view.waiting.sign.isEnabled()
    assert not view.bar.release.isEnabled()
    other = opened(context_of(builders.SUPERVISOR2))
    assert other.waiting.sign.isEnabled()
    other.sign_to(builders.SUPERVISOR2, tmp_path / "release")
    settle(other)
    assert (tmp_path / "release" / "report.pdf").is_file()
    assert consistency.proposed_release(full) is None
    assert "report.released" in events(full)
    other.close()
    other.deleteLater()


def test_the_yearly_account_is_put_forward_by_one_and_released_by_another_in_both_languages(
    view: ConsistencyView, full: Office, context_of: ContextOf, tmp_path: Path
) -> None:
    view.propose_yearly()
    dialog = next(each for each in view.findChildren(YearlyDialog) if each.isVisible())
    assert dialog.act.isEnabled()
    year = int(dialog.year.currentData())
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    settle(view)
    assert "yearly account" in view.waiting.words.text()
    assert not view.waiting.sign.isEnabled()
    proposed = consistency.proposed_release(full)
    assert proposed is not None
    assert proposed.bulletin == year
    other = opened(context_of(builders.SUPERVISOR2))
    other.sign_to(builders.SUPERVISOR2, tmp_path / "account")
    settle(other)
    names = {each.name for each in (tmp_path / "account").iterdir()}
    assert names == {f"bulletin.{lang}.{form}" for lang in ("ja", "en") for form in ("pdf", "html")}
    assert consistency.proposed_release(full) is None
    assert "report.released" in events(full)
    other.close()
    other.deleteLater()


def test_a_release_can_be_taken_back(view: ConsistencyView, full: Office) -> None:
    view.propose()
    settle(view)
    view.decline()
    settle(view)
    assert not view.waiting.isVisible()
    assert view.bar.release.isEnabled()


def test_an_auditor_reads_and_cannot_release(full: Office, context_of: ContextOf) -> None:
    made = opened(context_of(builders.AUDITOR))
    assert made.bar.release.isHidden()
    assert "12 examiners" in made.lead.text()
    made.close()
    made.deleteLater()


def test_an_examiner_is_refused_in_words(full: Office, context_of: ContextOf) -> None:
    made = opened(context_of(builders.EXAMINER))
    assert made.pane.currentWidget() is made.pane.error
    made.close()
    made.deleteLater()


def test_stopping_leaves_a_way_back(full: Office, context_of: ContextOf) -> None:
    made = ConsistencyView(context_of(builders.SUPERVISOR))
    made.show()
    made.shown()
    made._cancel()
    settle(made)
    assert made.shown_now is None
    made._read()
    settle(made)
    assert made.shown_now is not None
    made.close()
    made.deleteLater()


def test_dark_and_large_text_paint_without_a_warning(view: ConsistencyView) -> None:
    theme = view._context.theme
    from desktop.theme import Scheme

    theme.choose(Scheme.DARK)
    theme.resize(150)
    driver.turn(0.05)
    assert not view.grab().isNull()
    theme.resize(100)
    theme.choose(Scheme.LIGHT)
    driver.turn(0.05)


def test_a_code_is_looked_up_from_its_point_with_a_purpose_and_on_record(view: ConsistencyView, full: Office) -> None:
    assert view.shown_now is not None
    code = view.shown_now.paper.report.examiners[0].code
    assert view.look.who.isHidden()
    view.open_code(code)
    view.look.who.click()
    asked = dialog(view)
    assert asked.code.text() == code
    assert not asked.ask.isEnabled()
    asked.why.setPlainText("再読の割当")
    asked.ask.click()
    settle(view)
    assert not asked.field.problem.text
    assert asked.answer.text().startswith(f"{code} is {consistency_office.NAME}審査官")
    assert "maker" in asked.answer.text()
    told = next(each for each in records.page(full, builders.AUDITOR, size=5) if each.kind == "report.looked_up")
    assert (told.who, told.content["code"], told.content["why"]) == (builders.SUPERVISOR.login, code, "再読の割当")
    asked.code.setText("Z")
    assert asked.answer.isHidden()
    asked.reject()


def test_what_a_page_shows_of_a_report_is_enough_and_what_is_unknown_is_told(view: ConsistencyView) -> None:
    assert view.shown_now is not None
    report = view.shown_now.paper.report
    view.look_up()
    asked = dialog(view)
    asked.report.setText(report.id[:7])
    asked.code.setText(report.examiners[0].code.lower())
    asked.why.setPlainText("second reading")
    asked.ask.click()
    settle(view)
    assert "There is no working paper" in asked.field.problem.text
    asked.report.setText(report.id[:8].upper())
    asked.ask.click()
    settle(view)
    assert report.examiners[0].code in asked.answer.text()
    asked.reject()


def test_an_auditor_is_not_offered_the_look_up(full: Office, context_of: ContextOf) -> None:
    made = opened(context_of(builders.AUDITOR))
    assert made.shown_now is not None
    made.open_code(made.shown_now.paper.report.examiners[0].code)
    assert made.look.who.isHidden()
    assert not made._who.isVisible()
    made.close()
    made.deleteLater()


def dialog(view: ConsistencyView) -> LookUpDialog:
    """The look-up that is open."""
    found = view.findChild(LookUpDialog)
    assert found is not None
    return found
