"""Every kind of tampering × places in the record × hands: all of it is found, but for a tail that nobody anchored yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import anchoring
from desktop.operations import cases as case_ops
from desktop.operations import records as operations
from models.records import anchors
from models.records import service as records
from models.records.signing.service import SIGNED
from models.records.values import Act
from tests import builders
from tests.faults import raw
from tests.faults.attacks import HANDS, KINDS, linked_anew
from tests.faults.test_tamper import decide

UNSEEN = {"insider": frozenset({"link", "played again"})}
"""Whoever has the record's key mends a link that they broke, and writes new events behind the last anchor: the first leaves
nothing that was tampered with, the second is the window that nobody anchored yet."""
PLACES = {"test": 3, "prove": 20, "soak": 60}


@dataclass(frozen=True, slots=True)
class Made:
    """An office as it stands, as it stood yesterday, and its key, which only the insider has."""

    path: Path
    today: bytes
    yesterday: bytes
    events: int
    key: bytes
    anchors: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Decided, issued, anchored at its end."""
    folder, outside = tmp_path_factory.mktemp("attacked"), tmp_path_factory.mktemp("outside")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(anchoring.FOLDER, str(outside))
        with builders.office(folder) as office:
            builders.ready_case(office)
        path = folder / "office.akashi"
        yesterday = path.read_bytes()
        with builders.opened(path) as office:
            decide(office)
            builders.ready_case(office, "A-002")
            anchoring.drop(office, "time")
            events, key = operations.verify(office).events, office.chain
    return Made(path, path.read_bytes(), yesterday, events, key, outside)


@pytest.fixture(autouse=True)
def its_anchors(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """The anchors lie where they were written."""
    monkeypatch.setenv(anchoring.FOLDER, str(made.anchors))


def holds(path: Path) -> bool:
    with builders.opened(path) as office:
        whole, start = operations.verify(office), operations.verify_start(office)
    assert whole.ok == start.ok
    return whole.ok


def attacked(made: Made, hand: str, kind: str, seq: int) -> bool:
    """Whether the record still seems to hold."""
    made.path.write_bytes(made.yesterday if hand == "restorer" else made.today)
    with raw.opened(made.path) as connection:
        KINDS[kind](connection, seq)
        HANDS[hand](connection, made.key)
    return holds(made.path)


def places(made: Made, number: int, hand: str) -> list[int]:
    # What the insider puts in behind the anchored end is the open window again; cutting that end is tried below.
    last = {"restorer": 12, "insider": made.events - 1}.get(hand, made.events)
    return sorted({1 + (last - 1) * n // max(number - 1, 1) for n in range(number)})


def test_untouched_it_holds(made: Made) -> None:
    made.path.write_bytes(made.today)
    assert holds(made.path)
    assert len(KINDS) == 17


@pytest.mark.tiered
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("hand", HANDS)
def test_every_kind_at_every_place_is_found(made: Made, hand: str, tier: str) -> None:
    missed = [
        (kind, seq)
        for kind in KINDS.keys() - UNSEEN.get(hand, frozenset())
        for seq in places(made, PLACES[tier], hand)
        if attacked(made, hand, kind, seq)
    ]
    assert missed == []


def test_an_old_backup_put_back_untouched_is_found(made: Made) -> None:
    made.path.write_bytes(made.yesterday)
    with builders.opened(made.path) as office:
        found = operations.verify(office).first_broken
    assert found is not None
    assert found.kind == "truncated"


def test_what_two_people_signed_leaves_no_window(made: Made) -> None:
    """Each such act is anchored with its own number before the program goes on."""
    with builders.opened(made.path) as office:
        lines = anchors.read(anchoring.file_of(office), office.chain).anchors
    made.path.write_bytes(made.today)
    with builders.opened(made.path) as office, office.read() as session:
        signed = [each.seq for each in records.said(session, SIGNED)]
    assert signed
    assert set(signed) <= {each.seq for each in lines}


def test_only_the_tail_behind_the_last_anchor_can_be_cut_unseen(made: Made) -> None:
    """With the record's key, and only there: the window is at most ten minutes of work (``anchoring.EVERY_SECONDS``)."""
    made.path.write_bytes(made.today)
    with builders.opened(made.path) as office:
        for _ in range(2):  # the first act of a session is anchored at once, the second when ten minutes are over
            with office.begin() as session:
                records.append(session, Act("examiner1", "noted", {}, "A-002"))
        office.before_close.clear()  # the program is killed: closing it would anchor the second too
    with raw.opened(made.path) as connection:
        connection.execute("DELETE FROM event WHERE seq > ?", (made.events + 1,))
        linked_anew(connection, made.key)
    unseen = holds(made.path)
    made.path.write_bytes(made.today)
    with raw.opened(made.path) as connection:
        connection.execute("DELETE FROM event WHERE seq >= ?", (made.events,))
        linked_anew(connection, made.key)
    assert (unseen, holds(made.path)) == (True, False)
    assert anchoring.EVERY_SECONDS <= 600


def test_the_case_that_is_named_is_the_one_that_was_touched(made: Made) -> None:
    made.path.write_bytes(made.today)
    with builders.opened(made.path) as office:
        case_ops.take(office, builders.EXAMINER, "A-002")
        anchoring.drop(office, "time")
        seq = operations.verify(office).events
    with raw.opened(made.path) as connection:
        KINDS["who"](connection, seq)
    with builders.opened(made.path) as office:
        found = operations.verify(office).first_broken
    assert found is not None
    assert (found.seq, found.kind, found.case) == (seq, "changed", "A-002")
