"""One working paper over several offices, as where each unit has an office, and a chain, of its own."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.operations import consistency
from desktop.operations.consistency import Asked, Gathered, Paper
from desktop.operations.offices import settings
from models.calibration.values import Given
from models.consistency import blind, rules
from models.consistency.ledger import Ledger
from models.consistency.together import together
from models.consistency.values import Report
from models.errors import BadInput
from models.intake.values import Progress
from models.people.values import Actor
from models.store.office import Office

Signed = Sequence[tuple[Office, Actor]]
"""Each office with who is signed in there."""


def working_paper(signed: Signed, asked: Asked, progress: Progress | None = None) -> Report:
    """The paper; each office records that it was read, and keeps the codes of its own people only.

    A release is one office's, because its ledger says what was published of it before. Raises ``BadInput``, ``NotPermitted``,
    ``service.Stopped``.
    """
    asked.check()
    if asked.release or not asked.protected:
        raise BadInput("report.one_office")
    gathered = [consistency.gather(office, actor, progress) for office, actor in signed]
    names = [settings(office).name for office, _ in signed]
    decisions = together([each.load(progress) for each in gathered], names)
    options = asked.options("office")
    exact = rules.compute(decisions, blind.of(_given(gathered), options), options)
    report, _ = rules.protect(exact, Ledger(), b"")
    for place, (office, actor) in enumerate(signed):
        own = tuple(login if n == place else "" for n, each in enumerate(gathered) for login in each.logins)
        consistency.note(office, actor, Paper(report, options, own))
    return report


def _given(gathered: Sequence[Gathered]) -> tuple[Given, ...]:
    """Blind readings of all; cases and readers of two offices are never the same."""
    return tuple(
        replace(given, case=f"{place}/{given.case}", reader=f"{place}/{given.reader}")
        for place, each in enumerate(gathered)
        for given in each.given
    )
