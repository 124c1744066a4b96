"""The screens around the issue: a batch goes on and is stopped, a delivery is written down, the letterhead is kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.issuing import form
from desktop.issuing.correction import CorrectionDialog
from desktop.issuing.delivery import DeliveryDialog
from desktop.issuing.deliverybar import DeliveryBar
from desktop.issuing.form import DeliveryDraft, ExplanationDraft, Run
from desktop.issuing.letterheadform import STANDARD, Instead, LetterheadForm
from desktop.issuing.letterheads import LetterheadView
from desktop.issuing.model import Column
from desktop.issuing.panel import IssuingView
from desktop.operations import certificates, deliveries, letters
from desktop.operations.batch import Done, Ready
from desktop.tasks import Tasks
from models.errors import BadInput
from models.letters import letterheads
from models.letters import settings as letter_settings
from models.letters.deliveries.values import Log, Step
from models.letters.values import Paragraph
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import confirm, turn, wait_for
from tests.desktop.operations.issuing import sign

ContextOf = Callable[[Actor], Context]


@pytest.fixture
def ready(office: Office) -> Office:
    """Three countersigned cases; the letter of one cannot be issued."""
    letters.change_settings(office, builders.ADMIN, letter_settings.sample())
    for case in ("A-001", "A-002"):
        sign(office, case)
    sign(office, "A-000", address="東京都" + "とても長い町の名前" * 20)
    return office


def settle(tasks: Tasks) -> None:
    """Until nothing is under way, what one answer begins included."""
    for _ in range(6):
        turn(0.02)
        assert tasks.wait(60_000)


@pytest.fixture
def view(qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks) -> IssuingView:
    """The list of letters to be issued, read."""
    shown = IssuingView(context_of(builders.SUPERVISOR))
    qtbot.addWidget(shown)
    settle(tasks)
    return shown


def test_the_chosen_cases_are_issued_and_the_one_that_fails_is_named(
    view: IssuingView, ready: Office, tasks: Tasks, tmp_path: Path
) -> None:
    assert view.chosen() == ("A-000", "A-001", "A-002")
    assert (view.count(), view.warned.text) == ("3", "")
    view.twin.setChecked(True)
    view._folder = tmp_path / "letters"
    view.primary()
    confirm(view, builders.PASSWORD)
    settle(tasks)
    written = {f"A-002.{lang}.{form}" for lang in ("ja", "en") for form in ("pdf", "html", "html.p7s", "json")}
    written |= {f"A-002.ja+en.{form}" for form in ("pdf", "html", "html.p7s")}
    assert {each.name for each in view._folder.iterdir() if each.name.startswith("A-002.")} == written
    assert [each.case for each in view.model.ready] == ["A-000"]
    assert "A-000" in view.model.data(view.model.index(0, Column.RESULT))
    assert "2 issued, 1 could not be issued, 0 not begun" in view.note.text
    assert letters.number_of(ready, builders.EXAMINER, "A-002")
    assert letters.twin(ready, builders.EXAMINER, "A-001", "en", "html")


def test_a_batch_stops_after_the_letter_under_way(view: IssuingView, tasks: Tasks) -> None:
    view.issue()
    confirm(view, builders.PASSWORD)
    wait_for(lambda: view._run.next)
    view.cancel()
    settle(tasks)
    assert "2 not begun" in view.note.text
    assert len(view.model.ready) == 3


def test_a_folder_that_takes_no_files_stops_before_anything_is_issued(
    view: IssuingView, ready: Office, tasks: Tasks, tmp_path: Path
) -> None:
    view._folder = tmp_path / "file" / "letters"
    view._folder.parent.write_text("no folder")
    view.issue()
    confirm(view, builders.PASSWORD)
    settle(tasks)
    assert "file" in view.note.text
    assert len(view.model.ready) == 3
    assert view.go.isEnabled()
    kept = letters.settings(ready)
    letters.change_settings(ready, builders.ADMIN, letterheads.changed(kept, None, {"signatory.ja": ""}))
    view.refresh()
    settle(tasks)
    assert "name nobody who decides" in view.warned.text


def test_a_letter_that_is_issued_and_not_written_is_told_apart() -> None:
    run = Run.over(["a", "b"]).after(Done("a", "1", BadInput("issuing.no_file", file="x"))).after(Done("b", "2"))
    assert ([each.case for each in run.unwritten], run.failed) == (["a"], ())
    assert form.remaining((Ready("a", "", "", ""),), run) == ()


def test_where_a_batch_stands() -> None:
    run = Run.over(["a", "b"])
    assert run.next == "a"
    run = run.after(Done("a", error=BadInput("issuing.no_file", file="x")))
    assert (run.next, len(run.failed), run.of) == ("b", 1, 2)
    assert run.stopped().next is None
    assert run.after(Done("b", "1")).next is None


def test_what_is_missing_in_a_delivery_and_what_can_follow() -> None:
    assert DeliveryDraft(on="2026-7", by_whom="x").missing() == "on"
    assert DeliveryDraft(on="2026-07-02").missing() == "by"
    assert DeliveryDraft(Step.REGISTERED, "2026-07-02", "x").missing() == "tracking"
    assert DeliveryDraft(Step.REGISTERED, "2026-07-02", "x", "1").missing() == ""
    assert ExplanationDraft("2026-07-02").missing() == "by"
    assert form.next_steps(Log(), "1") == (Step.POSTED, Step.REGISTERED, Step.HANDED_OVER)


def test_a_delivery_and_an_explanation_are_written_down(
    qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks
) -> None:
    letters.issue(ready, builders.SUPERVISOR, "A-001")
    bar = DeliveryBar(context_of(builders.EXAMINER))
    qtbot.addWidget(bar)
    bar.show_case("A-001", issued=True)
    settle(tasks)
    assert "not sent yet" in bar.text.text()
    bar.ask()
    dialog = bar.findChild(DeliveryDialog)
    assert isinstance(dialog, DeliveryDialog)
    assert dialog.keep.isEnabled()
    dialog.step.setCurrentIndex(dialog.step.place_of(Step.REGISTERED))
    assert not dialog.keep.isEnabled()
    dialog.tracking.setText("123-456")
    dialog.keep.click()
    settle(tasks)
    bar.show_case("A-001", issued=True)
    settle(tasks)
    assert "registered mail" in bar.text.text()
    told = deliveries.log(ready, builders.EXAMINER, "A-001").deliveries[0]
    assert (told.step, told.tracking, told.on, told.attempt) == (Step.REGISTERED, "123-456", date(2026, 7, 1), 1)
    later = DeliveryDialog(bar._context, "A-001", told.number, deliveries.log(ready, builders.EXAMINER, "A-001"))
    qtbot.addWidget(later)
    later.what.set_value("explanation")
    later.asked.setPlainText("いつ再申請できますか。")
    later.check()
    later.keep.click()
    settle(tasks)
    assert deliveries.log(ready, builders.EXAMINER, "A-001").explanations[0].asked == "いつ再申請できますか。"


def test_the_letterhead_is_kept_by_kind_and_a_certificate_made(
    qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks
) -> None:
    view = LetterheadView(context_of(builders.ADMIN))
    qtbot.addWidget(view)
    settle(tasks)
    view.kind.setCurrentIndex(view.kind.place_of("naturalization"))
    view.edits["telephone"].setText("03-0000-1111")
    view.primary()
    settle(tasks)
    kept = letters.settings(ready)
    assert dict(kept.by_kind)["naturalization"].telephone == "03-0000-1111"
    assert kept.letterhead.telephone != "03-0000-1111"
    view.edits["collect_days"].setText("many")
    view.primary()
    settle(tasks)
    assert "many" in view.note.text
    view.as_office()
    settle(tasks)
    assert "naturalization" not in dict(letters.settings(ready).by_kind)
    assert view.edits["collect_days"].text() == "28"
    before = len(certificates.listing(ready, builders.ADMIN))
    view.make.click()
    settle(tasks)
    assert len(certificates.listing(ready, builders.ADMIN)) == before + 1


def test_the_letterhead_stands_in_every_language_of_the_letters(
    qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks
) -> None:
    view = LetterheadView(context_of(builders.ADMIN))
    qtbot.addWidget(view)
    settle(tasks)
    fields, office = view.fields, letters.settings(ready).letterhead
    assert (view.edits["unit.beside"].text(), fields.language.currentData()) == (office.unit["en"], "en")
    fields.language.setCurrentIndex(fields.language.place_of("vi"))
    unit, telephone = view.edits["unit.beside"], view.edits["telephone"]
    assert unit.text() == ""
    assert unit.accessibleName() == "Unit (Tiếng Việt)"
    assert unit.accessibleDescription() == f"empty: as in English: {office.unit['en']}"
    unit.setText("Phòng xét thường trú")
    telephone.setText("03-0000-2222")
    assert unit.accessibleDescription() == ""
    assert "4 of 6" in fields.language.currentText()
    fields.language.setCurrentIndex(fields.language.place_of("fr"))
    view.kind.setCurrentIndex(view.kind.place_of("naturalization"))
    view.edits["unit.beside"].setText("Section de la nationalité")
    view.primary()
    settle(tasks)
    kept = letters.settings(ready)
    assert (kept.letterhead.unit["vi"], kept.letterhead.telephone) == ("Phòng xét thường trú", "03-0000-2222")
    assert dict(kept.by_kind)["naturalization"].unit["fr"] == "Section de la nationalité"
    assert "The next letter has it" in view.note.text


def test_what_a_letter_says_where_a_field_is_empty() -> None:
    form = LetterheadForm(letter_settings.sample(), "naturalization", "vi")
    assert form.instead("unit") == Instead("Nationality Section", "en")
    assert form.instead("signatory").source == STANDARD
    form.language = "en"
    assert form.instead("unit") == Instead("国籍課", "ja")
    form.language = "ja-easy"
    assert form.instead("unit").source == "ja"
    form.type("unit.ja", "国籍第二課")
    assert form.instead("unit").words == "国籍第二課"
    assert form.made() != form.settings
    form.forget("naturalization")
    assert form.made() is None


def test_the_table_of_desks_is_written_out_and_taken_in_again(
    qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks, tmp_path: Path
) -> None:
    view = LetterheadView(context_of(builders.ADMIN))
    qtbot.addWidget(view)
    settle(tasks)
    desks, where = view.desks, tmp_path / "desks.csv"
    desks.write(where)
    settle(tasks)
    text = where.read_text("utf-8-sig")
    assert text.count("03-0000-4210") == 1
    where.write_text(text.replace("03-0000-4210", "03-0000-9999"), "utf-8")
    desks.as_of.setText("1 November")
    desks.take_in(where)
    assert "2026-11-01" in desks.note.text
    desks.as_of.setText("2026-11-02")
    view.refresh()
    settle(tasks)
    assert desks.as_of.text() == "2026-11-02"
    desks.take_in(where)
    settle(tasks)
    assert desks.as_of.text() == builders.TODAY.isoformat()
    assert "03-0000-9999" in desks.rows.text()
    assert letters.settings(ready).desks_as_of == date(2026, 11, 2)
    where.write_text("telephone\n", "utf-8")
    desks.take_in(where)
    settle(tasks)
    assert "no column" in desks.note.text


def fill(dialog: CorrectionDialog, block: Paragraph, tasks: Tasks) -> None:
    """Type a place that is none, mend it, keep it, and propose."""
    settle(tasks)
    places = dialog.places
    (english,) = places.others
    places.paragraph.setValue(block.number)
    places.before.setText("どこにもない")
    places.after.setText("別の言葉")
    places.reason.setPlainText("誤記のため。")
    dialog.go.click()
    settle(tasks)
    assert "stands 0 times" in dialog.problem.text
    places.before.setText("許可")
    english.before.setText("This letter")
    assert not dialog.go.isEnabled()
    english.before.setText("")
    places.before.setText(block.sentences[0].text)
    places.keep()
    assert "別の言葉" in places.told.text()
    assert len(places.items) == 1
    # A place that was begun in another language only is not passed over, and what is typed on meanwhile is looked at again.
    for words in ("This letter", ""):
        english.before.setText(words)
        english.after.setText(words)
        assert dialog.go.isEnabled() == (not words)
    dialog.problem.show_problem("")
    dialog.go.click()
    places.before.setText("一つ")
    places.after.setText("二つ")
    settle(tasks)
    assert dialog.problem.text == "", "nobody asked to propose these words"
    assert dialog.go.isEnabled()
    assert dialog.isVisible()
    for edit in (places.before, places.after):
        edit.setText("")
    dialog.go.click()
    settle(tasks)


def test_a_correction_is_proposed_by_one_and_issued_by_another(
    qtbot: QtBot, context_of: ContextOf, ready: Office, tasks: Tasks
) -> None:
    letters.issue(ready, builders.SUPERVISOR, "A-001")
    number = letters.number_of(ready, builders.EXAMINER, "A-001")
    letter = letters.compose(ready, builders.EXAMINER, "A-001", "ja")
    block = next(each for each in letter.blocks if isinstance(each, Paragraph))
    bar = DeliveryBar(context_of(builders.EXAMINER))
    qtbot.addWidget(bar)
    bar.show_case("A-001", issued=True)
    settle(tasks)
    bar.ask_correction()
    dialog = bar.findChild(CorrectionDialog)
    assert isinstance(dialog, CorrectionDialog)
    assert not dialog.go.isEnabled()
    fill(dialog, block, tasks)
    bar.show_case("A-001", issued=True)
    settle(tasks)
    assert "correction is under way" in bar.text.text()
    own = CorrectionDialog(context_of(builders.EXAMINER), "A-001", number, bar._under_way)
    second = CorrectionDialog(context_of(builders.SUPERVISOR), "A-001", number, bar._under_way)
    for each in (own, second):
        qtbot.addWidget(each)
    settle(tasks)
    second.language.setCurrentIndex(1)
    settle(tasks)
    assert second.problem.text == ""
    assert (own.go.isEnabled(), own.drop.isEnabled(), second.go.isEnabled()) == (False, True, True)
    second.go.click()
    confirm(second, "not the password")
    settle(tasks)
    assert letters.number_of(ready, builders.EXAMINER, "A-001") == number
    confirm(second, builders.PASSWORD)
    settle(tasks)
    assert letters.number_of(ready, builders.EXAMINER, "A-001") == f"{number}-訂1"
