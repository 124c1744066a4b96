"""A whole program of its own on an office of a server, told what to do by lines on its standard input; it says what its windows
show, one JSON line whenever that changes.

``open CASE`` · ``find CASE`` (record the next finding) · ``begin CASE`` · ``keep CASE TEXT`` (into the reason) · ``grab FILE`` · ``quit``
"""

import json
import os
import queue
import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desktop.app import Desk, application
from desktop.casefile.panel import CaseView
from desktop.changes import What
from desktop.operations import cases, findings
from desktop.preferences import Preferences
from desktop.queue.model import Column
from desktop.queue.panel import QueueView
from desktop.window import Window
from models.findings.values import FindingState
from tests import builders
from tests.desktop import desk as driver

LOOK_MS = 30


class Program:
    """One desk, signed in as one person."""

    def __init__(self, where: str, login: str, lang: str) -> None:
        self.app = application()
        self.desk = Desk(self.app, Preferences(), lang)
        self.window: Window = driver.sign_in(self.desk, where, login, builders.PASSWORD, "")
        self.lines: queue.Queue[str] = queue.Queue()
        self.said = ""
        threading.Thread(target=self._read, daemon=True).start()
        self.timer = QTimer()
        self.timer.timeout.connect(self.turn)
        self.timer.start(LOOK_MS)

    def _read(self) -> None:
        for line in sys.stdin:
            self.lines.put(line.strip())

    def turn(self) -> None:
        """Do what is asked, say what shows."""
        while not self.lines.empty():
            word, _, rest = self.lines.get().partition(" ")
            getattr(self, f"do_{word}")(rest)
        shown = json.dumps(self.shown(), ensure_ascii=False)
        if shown != self.said:
            self.said = shown
            print(shown, flush=True)

    def shown(self) -> dict[str, object]:
        """What stands in the windows."""
        views = {
            each._case: each for each in self.window.views if isinstance(each, CaseView) and each._file is not None
        }
        lists = [each.model for each in self.window.views if isinstance(each, QueueView)]
        rows = {row.id: model.text(row, Column.FOUND) for model in lists for row in model.rows}
        notes = {row.id: model.text(row, Column.NEXT) for model in lists for row in model.rows}
        return {
            "elsewhere": {case: view.header.elsewhere.text() for case, view in views.items()},
            "found": rows,
            "next": notes,
            "trouble": self.window.status.trouble.text(),
            "drafts": {case: len(view._file.drafts) for case, view in views.items() if view._file},
            "finds": {case: len(view._file.findings) for case, view in views.items() if view._file},
        }

    def do_open(self, case: str) -> None:
        """Open a case in a tab."""
        self.window.show_case(case)

    def do_find(self, case: str) -> None:
        """Record the next finding."""
        context = self.desk._context
        assert context is not None
        file = cases.gather(context.office, case)
        criterion = next(each for each in file.criteria if file.finding(each.key) is None)
        draft = builders.draft(file, criterion)
        context.tasks.run(
            lambda: findings.record(context.office, context.actor, draft),
            lambda _done: context.changes.announce(What.FINDING, case),
        )

    def do_begin(self, case: str) -> None:
        """Turn to the next criterion and begin to find it not met."""
        view = next(each for each in self.window.views if isinstance(each, CaseView) and each._case == case)
        view._step(1)
        view._choose(FindingState.NOT_MET)

    def do_keep(self, rest: str) -> None:
        """Write into the sheet that stands open."""
        case, _, text = rest.partition(" ")
        view = next(each for each in self.window.views if isinstance(each, CaseView) and each._case == case)
        editor = view.criteria.sheet.boxes[0].editor
        editor.setFocus()
        QTest.keyClicks(editor, text)

    def do_grab(self, path: str) -> None:
        """Keep a picture."""
        self.window.grab().save(path)

    def do_quit(self, _rest: str) -> None:
        """Close as a person does."""
        self.timer.stop()
        self.window.close()


def main() -> int:
    """Run until told to quit."""
    where, login, lang = sys.argv[1:4]
    program = Program(where, login, lang)
    status = program.app.exec()
    program.desk.end()
    return status


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
