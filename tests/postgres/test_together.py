"""Eight at once, on both backends: no case for two, no update lost, no act done twice."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import findings, offices, records
from models.errors import AkashiError, Stale, WorldFault
from models.findings.values import Finding, FindingDraft
from models.people.values import Actor, Role
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.postgres import backends

WRITERS = 8
ACTS = {"test": 12, "prove": 500, "soak": 2_000}
Open = Callable[[], Office]


@pytest.fixture(params=[backends.EMBEDDED, pytest.param(backends.SERVER, marks=pytest.mark.needs("postgres"))])
def desks(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same office again and again, as desks do."""
    with backends.using(request.param):
        if request.param == backends.SERVER:
            url = backends.shared().url(backends.database(builders.furnish, builders.MADE))
            yield lambda: offices.open_(url, "", fixed(builders.NOON))
        else:
            builders.office(tmp_path).close()
            yield lambda: builders.opened(tmp_path / "office.akashi")


def at_once(desks: Open, work: Callable[[int, Office], None]) -> None:
    """The same work at as many desks as there are writers, begun together."""
    start = threading.Barrier(WRITERS)

    def run(number: int) -> None:
        with desks() as office:
            start.wait(30)
            work(number, office)

    with ThreadPoolExecutor(WRITERS) as pool:
        for each in [pool.submit(run, number) for number in range(WRITERS)]:
            each.result()


def again(act: Callable[[], object]) -> None:
    """Until the office is not held by another: that nothing was done is said, and tried again."""
    while True:
        try:
            act()
        except WorldFault as fault:
            if fault.message.code != "store.locked":
                raise
        else:
            return


def test_two_never_take_the_same_case(desks: Open) -> None:
    with desks() as office:
        builders.many_cases(office, WRITERS * 3)
    taken: list[str | None] = []

    def work(number: int, office: Office) -> None:
        actor = Actor(f"examiner{number % 2 + 1}", "", Role.EXAMINER, builders.UNIT)
        for _ in range(3):
            again(lambda: taken.append(case_ops.take_next(office, actor)))

    at_once(desks, work)
    assert None not in taken
    assert max(Counter(taken).values()) == 1
    with desks() as office:
        assert records.verify(office).ok


@pytest.mark.tiered
@pytest.mark.timeout(3600)
def test_no_update_is_lost(desks: Open, tier: str) -> None:
    """Everybody writes on the same findings: each either follows on what they saw, or is shown both texts."""
    with desks() as office:
        builders.ready_case(office)
        file = builders.case_file(office)
        case_ops.take(office, builders.EXAMINER, "A-001")
    criterion = file.criteria[0]
    done, conflicts = Counter[str](), Counter[str]()

    def work(number: int, office: Office) -> None:
        for turn in range(ACTS[tier]):
            mine = builders.draft(builders.case_file(office), criterion, text=f"{number}の{turn}番目の理由である。")
            again(lambda mine=mine: _record(office, mine, done, conflicts))  # type: ignore[misc]  # bound at once

    at_once(desks, work)
    with desks() as office:
        kept = findings.history(office, "A-001", criterion.key)
        assert [each.revision for each in kept] == list(range(1, done["recorded"] + 1))
        assert len({each.reasons[0].text for each in kept}) == len(kept)
        assert done["recorded"] + conflicts["told"] == WRITERS * ACTS[tier]
        assert records.verify(office).ok


def _record(office: Office, mine: FindingDraft, done: Counter[str], conflicts: Counter[str]) -> None:
    try:
        findings.record(office, builders.EXAMINER, mine)
    except Stale as stale:
        both = isinstance(stale.theirs, Finding) and stale.theirs.reasons != mine.reasons and stale.mine == mine
        conflicts["told" if both else "not told"] += 1
    else:
        done["recorded"] += 1


def test_a_command_said_twice_is_done_once(desks: Open) -> None:
    with desks() as office:
        builders.many_cases(office, 3)
    answers: list[str | None] = []

    def work(_number: int, office: Office) -> None:
        again(lambda: answers.append(case_ops.take_next(office, builders.EXAMINER, "the same key")))

    at_once(desks, work)
    assert len(set(answers)) == 1
    with desks() as office:
        taken = [each for each in case_ops.listing(office) if each.assigned_to is not None]
        assert [each.id for each in taken] == [answers[0]]


def test_errors_are_the_products_own(desks: Open) -> None:
    with desks() as office, pytest.raises(AkashiError):
        case_ops.take(office, builders.EXAMINER, "no such case")
