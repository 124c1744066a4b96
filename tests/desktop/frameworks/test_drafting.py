"""The rule keeper's screen: a version is written in a form and as text, compared, laid over the cases, proposed and published."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.frameworks import compareform, draftform
from desktop.frameworks.compareform import Look
from desktop.frameworks.panel import FrameworksView
from desktop.operations import drafting
from desktop.tasks import Tasks
from models.frameworks import differences, editing, library, restructuring
from models.frameworks.drafts.values import DraftState
from models.frameworks.values import FrameworkRef
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import in_front, turn, wait_for

NOW = FrameworkRef("permanent_residence", "2026-02-24")
QUESTION = ("criteria", "pension", "question", "en")
LOOK = Look("#111111", "#222222", "#333333", "#444444", "#555555")


@pytest.fixture
def shown(qtbot: QtBot, context_of: Callable[[Actor], Context], tasks: Tasks) -> Callable[[Actor], FrameworksView]:
    """The rules as a person sees them, the last draft chosen."""

    def made(actor: Actor) -> FrameworksView:
        view = FrameworksView(context_of(actor))
        qtbot.addWidget(view)
        view.resize(1400, 800)
        in_front(view)
        view.shown()
        settle(tasks)
        view.version.setCurrentIndex(len(library.all_()))
        settle(tasks)
        return view

    return made


@pytest.fixture
def draft(office: Office) -> str:
    """A draft of permanent residence, begun by the rule keeper."""
    builders.ready_case(office)
    made = drafting.begin(office, builders.RULE_KEEPER, NOW).draft
    text = editing.put(drafting.opened(office, builders.RULE_KEEPER, made.id).text, ("version",), "2026-09-01")
    drafting.save(office, builders.RULE_KEEPER, made.id, text, made.saving)
    return made.id


def settle(tasks: Tasks) -> None:
    """Until nothing is under way, the pause after typing included."""
    for pause in (0.45, 0.02, 0.02):
        turn(pause)
        assert tasks.wait(30_000)


def mode(view: FrameworksView, key: str) -> None:
    view.mode.set_value(key)
    view.mode.chosen.emit(key)


def test_a_field_becomes_text_is_saved_and_shows_in_everything_it_makes(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str
) -> None:
    view = shown(builders.RULE_KEEPER)
    view.nav.choose("·pension", announce=True)
    field = view.draft.fields.editors[QUESTION]
    field.setPlainText("Another question?")  # type: ignore[union-attr]  # a wording has several lines
    settle(tasks)
    wait_for(lambda: not view.draft._saver.dirty)
    saved = drafting.opened(office, builders.RULE_KEEPER, draft).text
    assert editing.value(saved, QUESTION) == "Another question?"
    assert view.framework is not None
    assert view.framework.criterion("pension").question["en"] == "Another question?"
    assert "2 differences" in view.draft.status.text() or "1 difference" in view.draft.status.text()
    mode(view, "read")
    assert "Another question?" in view.text.toPlainText()
    mode(view, "compare")
    settle(tasks)
    assert "Another" in view.compare.text.toPlainText()


def test_entries_are_added_and_taken_away_by_form_beside_what_was_typed(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str
) -> None:
    view = shown(builders.RULE_KEEPER)
    view.nav.choose("·pension", announce=True)
    view.draft.fields.editors[QUESTION].setPlainText("Another question?")  # type: ignore[union-attr]  # as above
    view.draft.parts.name.setText("P-90")
    view.draft.parts.add.click()
    settle(tasks)
    wait_for(lambda: not view.draft._saver.dirty)
    saved = drafting.opened(office, builders.RULE_KEEPER, draft).text
    assert editing.value(saved, QUESTION) == "Another question?"
    assert restructuring.names(saved, ("criteria", "pension", "reasons"))[:2] == ("P-01", "P-90")
    assert view.framework is not None
    assert "P-90" in [each.code for each in view.framework.criterion("pension").reasons]
    while view.draft.parts.remove.isEnabled():
        view.draft.parts.remove.click()
    settle(tasks)
    assert view.draft.parts.entries.count() == 1, "one always stays"


def test_problems_stand_there_as_they_are_typed_and_lead_to_their_line(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, draft: str
) -> None:
    view = shown(builders.RULE_KEEPER)
    pane = view.draft
    pane.mode.set_value("text")
    pane.mode.chosen.emit("text")
    pane.text.setPlainText(pane.text.toPlainText().replace("mandatory: true", "mandatory: perhaps", 1))
    settle(tasks)
    assert pane.problems.count() == 1
    assert not pane.foot.propose.isEnabled()
    pane.problems.itemActivated.emit(pane.problems.item(0))
    line = pane.text.textCursor().block().text()
    assert "perhaps" in line
    pane.text.setPlainText(pane.text.toPlainText().replace("mandatory: perhaps", "mandatory: true", 1))
    settle(tasks)
    assert pane.foot.propose.isEnabled()
    assert "To be checked" in pane.problems.item(0).text()


def test_proposed_by_one_and_published_by_another(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str
) -> None:
    view = shown(builders.RULE_KEEPER)
    dialog = view.draft.foot.ask("propose")
    assert dialog is not None
    dialog.day.setText("2020-01-01")
    dialog.go()
    settle(tasks)
    assert "today or later" in dialog.problem.text()
    dialog.day.setText("R8.9.1")
    dialog.go()
    settle(tasks)
    assert drafting.opened(office, builders.RULE_KEEPER, draft).draft.state is DraftState.PROPOSED
    assert not view.draft.foot.publish.isEnabled()
    assert not view.draft.writable
    second = shown(builders.SUPERVISOR)
    assert second.draft.foot.publish.isEnabled()
    assert not second.draft.foot.keep.isVisible()
    asked = second.draft.foot.ask("publish")
    assert asked is not None
    asked.go()
    settle(tasks)
    (made,) = drafting.published(office)
    assert (made.version, made.in_force_from) == ("2026-09-01", date(2026, 9, 1))
    assert second.version.count() == len(library.all_()) + 2


@pytest.mark.parametrize("mine", [True, False])
def test_who_saves_beside_another_chooses_and_nothing_is_lost(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str, mine: bool
) -> None:
    view = shown(builders.RULE_KEEPER)
    before = drafting.opened(office, builders.RULE_KEEPER, draft)
    theirs = editing.put(before.text, QUESTION, "Theirs?")
    drafting.save(office, builders.RULE_KEEPER, draft, theirs, before.draft.saving)
    view.nav.choose("·pension", announce=True)
    view.draft.fields.editors[QUESTION].setPlainText("Mine?")  # type: ignore[union-attr]  # a wording has several lines
    settle(tasks)
    wait_for(lambda: not view.draft.foot.mine.isHidden())
    (view.draft.foot.mine if mine else view.draft.foot.theirs).click()
    settle(tasks)
    saved = drafting.opened(office, builders.RULE_KEEPER, draft)
    assert editing.value(saved.text, QUESTION) == ("Mine?" if mine else "Theirs?")
    assert len(saved.draft.revisions) == (2 if mine else 1)
    assert view.draft.foot.mine.isHidden()


def test_what_is_typed_while_a_look_is_under_way_stays(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str
) -> None:
    view = shown(builders.RULE_KEEPER)
    pane = view.draft
    pane.mode.set_value("text")
    pane.mode.chosen.emit("text")
    pane.look()
    pane.text.appendPlainText("# typed on")
    settle(tasks)
    wait_for(lambda: not pane._saver.dirty)
    assert "# typed on" in drafting.opened(office, builders.RULE_KEEPER, draft).text


def test_a_return_needs_words(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str
) -> None:
    drafting.propose(office, builders.RULE_KEEPER, draft, date(2026, 9, 1))
    view = shown(builders.SUPERVISOR)
    dialog = view.draft.foot.ask("return")
    assert dialog is not None
    assert not dialog.button.isEnabled()
    dialog.words.setPlainText("give the source")
    dialog.go()
    settle(tasks)
    assert "give the source" in view.draft.foot.state.text()


def test_who_reads_only_cannot_write(shown: Callable[[Actor], FrameworksView], draft: str) -> None:
    view = shown(builders.AUDITOR)
    assert view.draft.text.isReadOnly()
    assert not view.begin.isVisible()
    assert not view.draft.foot.propose.isVisible()


def test_a_draft_is_begun_on_the_version_that_is_read(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office
) -> None:
    view = shown(builders.RULE_KEEPER)
    view.version.setCurrentIndex(0)
    view.begin.click()
    settle(tasks)
    (made,) = drafting.listing(office, builders.RULE_KEEPER)
    assert made.framework == library.all_()[0].id
    assert view.chosen_draft is not None
    assert view.mode.value() == "write"


def test_a_version_is_laid_over_the_cases_and_saved(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, office: Office, draft: str, tmp_path: Path
) -> None:
    text = editing.put(drafting.opened(office, builders.RULE_KEEPER, draft).text, QUESTION, "Another question?")
    text = editing.put(text, ("parameters", "required_years", "by_route", "general"), "12")
    drafting.save(office, builders.RULE_KEEPER, draft, text, 2)
    view = shown(builders.RULE_KEEPER)
    mode(view, "simulate")
    view.simulate.begin()
    settle(tasks)
    assert view.simulate.table.rowCount() > 0
    first = view.simulate.table.item(0, 0)
    assert first is not None
    assert first.text() == "A-001"
    for format_ in ("csv", "xlsx"):
        view.simulate.write(tmp_path / f"found.{format_}", format_)
        settle(tasks)
    assert "A-001" in (tmp_path / "found.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "found.xlsx").read_bytes()[:2] == b"PK"


def test_marks_hold_without_colour_and_wording_never_becomes_markup() -> None:
    left, right = compareform.marked("a <b> c", "a <i> c", LOOK)
    assert "<s " in left
    assert "<u " in right
    assert "<b>" not in left.replace("<b><u", "")
    old = library.get(NOW)
    new = replace(old, criteria=tuple(each for each in old.criteria if each.key != "pension"))
    labels = dict.fromkeys(
        ("same", "itself", "route", "figure", "transition", "added", "removed", "changed", "moved"), "-"
    )
    page = compareform.page(differences.differences(old, new), ("A", "B"), {}, LOOK, labels)
    assert old.criterion("pension").title["ja"] in page
    assert compareform.page((), ("A", "B"), {}, LOOK, labels) == "<p>-</p>"


@pytest.mark.parametrize("key", ["", "pension", "regional_plan", "japanese"])
def test_every_entry_has_fields(key: str) -> None:
    path = next(each for each in library.paths() if each.parent.name == NOW.id)
    text = path.read_text(encoding="utf-8")
    rows = draftform.rows(text, key)
    assert rows
    assert all(cell.path for row in rows for cell in row.cells)
