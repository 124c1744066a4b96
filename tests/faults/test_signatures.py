"""Who holds the record's key still cannot sign for anybody: no signed act is forged, cut loose or moved; the rest is signed over
every ten minutes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import anchoring, decisions, letters, people
from desktop.operations import records as operations
from models.decisions.values import Outcome
from models.errors import AkashiError
from models.people.values import Changes
from models.records import chain, signatures
from models.records import service as records
from models.records.signing import service as signing
from models.records.values import Act, Broken, Event
from models.store.canonical import canonical
from models.store.clock import Clock
from models.store.office import Office
from tests import builders
from tests.builders import PASSWORD, SOFT
from tests.faults import raw
from tests.faults.attacks import COLUMNS, linked_anew

Forge = Callable[[Any], None]
FORGED = signatures.signer(bytes(32))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A strict office with a decided case, its bytes, and its key."""
    where = tmp_path_factory.mktemp("signed") / "office.akashi"
    with builders.signed_office(where) as office:
        builders.ready_case(office)
        builders.find_all(office)
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "総合して判断した。")
        with pytest.raises(AkashiError, match="signed with your own key"):
            decisions.countersign(office, builders.SUPERVISOR, "A-001")
        decisions.countersign(office, people.sign_in(office, "supervisor1", PASSWORD), "A-001")
        letters.issue(office, people.sign_in(office, "examiner1", PASSWORD), "A-001")
        admin = people.sign_in(office, "admin1", PASSWORD)
        people.reset_password(office, admin, "examiner2", "quite another one", SOFT)
        people.change_person(office, admin, "examiner2", Changes(name="別名"))
        assert operations.verify(office).ok
        key = office.chain
    return where, where.read_bytes(), key


def last(hand: Any) -> int:
    return int(hand.execute("SELECT max(seq) FROM event").fetchone()[0])


def link_before(hand: Any, seq: int) -> str:
    return str(hand.execute("SELECT link FROM event WHERE seq = ?", (seq - 1,)).fetchone()[0])


def seq_of(hand: Any, kind: str) -> int:
    return int(hand.execute("SELECT max(seq) FROM event WHERE kind = ?", (kind,)).fetchone()[0])


def said(hand: Any, seq: int) -> dict[str, Any]:
    content = hand.execute("SELECT content FROM event WHERE seq = ?", (seq,)).fetchone()[0]
    return dict(json.loads(content))


def put(hand: Any, seq: int, content: dict[str, Any]) -> None:
    hand.execute("UPDATE event SET content = ? WHERE seq = ?", (canonical(content), seq))


def append(hand: Any, who: str, kind: str, case: str | None, content: dict[str, Any], sign: bool) -> None:
    """An event behind the last one, signed with a key of the forger's own where asked."""
    seq = last(hand) + 1
    at = hand.execute("SELECT at FROM event WHERE seq = ?", (seq - 1,)).fetchone()[0]
    held = chain.Held(seq, at, who, kind, case, canonical(content), "")
    if sign:
        content = {**content, "signature": signing.signature(FORGED, held, link_before(hand, seq))}
    row = (seq, at, who, kind, case, canonical(content), "")
    hand.execute(f"INSERT INTO event (seq, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def unsigned(kind: str) -> Forge:
    def forge(hand: Any) -> None:
        content = said(hand, seq_of(hand, kind))
        del content["signature"]
        put(hand, seq_of(hand, kind), content)

    return forge


def signed_by_another(hand: Any) -> None:
    seq = seq_of(hand, "countersigned")
    content = said(hand, seq)
    del content["signature"]
    row = hand.execute(f"SELECT seq, {COLUMNS} FROM event WHERE seq = ?", (seq,)).fetchone()
    held = chain.Held._make(row)._replace(content=canonical(content), link="")
    put(hand, seq, {**content, "signature": signing.signature(FORGED, held, link_before(hand, seq))})


def words_changed(hand: Any) -> None:
    seq = seq_of(hand, "countersigned")
    put(hand, seq, {**said(hand, seq), "outcome": "refuse"})


def history_changed(hand: Any) -> None:
    """Something before a signed act, with every link written anew: the signature holds the link before it."""
    seq = seq_of(hand, "proposed")
    put(hand, seq, {**said(hand, seq), "weighing": "別の理由。"})


def new_act(hand: Any) -> None:
    append(hand, "supervisor1", "countersigned", "A-001", {"round": 2, "outcome": "refuse"}, sign=False)


def new_act_with_own_key(hand: Any) -> None:
    append(hand, "supervisor1", "countersigned", "A-001", {"round": 2, "outcome": "refuse"}, sign=True)


def key_put_in_place(hand: Any) -> None:
    told = {"login": "supervisor1", "public_key": FORGED.public, "public_key_before": None}
    append(hand, "admin1", "password_reset", None, told, sign=True)
    new_act_with_own_key(hand)


def second_key_made(hand: Any) -> None:
    append(hand, "supervisor1", "key_made", None, {"login": "supervisor1", "public_key": FORGED.public}, sign=False)
    new_act_with_own_key(hand)


def played_again(hand: Any) -> None:
    seq = seq_of(hand, "countersigned")
    hand.execute(f"INSERT INTO event SELECT {last(hand) + 1}, {COLUMNS} FROM event WHERE seq = {seq}")


def false_checkpoint(hand: Any) -> None:
    append(hand, "supervisor1", "checkpoint", None, {"seq": 1, "link": "ab" * 32}, sign=True)


def no_content_of_ours(kind: str, content: str) -> Forge:
    """An event whose words are not what any act says."""

    def forge(hand: Any) -> None:
        append(hand, "examiner1", kind, None, {}, sign=False)
        hand.execute("UPDATE event SET content = ? WHERE seq = ?", (content, last(hand)))

    forge.__qualname__ = f"{kind} {content}"
    return forge


STRANGE = [
    no_content_of_ours(kind, content)
    for kind, content in (
        ("noted", "7"), ("noted", '{"rows":7}'), ("noted", '{"rows":[1]}'), ("noted", '{"gone":3}'), ("viewed", "{"),
        ("person_added", "[]"), ("key_made", '{"public_key":1}'), ("countersigned", '{"signature":1}'), ("restored", "[]"),
        ("disposed", '{"events":1}'),
    )
]  # fmt: skip


FORGERIES = [
    unsigned("countersigned"), unsigned("issued"), unsigned("password_reset"), signed_by_another, words_changed,
    history_changed, new_act, new_act_with_own_key, key_put_in_place, second_key_made, played_again, false_checkpoint,
]  # fmt: skip


def found(path: Path) -> Broken | None:
    with builders.opened(path) as office:
        whole, start = operations.verify(office).first_broken, operations.verify_start(office).first_broken
    assert (whole is None) == (start is None)
    return whole


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda each: each.__qualname__.partition(".")[0])
def test_an_insider_forges_no_signed_act(made: tuple[Path, bytes, bytes], tmp_path: Path, forge: Forge) -> None:
    """No anchor helps here: the copy lies at a place of its own."""
    path = tmp_path / "office.akashi"
    path.write_bytes(made[1])
    assert found(path) is None
    with raw.opened(path) as hand:
        forge(hand)
        linked_anew(hand, made[2])
    broken = found(path)
    assert broken is not None
    assert broken.kind in ("signature", "state")


@pytest.mark.parametrize("forge", STRANGE, ids=lambda each: each.__qualname__)
def test_strange_words_are_named_and_stop_nobody(made: tuple[Path, bytes, bytes], tmp_path: Path, forge: Forge) -> None:
    """Only who has the key of the record can write them; the walk names them, or finds them harmless, and the record is read."""
    path = tmp_path / "office.akashi"
    path.write_bytes(made[1])
    with raw.opened(path) as hand:
        forge(hand)
        linked_anew(hand, made[2])
    with builders.opened(path) as office:
        operations.verify(office)
        operations.verify_start(office)
        assert listed(office)


class Hand:
    """Moves a clock."""

    def __init__(self) -> None:
        self.at = datetime(2026, 7, 1, 0, 0, tzinfo=UTC)
        self.clock = Clock(lambda: self.at)

    def work(self, office: Office, minutes: int) -> None:
        """An act, so many minutes later."""
        self.at += timedelta(minutes=minutes)
        with office.begin() as session:
            records.append(session, Act("examiner1", "noted", {}))


def listed(office: Office) -> list[Event]:
    with office.read() as session:
        return list(reversed(records.page(session, size=400)))


def test_no_act_stands_unsigned_for_longer_than_ten_minutes(tmp_path: Path) -> None:
    """Whoever appends with the record's key is behind somebody's signature ten minutes of work later."""
    hand, where = Hand(), tmp_path / "office.akashi"
    with builders.signed_office(where, hand.clock) as office:
        people.sign_in(office, "examiner1", PASSWORD)
        for minutes in (1, 1, 3, 4, 1, 2, 9, 30, 1, 1, 12, 9):
            hand.work(office, minutes)
        events, lines = listed(office), {each.seq for each in anchoring.read(office).anchors}
    points = {each.seq for each in events if each.kind == "checkpoint"}
    assert points
    assert points <= lines
    for each in (each for each in events if each.kind == "noted"):
        late = next((other.seq for other in events if other.at - each.at >= signing.CHECKPOINT_EVERY), None)
        assert late is None or any(each.seq <= seq <= late + 1 for seq in points)
    assert timedelta(minutes=10) >= signing.CHECKPOINT_EVERY


def test_another_program_signs_over_what_was_left(tmp_path: Path) -> None:
    hand, where = Hand(), tmp_path / "office.akashi"
    with builders.signed_office(where, hand.clock) as office:
        hand.work(office, 30)
        assert listed(office)[-1].kind == "noted", "nobody signed in, so nobody signs"
    with builders.opened(where, hand.clock) as office:
        people.sign_in(office, "examiner1", PASSWORD)
        hand.work(office, 0)
        assert listed(office)[-1].kind == "checkpoint"
        assert operations.verify(office).ok


def test_a_checkpoint_that_was_taken_back_is_made_by_the_next_act(tmp_path: Path) -> None:
    hand, where = Hand(), tmp_path / "office.akashi"
    with builders.signed_office(where, hand.clock) as office:
        people.sign_in(office, "examiner1", PASSWORD)
        hand.work(office, 0)
        hand.work(office, 1)
        hand.at += timedelta(minutes=12)
        with pytest.raises(Undone):
            undone(office)
        assert listed(office)[-1].kind == "noted"
        hand.work(office, 0)
        assert listed(office)[-1].kind == "checkpoint"


class Undone(Exception):
    """The transaction comes to nothing."""


def undone(office: Office) -> None:
    """An act, and the checkpoint that is due with it, which never happened."""
    with office.begin() as session:
        records.append(session, Act("examiner1", "noted", {}))
        raise Undone
