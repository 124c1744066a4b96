"""kill -9 at every statement of a disposal: the cases all stand, or all are gone; the next opening ends what was begun."""

import os
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from desktop.operations import records, retention
from models.cases import service as cases
from models.cases.values import ClosedAs
from models.store.clock import fixed
from tests import builders
from tests.builders import ADMIN, AUDITOR, EXAMINER, SUPERVISOR
from tests.faults import raw

LATER = fixed(datetime(2031, 5, 1, 3, tzinfo=UTC))
POINTS = {"test": 6, "prove": 60, "soak": 400}
NAME = "消えるはずの氏名"


@pytest.fixture
def proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with two cases proposed for disposal."""
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    with builders.office(tmp_path, name="proposed.akashi") as made:
        for case in ("A-001", "A-002"):
            builders.ready_case(made, case, name=NAME)
            with made.begin() as session:
                cases.take(session, EXAMINER, case)
                cases.close(session, EXAMINER, case, ClosedAs.WITHDRAWN, "取下げ")
        made.clock = LATER
        retention.propose(made, ADMIN, ["A-001", "A-002"], "満了")
    return tmp_path / "proposed.akashi"


def approve(where: Path, counted: Callable[[], None]) -> None:
    """Approve the proposal; ``counted`` is called before each statement and each commit."""

    def one(*_: object) -> None:
        counted()

    with builders.opened(where, LATER) as office:
        batch = retention.batch(office, SUPERVISOR, 1)
        event.listen(Engine, "before_cursor_execute", one)
        event.listen(Engine, "commit", one)
        try:
            retention.approve(office, SUPERVISOR, batch.number, batch.digest)
        finally:
            event.remove(Engine, "before_cursor_execute", one)
            event.remove(Engine, "commit", one)


def killed_at(where: Path, last: int) -> bool:
    """Let a child do it and kill itself at the given statement; whether it got there."""
    child = os.fork()
    if child == 0:
        number = 0

        def counted() -> None:
            nonlocal number
            number += 1
            if number == last:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            approve(where, counted)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.tiered
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_killed_disposal_has_happened_or_has_not(proposed: Path, tier: str, tmp_path: Path) -> None:
    counts: list[int] = []
    whole = tmp_path / "whole.akashi"
    shutil.copyfile(proposed, whole)
    approve(whole, lambda: counts.append(1))
    shutil.rmtree(tmp_path / "anchors")
    old = new = 0
    step = max(1, len(counts) // POINTS[tier])
    for last in range(len(counts), 0, -step):
        where = tmp_path / "office.akashi"
        for each in tmp_path.glob("office.*"):
            each.unlink() if each.is_file() else shutil.rmtree(each)
        shutil.rmtree(tmp_path / "anchors", ignore_errors=True)
        shutil.copyfile(proposed, where)
        assert killed_at(where, last)
        with builders.opened(where, LATER) as office:
            there, gone = retention.listing(office, AUDITOR), retention.tombstones(office, AUDITOR)
            assert (len(there), len(gone)) in ((2, 0), (0, 2))
            assert retention.batch(office, AUDITOR, 1).open == bool(there)
            assert records.verify(office).ok
        old, new = old + bool(there), new + bool(gone)
        if gone:
            assert NAME.encode() not in raw.pages(where)
    assert old
    assert new
