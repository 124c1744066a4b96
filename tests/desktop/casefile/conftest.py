"""A case's view with real widgets."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest

from desktop.casefile.panel import CaseView
from desktop.context import Context
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, settle


@pytest.fixture
def open_view(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[Open]:
    shown: list[CaseView] = []

    def made(actor: Actor = builders.EXAMINER, size: tuple[int, int] = (1440, 840)) -> CaseView:
        view = CaseView(context_of(actor), "A-001")
        shown.append(view)
        view.resize(*size)
        view.show()
        view.activateWindow()
        assert QTest.qWaitForWindowActive(view)
        settle(view)
        view.shown()
        return view

    yield made
    for view in shown:
        view.save()
        view._context.tasks.wait()
        view.close()
        view.deleteLater()
    driver.turn()
