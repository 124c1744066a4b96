"""The other desks of an office on a server: what they do shows here within a moment, and who else has a case open.

While the server does not answer, what was typed stays in its sheet, which says that it is not saved; it is saved as soon as the
server answers again.
"""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import days
from desktop.changes import What
from desktop.context import Context
from desktop.window import Window

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from models.presence.values import Presence
    from models.store.values import Heard

SAY_EVERY_MS = 20_000
LOOK_EVERY_MS = 700
PRESENCE = "presence"
_WHATS: Mapping[str, What] = {
    "finding_recorded": What.FINDING, "proposed": What.DECISION, "proposal_edited": What.DECISION,
    "returned": What.DECISION, "countersigned": What.DECISION, "issued": What.DECISION, "evidence_added": What.EVIDENCE,
    "person_added": What.PEOPLE, "person_changed": What.PEOPLE,
}  # fmt: skip
_QUIET = frozenset({"viewed", "refused", "signed_in", "sign_in_failed", "key_made", "backup_made"})


class Company(QObject):
    """Beside one window, as long as it stands. Does nothing for an office in a file."""

    heard = Signal(object)
    there = Signal(bool)

    def __init__(self, context: Context, window: Window) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._desk = uuid.uuid4().hex
        self._said: tuple[str, ...] | None = None
        self._away = self._stopped = False
        self.heard.connect(self._hear)
        self.there.connect(self._show_there)
        # The signals cross over from the listener's thread, and are delivered on this one.
        self._listener = context.office.listen(self.heard.emit, self.there.emit)
        self._timers = [self._every(SAY_EVERY_MS, self._say), self._every(LOOK_EVERY_MS, self._look)]

    def stop(self) -> None:
        """Hear no more, and leave: this desk has nothing open any longer."""
        if self._stopped:
            return
        self._stopped = True
        for timer in self._timers:
            timer.stop()
        if self._listener is None:
            return
        self._listener.stop()
        self._send(())

    def _every(self, milliseconds: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        if self._listener is not None:
            timer.start()
        return timer

    # ---- what others do
    def _hear(self, said: "Heard") -> None:
        if self._stopped or said.kind in _QUIET:
            return
        if said.kind == PRESENCE:
            self._ask()
        elif said.who != self._context.actor.login:
            self._context.changes.announce(_WHATS.get(said.kind, What.CASE), said.case if said.one else None)

    def _show_there(self, there: bool) -> None:
        if self._stopped:
            return
        away, self._away = self._away, not there
        words = self.tr("The server does not answer. What you type stays here and is saved when it answers again.")
        self._window.status.show_trouble("" if there else words)
        if there and away:
            self._window.save_all()
            self._context.changes.announce(What.CASE)
            self._say()

    # ---- who else is there
    def _look(self) -> None:
        if self._window.open_cases != self._said:
            self._say()

    def _say(self) -> None:
        self._said = self._window.open_cases
        self._send(self._said)

    def _send(self, cases: tuple[str, ...]) -> None:
        office, actor, desk = self._context.office, self._context.actor, self._desk

        def say() -> "tuple[Presence, ...]":
            from desktop.operations import presence

            return presence.say(office, actor, desk, cases)

        # Among the reads: a word between desks is no save, and the window says nothing of it.
        self._context.tasks.read(say, self._show, lambda _error: None, None if self._stopped else self)

    def _ask(self) -> None:
        office, actor, desk = self._context.office, self._context.actor, self._desk

        def ask() -> "tuple[Presence, ...]":
            from desktop.operations import presence

            return presence.elsewhere(office, actor, desk)

        self._context.tasks.read(ask, self._show, lambda _error: None, self)

    def _show(self, found: "tuple[Presence, ...]") -> None:
        if self._stopped:
            return
        words: dict[str, str] = {}
        for each in found:
            said = self.tr("Open at another desk since {0} ({1})").format(days.clock(each.since), each.name)
            words.setdefault(each.case, said)
        for view in self._window.views:
            view.company(words)
