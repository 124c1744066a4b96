"""Countersigned cases and what stands around the issue, for the tests of issuing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.operations import cases, decisions, letters
from models.decisions.values import Outcome
from models.letters import settings as letter_settings
from models.store.office import Office
from tests import builders

CASE = "A-001"
WEIGHING = "年金の納付の遅れを、ほかの事情とあわせて考えました。"


@contextmanager
def countersigned(folder: Path, *names: str, **changes: object) -> Iterator[Office]:
    """An office with its letterhead and these countersigned cases (``CASE`` when none is named)."""
    with builders.office(folder) as made:
        letters.change_settings(made, builders.ADMIN, letter_settings.sample())
        for case in names or (CASE,):
            sign(made, case, **changes)
        yield made


def sign(office: Office, case: str, **changes: object) -> None:
    """Bring one more case as far as the countersignature: refused, for the pension."""
    builders.ready_case(office, case, **changes)
    cases.take(office, builders.EXAMINER, case)
    builders.find_all(office, case=case, not_met=("pension",))
    decisions.propose(office, builders.EXAMINER, case, Outcome.REFUSE, WEIGHING)
    decisions.countersign(office, builders.SUPERVISOR, case)
