"""Two programs on one office of a server, each with its own windows: they see each other's work within a second."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import offices
from models.store.clock import Clock
from tests import builders
from tests.postgres import cluster
from tests.postgres.cluster import Cluster

pytestmark = pytest.mark.needs("postgres")
ROOT = Path(__file__).parents[2]
SOON = 1.0
Shown = dict[str, Any]


class Desk:
    """The other end of ``tests.postgres.otherdesk``."""

    def __init__(self, where: str, login: str, folder: Path, lang: str = "en") -> None:
        env = {**os.environ, "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres.otherdesk", where, login, lang],
            cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        self.lines: queue.Queue[Shown] = queue.Queue()
        self.last: Shown = {}
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(json.loads(line))

    def tell(self, words: str) -> None:
        """One line of ``otherdesk``."""
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def until(self, so: Callable[[Shown], object], seconds: float = 60.0) -> float:
        """Wait until its windows show something; how many seconds that took."""
        start = time.monotonic()
        while not (self.last and so(self.last)):
            left = start + seconds - time.monotonic()
            assert left > 0, f"it shows {self.last}"
            try:
                self.last = self.lines.get(timeout=left)
            except queue.Empty:
                continue
        return time.monotonic() - start

    def end(self) -> None:
        """Close it; how it ended must be well."""
        if self.process.poll() is None:
            self.tell("quit")
        try:
            assert self.process.wait(60) == 0
        finally:
            self.process.kill()
            self._reader.join()
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            self.process.stdin.close()
            self.process.stdout.close()


@pytest.fixture
def server() -> Iterator[Cluster]:
    made = cluster.new()
    yield made
    made.destroy()


@pytest.fixture
def where(server: Cluster) -> str:
    """The address that the desks use: it names nobody, people open it with their own login."""
    name = server.database()
    with offices.create(server.url(name), "", "試験局", Clock(), signed=False) as office:
        builders.furnish(office)
        builders.ready_case(office)
        builders.ready_case(office, "A-002")
        case_ops.take(office, builders.EXAMINER, "A-001")
    return server.url(name, user="")


@pytest.mark.timeout(400)
def test_two_desks_see_each_others_work(server: Cluster, where: str, tmp_path: Path) -> None:
    first, second = Desk(where, "examiner1", tmp_path / "1"), Desk(where, "supervisor1", tmp_path / "2")
    try:
        first.until(lambda shown: "A-001" in shown["found"])
        second.until(lambda shown: True)
        first.tell("open A-001")
        first.until(lambda shown: "A-001" in shown["elsewhere"])
        second.tell("open A-001")
        second.until(
            lambda shown: "examiner" in shown["elsewhere"].get("A-001", "") or "佐藤" in str(shown["elsewhere"])
        )
        first.until(lambda shown: "高橋" in shown["elsewhere"]["A-001"])
        assert "since" in first.last["elsewhere"]["A-001"]
        first.until(lambda shown: "another desk" in shown["next"]["A-001"])

        first.tell("find A-001")
        first.until(lambda shown: shown["finds"]["A-001"] == 1)
        assert second.until(lambda shown: shown["finds"]["A-001"] == 1) < SOON + 1  # two cores, three programs

        if pictures := os.environ.get("AKASHI_PICTURES"):
            first.tell(f"grab {pictures}/desk-1.png")
            second.tell(f"grab {pictures}/desk-2.png")
        _server_goes_and_comes(server, first, second, where)
    finally:
        second.end()
        first.until(lambda shown: True)
        first.end()


def _server_goes_and_comes(server: Cluster, first: Desk, second: Desk, where: str) -> None:
    """What was typed meanwhile is there afterwards."""
    first.tell("begin A-001")
    time.sleep(2)
    server.stop("immediate")
    for desk in (first, second):
        desk.until(lambda shown: "does not answer" in shown["trouble"])
    first.tell("keep A-001 written while the server was away")
    time.sleep(3)
    if pictures := os.environ.get("AKASHI_PICTURES"):
        first.tell(f"grab {pictures}/desk-away.png")
        time.sleep(1)
    server.start()
    for desk in (first, second):
        desk.until(lambda shown: not shown["trouble"])
    with offices.open_(server.url(where.split("/")[3].split("?", maxsplit=1)[0]), "") as office:
        end = time.monotonic() + 20
        while not any("server was away" in str(each) for each in case_ops.gather(office, "A-001").drafts):
            assert time.monotonic() < end, "the draft did not arrive"
            time.sleep(0.2)
