"""The record: a keyed chain, contiguous, that never goes back in time."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from desktop.operations import records as operations
from models.errors import BadInput, NotPermitted
from models.people import rules
from models.people.values import Actor, Permission, Role
from models.records import chain, service, tombstones, verify
from models.records.values import Act, Broken
from models.store.clock import Clock
from models.store.office import Office
from tests import builders
from tests.postgres import backends


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        yield made


def add(office: Office, count: int, case: str | None = None) -> list[int]:
    with office.begin() as session:
        return [service.append(session, Act("a", "noted", {"n": n}, case)).seq for n in range(count)]


def test_numbers_are_contiguous_and_each_event_holds_the_one_before(office: Office) -> None:
    add(office, 5)
    with office.read() as session:
        events = sorted(service.page(session, size=1000), key=lambda each: each.seq)
        assert [each.seq for each in events] == list(range(1, len(events) + 1))
    key = backends.chain_key(office)
    last = chain.GENESIS
    for event in events:
        text = json.dumps(event.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        at = event.at.isoformat(timespec="microseconds").replace("+00:00", "Z")
        last = chain.link(key, last, chain.Held(event.seq, at, event.who, event.kind, event.case, text, ""))
        assert event.link == last


def test_a_clock_set_back_does_not_turn_the_order_around(tmp_path: Path) -> None:
    now = [builders.NOON]
    with builders.office(tmp_path, Clock(lambda: now[0])) as office:
        add(office, 1)
        now[0] -= timedelta(days=1)
        add(office, 1)
        with office.read() as session:
            second, first = service.page(session, size=2)
        assert second.at == first.at == builders.NOON
        assert second.content["clock_set_back"] == 86400
        assert operations.verify(office).ok


def test_pages_newest_first_and_of_a_case(office: Office) -> None:
    add(office, 7)
    builders.ready_case(office)
    seen: list[int] = []
    after: int | None = None
    while page := operations.page(office, builders.AUDITOR, after, 3):
        seen += [each.seq for each in page]
        after = page[-1].seq
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 1
    of_case = operations.page(office, builders.AUDITOR, case="A-001")
    assert [each.kind for each in of_case] == ["evidence_added", "received"]


def note(session: Session) -> int:
    return service.append(session, Act("a", "noted", {})).seq


def test_a_repeated_command_is_answered_not_done_again(office: Office) -> None:
    def command(key: str, kind: str = "noted") -> int:
        with office.begin(key) as session:
            return service.once(session, kind, lambda: note(session), int, int)

    first = command("k1")
    assert command("k1") == first
    assert command("k2") == first + 1
    with pytest.raises(BadInput, match="already used"):
        command("k1", "other")


def test_a_failed_command_leaves_its_key_free(office: Office) -> None:
    with pytest.raises(ZeroDivisionError), office.begin("k") as session:
        service.once(session, "noted", lambda: 1 // 0, int, int)
    with office.begin("k") as session:
        assert service.once(session, "noted", lambda: 7, int, int) == 7


def test_verification_tells_its_progress(office: Office) -> None:
    with office.begin() as session:
        service.append_many(session, [(Act("a", "noted", {"n": n}), []) for n in range(12_000)])
    told: list[tuple[int, int]] = []
    found = operations.verify(office, lambda done, of: told.append((done, of)))
    assert found.ok
    assert [done for done, _ in told] == [5_000, 10_000]
    assert {of for _, of in told} == {found.events}
    assert found.verified_at == datetime(2026, 7, 1, 3, 0, tzinfo=UTC)


def test_who_may_read_the_record(office: Office) -> None:
    assert operations.page(office, builders.AUDITOR)
    assert operations.page(office, Actor("x", "x", Role.EXAMINER, None))
    with pytest.raises(NotPermitted):
        rules.require(builders.RULE_KEEPER, Permission.VERIFY)


def test_steps_of_the_clock_are_noted_against_the_clock_that_nobody_sets(tmp_path: Path) -> None:
    wall, ticks = [builders.NOON], [0.0]
    clock = Clock(lambda: wall[0], lambda: ticks[0])
    with builders.office(tmp_path, clock) as office:

        def act(minutes: float, ticked: float) -> Mapping[str, object]:
            wall[0] += timedelta(minutes=minutes)
            ticks[0] += ticked * 60
            with office.begin() as session:
                return service.append(session, Act("x", "viewed", {})).content

        assert act(1, 1) == {}
        assert act(60 * 24 * 3, 60 * 24 * 3) == {}, "a weekend is no jump"
        assert act(60 * 24 * 2, 1) == {"clock_jumped": (60 * 24 * 2 - 1) * 60}
        assert act(-30, 10) == {"clock_set_back": 40 * 60}
        assert act(5, 5)["clock_set_back"] == 25 * 60, "still before the last event"
        assert act(60, 60) == {}


@pytest.mark.parametrize("content", ['{"gone":[["x"]],"rows":{}}', "[" * 100_000, "{", "[]", '{"rows":5}'])
def test_an_event_that_is_no_act_is_named_and_does_not_stop_the_walk(content: str) -> None:
    said = [verify.Said("A-001", 6, '{"rows":{"case:A-001":"ab"}}'), verify.Said("A-001", 7, content)]
    assert verify.first_broken_row(said, [[("A-001", "case:A-001", "ab")]]) == Broken(7, "changed", "A-001")


def test_bytes_in_place_of_words_are_another_event_and_no_stumbling_block() -> None:
    """A file's column takes them; before, nobody could verify or read a record in which somebody had put them."""
    event: Any = chain.Held(1, "2026", "a", "noted", "A-001", '{"n":1}', "")
    said = chain.link(b"k", chain.GENESIS, event)
    for column in ("who", "kind", "case", "content"):
        touched = event._replace(**{column: getattr(event, column).encode()})
        assert chain.link(b"k", chain.GENESIS, touched) != said
        assert not tombstones.Beside().is_stub(touched)
        assert tombstones.told(touched.content) == {"n": 1}
