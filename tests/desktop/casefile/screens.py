"""A case on every tab, the check before proposing, the dialogs over it, and a window too narrow for both panes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from desktop.casefile.pages import draw
from desktop.casefile.panel import CaseView
from desktop.casefile.paperopener import PaperPages
from desktop.casefile.unsaved import Text, UnsavedDialog
from desktop.casefile.work import Conflict
from desktop.errors import words as error_words
from desktop.operations import cases, letters, likecases
from desktop.queue.panel import QueueView
from models.attachments.values import Attachment, Media
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Outcome
from models.findings.values import FindingDraft, FindingState, Place
from models.likecases.rules import COMPARED
from tests.desktop.stage import Screen, Shots, Stage

TELLING = "pension"
"""The criterion of which the picture tells most: months paid late."""
PAID = ("resident_tax", "national_tax", "pension", "health_insurance")
"""Criteria on which a correction can be told in a sentence."""
NAMES = {"criteria": "case", "payments": "timeline"}


def telling(stage: Stage) -> Shots:
    """The case with a finding under way."""
    view = _open(stage, _telling_case(stage))
    if view.criteria.form is not None:
        _write(stage, view)
    yield from _tabs(stage, view)
    yield from _check(stage, view)
    yield from _dialogs(stage, view)
    yield from _small(stage, view)


def another(stage: Stage) -> Shots:
    """A case not yet touched today."""
    first = _telling_case(stage)
    queue = stage.place(QueueView)
    fitting = [row for row in queue.model.rows if row.group == "examining" and row.found and row.id != first]
    for row in sorted(fitting, key=lambda row: -row.found)[:1]:
        view = _open(stage, row.id)
        yield from ((f"second-{name}", widget) for name, widget in _tabs(stage, view))


def comparing(stage: Stage) -> Shots:
    """A committed finding that differs from most like cases, with the field for the distinction; then all of them by quarter."""
    case, criterion = _compared(stage)
    view = _open(stage, case)
    view.criteria.go(criterion)
    stage.settle(0.6)
    if not view.criteria.like.writing:
        _find_otherwise(stage, view)
    view.criteria.to_sheet()
    words = "数に出ている事実は同じだが、この事案では、資料の間の食い違いが残ったままである。"
    view.criteria.sheet.likes.field.editor.setPlainText(words)
    stage.settle(1.0)
    yield "like-cases", stage.window
    view.criteria.sheet.likes.open_table()
    yield "like-table", stage.dialog("like-dialog")


def _compared(stage: Stage) -> tuple[str, str]:
    """An own case and a criterion of it of which like cases are shown; one that differs from most of them, if there is one."""
    queue, actor = stage.place(QueueView), stage.window._context.actor
    mine = [row.id for row in queue.model.rows if row.group in ("returned", "examining")]
    shown: list[tuple[str, str]] = []
    for file in (cases.gather(stage.office, case) for case in mine):
        for found in file.findings:
            if found.finding not in COMPARED or file.draft(found.criterion) is not None:
                continue
            like = likecases.compare(stage.office, actor, file.case.id, found.criterion)
            if like.differs:
                return file.case.id, found.criterion
            if not like.hidden:
                shown.append((file.case.id, found.criterion))
    assert shown, "the sample office decides too few cases"
    return next((each for name in PAID for each in shown if each[1] == name), shown[0])


def _find_otherwise(stage: Stage, view: CaseView) -> None:
    """The finding is corrected to another one than most like cases have."""
    criteria = view.criteria
    criteria.sheet.summary.undo.click()
    criteria.choose(FindingState.NOT_MET)
    box = criteria.sheet.boxes[0]
    box.code.setCurrentIndex(min(2, box.code.count() - 1))
    words = "出された資料の間に食い違いがある。説明を求めたが、どちらが正しいかは確かめられなかった。"
    box.editor.setPlainText(words)
    form = criteria.form
    assert form is not None
    assert form.may_record, [each.text("en") for each in form.problems()]
    view.primary()
    stage.settle(0.6)


def giving(stage: Stage) -> Shots:
    """A change of status before its proposal: a grant asks for the status and the period."""
    queue = stage.place(QueueView)
    mine = [row.id for row in queue.model.rows if row.group in ("returned", "examining")]
    files = [cases.gather(stage.office, case) for case in mine]
    chosen = max(files, key=lambda file: (file.framework.statuses, bool(file.framework.periods)))
    view = _open(stage, chosen.case.id)
    view.header.button.click()
    stage.settle(0.5)
    view.check.outcome.buttons[Outcome.GRANT].click()
    stage.settle(0.5)
    yield "check-grant", stage.window
    view.leave_check()


def _open(stage: Stage, case: str) -> CaseView:
    stage.window.show_case(case)
    stage.settle(0.8)
    view = stage.window.front
    assert isinstance(view, CaseView)
    return view


def _write(stage: Stage, view: CaseView) -> None:
    """A moment of the work: the finding on the late months is open, with its reason, and is being saved."""
    view.criteria.go(TELLING)
    form = view.criteria.form
    if form is not None and form.folded:
        view.criteria.sheet.summary.undo.click()
    view.criteria.to_sheet()
    stage.settle(1.0)


def _tabs(stage: Stage, view: CaseView) -> Shots:
    for index in range(view.tabs.count()):
        view.tabs.setCurrentIndex(index)
        stage.settle(0.5)
        if view.tabs.key() == "letter":
            _letter(stage, view)
        yield NAMES.get(view.tabs.key(), view.tabs.key()), stage.window
    view.tabs.setCurrentIndex(0)
    stage.settle(0.1)


def _letter(stage: Stage, view: CaseView) -> None:
    """In the language of the picture, under a refusal where nothing is proposed."""
    letter = view.letter
    letter.under.set_value("refuse")
    letter.under.chosen.emit("refuse")
    stage.settle(0.8)  # the languages come with the first letter
    letter.language.setCurrentIndex(max(0, letter.language.findData(stage.lang)))
    stage.settle(0.8)


def _check(stage: Stage, view: CaseView) -> Shots:
    view.header.button.click()
    stage.settle(0.6)
    yield "check", stage.window
    view.leave_check()


def _dialogs(stage: Stage, view: CaseView) -> Shots:
    file = view.work.file
    assert file is not None
    fact = next(each for each in file.facts if each.id.startswith("F33.") and each.sources)
    view.open_source(fact.id, fact.sources)
    yield "sources", stage.dialog("source-dialog")
    view.criteria.question.open_guidance()
    yield "guidance", stage.dialog("reading-dialog")
    paper = _paper(stage, file, view)
    paper.open()
    paper.go(Place("E99", 2, (900, 2_000, 9_100, 3_300)))
    yield "paper", stage.dialog("attached-paper")
    view.conflict(_conflict(file))
    yield "conflict", stage.dialog("conflict-dialog")
    stage.close_dialogs()
    unsaved = UnsavedDialog((Text("公的年金の保険料", "四か月分の納付が、納期限の後にされた。"),), _why(stage), view)
    unsaved.open()
    yield "unsaved", unsaved
    stage.close_dialogs()


def _paper(stage: Stage, file: CaseFile, view: CaseView) -> PaperPages:
    """A paper as attached: here the pages of the case's own letter."""
    pdf = letters.render(stage.office, stage.window._context.actor, file.case.id, "ja", "pdf")
    pages, at = draw(pdf), datetime(2026, 11, 20, tzinfo=UTC)
    paper = Attachment(file.case.id, "E99", "説明書.pdf", Media.PDF, len(pdf), len(pages), "0" * 64, "examiner1", at)
    return PaperPages(paper, pages, stage.lang, 1, view._goal(), view)


def _why(stage: Stage) -> str:
    return error_words(OSError(errno.ENOSPC, "no space left"), stage.lang)


def _conflict(file: CaseFile) -> Conflict:
    """Somebody recorded the telling finding while another text was being written."""
    theirs = file.finding(TELLING) or file.findings[0]
    mine = tuple(replace(each, text=f"{each.text}なお、直近の十二か月に遅れはない。") for each in theirs.reasons)
    draft = FindingDraft(file.case.id, theirs.criterion, FindingState.MET, mine, theirs.revision - 1)
    return Conflict(theirs.criterion, theirs, draft)


def _small(stage: Stage, view: CaseView) -> Shots:
    """A low window; then one too narrow for facts and finding side by side."""
    view.criteria.to_sheet()
    for name, size in (("case-low", (1366, 740)), ("case-narrow", (960, 900))):
        with _resized(stage, size):
            yield name, stage.window


@contextmanager
def _resized(stage: Stage, size: tuple[int, int]) -> Iterator[None]:
    stage.window.resize(*size)
    stage.settle(0.2)
    yield
    stage.window.resize(*stage.size)
    stage.settle(0.1)


def _telling_case(stage: Stage) -> str:
    """An own case with months paid late: found not met, and returned with a comment if there is one."""
    queue = stage.place(QueueView)
    mine = [row.id for row in queue.model.rows if row.group in ("returned", "examining", "waiting")]
    files = [cases.gather(stage.office, case) for case in mine]
    late = [file for file in files if sum(fact.id.startswith("F33.") for fact in file.facts) > 1]
    open_ = [file for file in late if file.case.state in (State.RETURNED, State.EXAMINING) and _not_met(file)]
    return (open_ or late or files)[0].case.id


def _not_met(file: CaseFile) -> bool:
    found = file.finding(TELLING)
    return found is not None and found.finding is FindingState.NOT_MET


SCREENS = (
    Screen(telling, "examiner1"),
    Screen(another, "examiner1"),
    Screen(giving, "examiner1"),
    Screen(comparing, "examiner1"),
)
