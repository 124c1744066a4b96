"""Anchors of the open office: one at every countersignature, issue, release and restore, and one in ten minutes of work.

The file lies on another path than the office: ``AKASHI_ANCHORS`` names the folder, or it is ``anchors`` in the person's own
data folder.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from models.records import anchors, chain, service, verify
from models.records.anchors import Found
from models.records.values import Anchor, Broken, Standing
from models.store import ledger
from models.store.base import moment_text
from models.store.location import Location
from models.store.office import Office, Session

FOLDER = "AKASHI_ANCHORS"
EVERY_SECONDS = 600.0
ITSELF = "itself"
"""Why an anchor stands that covers nothing more than what the program added by itself (``records.values.ITSELF``)."""


def folder() -> Path:
    """Where anchor files lie."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("akashi", appauthor=False) / "anchors"


def file_of(office: Office) -> Path:
    """The anchor file of an office."""
    return folder() / f"{chain.office_id(office.chain)}.jsonl"


@dataclass(slots=True)
class Keeper:
    """Writes the anchors of one office as its acts are committed. ``problem`` says why the last one could not be written:
    the act itself is done and stays."""

    path: Path
    key: bytes
    place: str
    tick: Callable[[], float] = time.monotonic
    problem: str = ""
    _last: float | None = field(default=None)
    _stands: Standing | None = field(default=None)
    _worked: Standing | None = field(default=None)
    _anchored: int = field(default=0)

    def __call__(self, said: Mapping[str, Any]) -> None:
        """Told of a committed transaction."""
        stands: Standing | None = said.get("standing")
        if stands is None:
            return
        self._stands, self._worked = stands, said.get("worked") or self._worked
        why = said.get("anchor_now") or ("time" if self._due() else None)
        if why is not None:
            self.drop(stands, str(why))

    def settle(self, why: str = "closed") -> None:
        """The office closes, or nobody works for a while: what was done since the last anchor gets one."""
        for stands, said in ((self._worked, why), (self._stands, ITSELF)):
            if stands is not None and stands.seq > self._anchored:
                self.drop(stands, said)

    def drop(self, stands: Standing, why: str) -> None:
        """Write one now."""
        at = moment_text(stands.at) if stands.at else ""
        try:
            anchors.add(self.path, self.key, Anchor(stands.seq, stands.link, at, why, self.place))
        except OSError as error:
            self.problem = error.strerror or type(error).__name__
            return
        self.problem, self._last, self._anchored = "", self.tick(), stands.seq

    def _due(self) -> bool:
        return self._last is None or self.tick() - self._last >= EVERY_SECONDS


def keep(office: Office) -> Office:
    """Have the acts of this office anchored from now on."""
    keeper = _keeper(office)
    office.after_commit.append(keeper)
    office.before_close.append(keeper.settle)
    return office


def problem(office: Office) -> str:
    """Why the last anchor of the open office could not be written; empty: it was, or none was due."""
    return next((each.problem for each in office.after_commit if isinstance(each, Keeper)), "")


def settle(office: Office) -> None:
    """Anchor what was done since the last anchor; nothing where nothing was."""
    for each in office.after_commit:
        if isinstance(each, Keeper):
            each.settle("time")


def drop(office: Office, why: str) -> None:
    """Anchor where the record stands now."""
    with office.read() as session:
        stands = service.standing(session)
    _keeper(office).drop(stands, why)


def read(office: Office, where: Location | None = None) -> Found:
    """The anchors of an office that lies ``where`` (left out: where it was opened); none where the file cannot be read.

    A copy at another place has anchors of its own: its record goes its own way.
    """
    try:
        found = anchors.read(file_of(office), office.chain)
    except OSError:
        return Found(())
    place = chain.place(office.chain, str(where or office.location))
    return replace(found, anchors=tuple(each for each in found.anchors if each.place == place))


def whole(office: Office) -> bool:
    """Whether anchors were made where this office lies, and its record holds every one of them: no older file was put there."""
    made = read(office).anchors
    with office.read() as session:
        held = service.links(session, (each.seq for each in made))
    return bool(made) and all(held.get(each.seq) == each.link for each in made)


def _keeper(office: Office) -> Keeper:
    return Keeper(file_of(office), office.chain, chain.place(office.chain, str(office.location)))


def broken(session: Session, found: Found, count: int) -> Broken | None:
    """What the anchors say against the record."""
    if not found.anchors:
        return None
    held = service.links(session, (each.seq for each in found.anchors))
    # An anchor of another unit's event says nothing to those who do not see it.
    made = found.anchors if ledger.sees_all(session) else [each for each in found.anchors if each.seq in held]
    return verify.broken_anchor(made, held, count, service.restorations(session))
