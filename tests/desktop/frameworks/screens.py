"""The rules: guidance, letter wording, handbook; a file with problems."""

from desktop.frameworks.panel import FrameworksView
from tests.desktop.stage import Screen, Shots, Stage


def rules(stage: Stage) -> Shots:
    """A criterion read in each way; then a file that is refused."""
    view = stage.place(FrameworksView)
    yield "rules", stage.window
    view.nav.choose([each.key for each in view.nav.items if each.key][2])
    view._show_entry()
    for mode in ("read", "letter", "booklet"):
        view.mode.set_value(mode)
        view._show_mode()
        stage.settle(0.5)
        yield f"rules-{mode}", stage.window
    wrong = stage.folder / "wrong.yaml"
    wrong.write_text("id: permanent_residence\nversion: 1\nunknown: x\n", encoding="utf-8")
    view.check_file(wrong)
    stage.settle(0.5)
    yield "rules-problems", stage.window


def drafting(stage: Stage) -> Shots:
    """A draft in its form, the question before a step, and the languages that letters go out in."""
    view = stage.place(FrameworksView)
    view._begin_draft()
    stage.settle(0.6)
    view.nav.choose([each.key for each in view.nav.items if each.key][2])
    view._show_entry()
    stage.settle(0.5)
    yield "draft", stage.window
    view.draft.foot.ask("keep")
    yield "draft-step", stage.dialog("step-dialog")
    stage.close_dialogs()
    view.tongues.click()
    stage.settle(0.5)
    yield "languages", stage.dialog("tongues-dialog")
    stage.close_dialogs()


SCREENS = (Screen(rules, "rules1"), Screen(drafting, "rules1"))
