"""The installed program proves itself: what it carries can be read, an office can be made, a letter set, a window opened."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.errors import AkashiError, Message, WorldFault

_PASSPHRASE = "self-test"
_CASES = 4
"""The fourth case of a synthetic office is a proposed one: it has a letter."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was proved, or what came instead. ``seconds`` it took."""

    name: str
    seconds: float
    error: Message | None = None

    @property
    def ok(self) -> bool:
        """Whether it was proved."""
        return self.error is None

    def cause(self, lang: str) -> str:
        """What went wrong, in words; empty when nothing did."""
        return self.error.text(lang) if self.error else ""


def run() -> tuple[Step, ...]:
    """Take every step, also after a failure."""
    return tuple(_timed(name, step) for name, step in STEPS.items())


def _timed(name: str, step: Callable[[], None]) -> Step:
    start = time.monotonic()
    try:
        step()
    except AkashiError as error:
        return Step(name, time.monotonic() - start, error.message)
    except Exception as error:  # noqa: BLE001  a broken installation fails in ways nobody foresaw; the table says which step
        kind = (
            f"{type(error).__name__} {getattr(error, 'name', None) or ''}".strip()
        )  # which module is missing, or which name
        why = Message("cli.step_failed", {"kind": kind, "place": name})
        return Step(name, time.monotonic() - start, why)
    return Step(name, time.monotonic() - start)


def framework() -> None:
    """A framework is there and can be read. Raises ``WorldFault`` when none is."""
    from models.frameworks import library

    if not library.all_():
        raise WorldFault("cli.no_framework")


def migration() -> None:
    """An encrypted office is made, brought up to date, closed, opened again, and its record holds."""
    from desktop.operations import offices, records

    with tempfile.TemporaryDirectory(prefix="akashi-") as folder:
        where = Path(folder) / "office.akashi"
        offices.create(where, _PASSPHRASE, "self-test").close()
        with offices.open_(where, _PASSPHRASE) as office:
            if not records.verify(office).ok:
                raise WorldFault("cli.broken", seq=1, kind="", case="")


def letter() -> None:
    """The letter of a synthetic case is set as PDF; one that was issued is sealed with a signature."""
    from desktop.operations import cases, letters, sample
    from models.cases.values import State
    from models.people.values import CONSOLE

    with tempfile.TemporaryDirectory(prefix="akashi-") as folder:
        where = Path(folder) / "office.akashi"
        with sample.make(where, _PASSPHRASE, _CASES, seed=1, examiners=1, letters=1) as office:
            states = {each.state: each.id for each in cases.listing(office)}
            draft, sealed = (
                letters.render(office, CONSOLE, states[state], "ja", "pdf") for state in (State.PROPOSED, State.ISSUED)
            )
    if not draft.startswith(b"%PDF-") or b"/ByteRange" not in sealed:
        raise WorldFault("cli.crashed_unwritten")


def report() -> None:
    """The consistency report of a synthetic office is made in every form: PDF, workbook, JSON."""
    from desktop.operations import consistency, sample
    from models.people.values import CONSOLE

    with tempfile.TemporaryDirectory(prefix="akashi-") as folder:
        where = Path(folder) / "office.akashi"
        with sample.make(where, _PASSPHRASE, _CASES, seed=1, examiners=1, letters=0) as office:
            made = consistency.files(consistency.of_office(office, CONSOLE, consistency.Asked(bootstraps=20)), "ja")
    if not all(made.values()):
        raise WorldFault("cli.crashed_unwritten")


def window() -> None:
    """The sign-in window opens; without a display it is drawn in memory."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app
    from desktop.preferences import Preferences

    application = app.application()
    desk = app.Desk(application, Preferences.of_this_computer(), "ja")
    dialog = desk.sign_in()
    application.processEvents()
    shown = dialog.isVisible() and not dialog.grab().isNull()
    desk.end()
    dialog.close()
    if not shown:
        raise WorldFault("cli.crashed_unwritten")


def first_paint() -> float:
    """Open the sign-in window as a start does, until it is drawn for the first time; seconds since the process began to import.

    Nothing beyond that is loaded, so the whole process can be timed from outside. Raises ``WorldFault`` when nothing is drawn.
    """
    start = time.perf_counter()
    from PySide6.QtCore import QEvent, QObject, QTimer

    from desktop import app
    from desktop.preferences import Preferences

    application = app.application()
    desk = app.Desk(application, Preferences.of_this_computer(), "ja")
    painted: list[float] = []

    class Watch(QObject):
        """Ends the program after the first paint."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """Note the time once the window has been drawn."""
            if event.type() == QEvent.Type.Paint and not painted:
                painted.append(time.perf_counter() - start)
                QTimer.singleShot(0, application, lambda: application.exit(0))
            return False

    watch = Watch()
    dialog = desk.sign_in()
    dialog.installEventFilter(watch)
    QTimer.singleShot(30_000, application, lambda: application.exit(1))
    application.exec()
    desk.end()
    dialog.close()
    if not painted:
        raise WorldFault("cli.crashed_unwritten")
    return painted[0]


STEPS: Mapping[str, Callable[[], None]] = {
    "framework": framework,
    "migration": migration,
    "letter": letter,
    "report": report,
    "window": window,
}
