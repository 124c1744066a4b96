"""Who decides, on the screen: a supervisor drafts, another person approves; steps are typed one a line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.authority import form
from desktop.authority.dialog import DraftDialog
from desktop.authority.panel import AuthorityView
from desktop.context import Context
from desktop.operations import authority, people
from models.authority import rules
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    yield made
    made.close()


def shown(context: Context) -> AuthorityView:
    view = AuthorityView(context)
    view.resize(1200, 700)
    view.show()
    context.tasks.wait()
    driver.turn(0.1)
    return view


def test_steps_are_typed_one_a_line() -> None:
    line = form.TypedLine(
        "a", "不許可", "permanent_residence", "", "refuse", "", "局長", "統括：s1、s2／代決：s3\n首席"
    ).line()
    assert [(step.title["ja"], step.people, step.deputies) for step in line.steps] == [
        ("統括", ("s1", "s2"), ("s3",)), ("首席", (), ()),
    ]  # fmt: skip
    assert form.typed(line).line() == line
    assert form.typed(rules.DEFAULT.lines[0]).line().steps[0].people == ()


def test_one_drafts_and_another_approves(office: Office, context_of: Callable[[Actor], Context]) -> None:
    context = context_of(builders.SUPERVISOR)
    view = shown(context)
    assert view.tree.topLevelItemCount() == 1
    view.ask()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, DraftDialog))
    assert not dialog.foot.primary.isEnabled()
    dialog.add.click()
    dialog.edits["title"].setText("不許可")
    dialog.edits["outcomes"].setText("Refuse")
    dialog.edits["kinds"].setText("extension、Permanent residence")
    assert dialog.form.lines[0].outcomes == "refuse"
    assert dialog.form.lines[0].kinds == "extension、permanent_residence"
    dialog.edits["kinds"].setText("")
    dialog.steps.set_text("統括審査官：supervisor1\n首席：supervisor2")
    dialog.steps.edited.emit()
    dialog.day.setText(builders.TODAY.isoformat())
    dialog.why.setText("決裁規程の改正")
    assert dialog.foot.primary.isEnabled(), dialog.foot.problem.text
    dialog.foot.primary.click()
    context.tasks.wait()
    driver.turn(0.1)
    assert authority.versions(office, builders.SUPERVISOR)[0].lines[0].title["ja"] == "不許可"
    assert not view.approve.isVisible(), "nobody approves their own"
    view.close()
    other = shown(context_of(builders.ADMIN))
    assert other.approve.isVisible()
    other.approve.click()
    other._context.tasks.wait()
    driver.turn(0.1)
    assert authority.in_force(office, builders.ADMIN).number == 1
    assert not other.approve.isVisible()
    other.close()


def test_what_is_wrong_is_said_as_it_is_typed(office: Office) -> None:
    draft = form.draft_of(rules.DEFAULT, builders.TODAY)
    draft.lines[0].steps = "統括審査官：examiner1"
    codes = [each.message.code for each in draft.problems(people.listing(office), builders.TODAY)]
    assert codes == ["authority.no_signer", "authority.why"]
