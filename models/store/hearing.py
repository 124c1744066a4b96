"""What other desks do, as a server tells it: on a connection of its own, within a moment of their commit."""

import json
import threading
from collections.abc import Callable

import psycopg
from sqlalchemy import URL

from models.store.server import CONNECT_SECONDS, reach
from models.store.values import Heard

CHANNEL = "akashi"
TURN_SECONDS = 0.5
RETRY_SECONDS = 1.0


class Listener:
    """Listens until ``stop``. ``heard`` and ``there`` are called on the listener's own thread: an act of anybody; the server
    went away (``False``) or answers again (``True``)."""

    def __init__(self, url: URL, heard: Callable[[Heard], None], there: Callable[[bool], None]) -> None:
        self._reach = reach(url)
        self._heard, self._there = heard, there
        self._stop = threading.Event()
        self._away = False
        self._thread = threading.Thread(target=self._run, name="hears")
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; returns when the thread has ended."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except psycopg.Error:
                self._tell(there=False)
                self._stop.wait(RETRY_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(autocommit=True, connect_timeout=CONNECT_SECONDS, **self._reach) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._tell(there=True)
            while not self._stop.is_set():
                for said in connection.notifies(timeout=TURN_SECONDS):
                    self._heard(_heard(said.payload))

    def _tell(self, there: bool) -> None:
        if self._away == there:
            self._away = not there
            self._there(there)


def _heard(payload: str) -> Heard:
    said = json.loads(payload)
    return Heard(int(said["seq"]), said["who"], said["kind"], said["case"], bool(said["one"]))
