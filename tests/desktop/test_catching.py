"""Decisions from before are taken in beside the work, until nothing is left; an office that is caught up is only read."""

import pytest
from PySide6.QtCore import QObject

from desktop import catching, errors
from desktop.catching import CatchingUp
from desktop.operations import likecases
from desktop.tasks import Tasks
from models.errors import WorldFault
from tests.desktop import desk as driver


class Fake:
    """An office of which so many portions are left."""

    def __init__(self, left: int) -> None:
        self.left, self.steps = left, 0


@pytest.fixture(autouse=True)
def portions(monkeypatch: pytest.MonkeyPatch) -> None:
    def step(office: Fake) -> bool:
        office.steps += 1
        office.left -= 1
        return office.left > 0

    monkeypatch.setattr(catching, "NEXT_MS", 0)
    monkeypatch.setattr(likecases, "behind", lambda office: office.left > 0)
    monkeypatch.setattr(likecases, "step", step)


def look(tasks: Tasks, office: Fake) -> QObject:
    parent = QObject()
    CatchingUp(tasks, office, parent).look()  # type: ignore[arg-type]  # the operations are stood in for
    driver.wait_for(lambda: office.left <= 0)
    tasks.wait_for_writes()
    return parent


def test_everything_is_taken_in_portion_by_portion(tasks: Tasks) -> None:
    office = Fake(3)
    look(tasks, office)
    assert office.steps == 3
    caught_up = Fake(0)
    look(tasks, caught_up)
    assert caught_up.steps == 0


def test_what_goes_wrong_is_noted_and_stops_nothing(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[Exception] = []

    def fails(office: Fake) -> bool:
        office.left = 0
        raise WorldFault("store.disk_full")

    monkeypatch.setattr(likecases, "step", fails)
    monkeypatch.setattr(errors, "write_note", noted.append)
    parent = look(tasks, Fake(3))
    driver.wait_for(lambda: bool(noted))
    assert parent.children(), "it stands as long as the window does"
