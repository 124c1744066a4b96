"""The server is stopped as if its power went, again and again, under eight writers: nothing acknowledged is lost, and a commit
whose answer was lost is not done twice."""

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.operations import offices, records
from models.errors import WorldFault
from models.records import service
from models.records.service import once
from models.records.values import Act
from models.store.clock import Clock
from models.store.office import Office
from tests.postgres import cluster
from tests.postgres.cluster import Cluster

pytestmark = pytest.mark.needs("postgres")
WRITERS = 8
STOPS = {"test": 10, "prove": 50, "soak": 500}
RECONNECTS_WITHIN = 10.0
AWAY = frozenset({"store.server_away", "store.locked", "store.server_busy"})


@pytest.fixture
def server() -> Iterator[Cluster]:
    """Durable, as an office's own is."""
    made = cluster.new(settings=("shared_buffers = 32MB",))
    yield made
    made.destroy()


def note(office: Office, writer: int, number: int) -> int:
    """An act under its key; the same answer however often it is said."""
    with office.begin(f"{writer}-{number}") as session:
        answer: int = once(
            session,
            "noted",
            lambda: service.append(session, Act(f"w{writer}", "noted", {"n": number})).seq,
            int,
            int,
        )
        return answer


def write(office: Office, writer: int, stop: threading.Event, said: list[tuple[int, int, int]]) -> int:
    """Note one act after another until told to stop; each is said again until it is answered. How often it had to be."""
    repeats = number = 0
    while not stop.is_set():
        number += 1
        while True:
            try:
                said.append((writer, number, note(office, writer, number)))
            except WorldFault as fault:
                if fault.message.code not in AWAY:
                    raise
                repeats += 1
                time.sleep(0.05)
            else:
                break
    return repeats


@pytest.mark.tiered
@pytest.mark.timeout(3600)
def test_nothing_is_lost_and_nothing_done_twice(server: Cluster, tier: str) -> None:
    url = server.url(server.database())
    offices.create(url, "", "試験局", Clock()).close()
    stop, said, slowest = threading.Event(), list[tuple[int, int, int]](), 0.0
    desks = [offices.open_(url, "", Clock()) for _ in range(WRITERS)]
    chance = random.Random(7)
    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(write, desk, number, stop, said) for number, desk in enumerate(desks)]
        try:
            for _ in range(STOPS[tier]):
                time.sleep(chance.uniform(0.2, 0.6))
                server.stop("immediate")
                server.start()
                slowest = max(slowest, _until_more(said))
        finally:
            stop.set()
        repeats = sum(each.result() for each in running)
    _check(desks[0], said)
    assert repeats >= STOPS[tier], "the stops were not felt"
    assert slowest < RECONNECTS_WITHIN
    for desk in desks:
        desk.close()


def _until_more(said: list[tuple[int, int, int]]) -> float:
    """Seconds until the next act is acknowledged."""
    start, before = time.monotonic(), len(said)
    while len(said) <= before and time.monotonic() - start < 2 * RECONNECTS_WITHIN:
        time.sleep(0.01)
    return time.monotonic() - start


def _check(office: Office, said: list[tuple[int, int, int]]) -> None:
    with office.read() as session:
        kept = {each.seq: (each.who, each.content["n"]) for each in service.said(session, ["noted"])}
    assert max(Counter(kept.values()).values()) == 1, "done twice"
    assert [each for each in said if kept.get(each[2]) != (f"w{each[0]}", each[1])] == [], "lost"
    assert len(kept) == len(said)
    assert records.verify(office).ok
