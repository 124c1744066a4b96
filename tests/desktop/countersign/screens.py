"""A refusal before its second person: findings beside the letter, and the dialogs of return, edit, signature and issue."""

from desktop.casefile.panel import CaseView
from desktop.countersign.issuedialog import ask_issue
from desktop.operations import cases
from desktop.queue.panel import QueueView
from models.decisions.values import Outcome
from models.findings.values import FindingState
from tests.desktop.stage import Screen, Shots, Stage

TELLING = "pension"


def countersign(stage: Stage) -> Shots:
    """The view, then each dialog."""
    queue = stage.place(QueueView)
    proposed = [cases.gather(stage.office, row.id) for row in queue.model.rows if row.group == "proposed"]
    refusals = [file for file in proposed if file.proposal and file.proposal.outcome is Outcome.REFUSE]
    telling = [
        file for file in refusals if (f := file.finding(TELLING)) is not None and f.finding is FindingState.NOT_MET
    ]
    stage.window.show_case((telling or refusals or proposed)[0].case.id)
    stage.settle(0.8)
    yield "countersign", stage.window
    view = stage.window.front
    assert isinstance(view, CaseView)
    decision = view.decision
    for name, ask in (
        ("return-dialog", decision.ask_return),
        ("edit-dialog", decision.ask_edit),
        ("sign-dialog", decision.primary),
    ):
        ask()
        dialog = stage.dialog(name)
        yield name, dialog
        dialog.close()
    assert decision.form is not None
    issue = ask_issue(stage.window._context, decision.form.file, lambda _actor, _twins: None, decision)
    stage.settle(0.1)
    yield "issue-dialog", issue
    issue.close()
    decision.toggle_blind()
    stage.settle(0.1)
    yield "countersign-blind", stage.window
    decision.toggle_blind()
    decision.languages.choose("pages")
    decision.compose()
    stage.settle(0.5)
    yield "countersign-pages", stage.window


SCREENS = (Screen(countersign, "supervisor1"),)
