"""What every test of the desk gets: fonts and look, an office in a file, a context, a whole desk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk, application
from desktop.changes import Changes
from desktop.context import Context
from desktop.i18n import Language
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import Scheme, Theme
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """Our fonts and the light look; English, as the source says it, unless a test chooses."""
    app = application()
    language = Language(app, "en")
    theme = Theme(app, Scheme.LIGHT)
    yield theme
    language.use("en")
    theme.deleteLater()
    language.deleteLater()
    driver.turn()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with a person of each role."""
    made = builders.office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """The work threads; whatever a test began is finished before it ends."""
    made = Tasks()
    yield made
    made.wait()
    made.close()
    driver.turn()
    made.deleteLater()
    driver.turn()


@pytest.fixture
def context_of(office: Office, tasks: Tasks, look: Theme) -> Callable[[Actor], Context]:
    """A context for a person of the office."""

    def made(actor: Actor) -> Context:
        return Context(office, actor, tasks, Changes(tasks), look, "en", Preferences())

    return made


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """The whole desk in English."""
    made = driver.start("en")
    yield made
    driver.close(made)
