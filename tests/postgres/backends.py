"""On which of the two backends the offices of the tests lie: in a file, or on a server of the tests' own."""

import atexit
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from desktop.operations import offices
from models.store.clock import Clock
from models.store.office import Office
from models.store.serving import ServerOffice
from tests.postgres import cluster
from tests.postgres.cluster import Cluster

EMBEDDED, SERVER = "embedded", "server"
Furnish = Callable[[Office], None]


class _Now:
    """Where offices are made at this moment, and what was made on the server since."""

    where = EMBEDDED
    made: list[str] = []  # noqa: RUF012  one list for the run


@cache
def shared() -> Cluster:
    """The run's own server; quick, because nothing of it need outlive the run."""
    made = cluster.new()
    atexit.register(made.destroy)
    return made


def on_server() -> bool:
    """Whether offices are made on the server."""
    return _Now.where == SERVER


@contextmanager
def using(backend: str) -> Iterator[None]:
    """Make offices on this backend; those on the server are dropped at the end."""
    before, _Now.where = _Now.where, backend
    try:
        yield
    finally:
        _Now.where = before
        while _Now.made:
            shared().drop(_Now.made.pop())


def server_office(furnish: Furnish, made_at: Clock, clock: Clock) -> ServerOffice:
    """The same for a test that is about the server, and no copy: copies share their database roles with one another, and
    a test of another module that changes a person's role, password or leave to sign in would change them here too."""
    name = shared().database()
    _Now.made.append(name)
    with offices.create(shared().url(name), "", "試験局", made_at, signed=False) as new:
        furnish(new)
    made = offices.open_(shared().url(name), "", clock)
    assert isinstance(made, ServerOffice)
    return made


@cache
def _template(furnish: Furnish, clock: Clock) -> str:
    name = shared().database()
    with offices.create(shared().url(name), "", "試験局", clock, signed=False) as made:
        furnish(made)
    return name


def database(furnish: Furnish, clock: Clock) -> str:
    """A database with an office in it, a copy of one that ``furnish`` furnished once."""
    name = shared().database(_template(furnish, clock))
    _Now.made.append(name)
    return name


def office(furnish: Furnish, made_at: Clock, clock: Clock) -> Office:
    """An open office on the server, worked under its console."""
    return offices.open_(shared().url(database(furnish, made_at)), "", clock)


def chain_key(office: Office) -> bytes:
    """The key of an office's chain, wherever it is kept."""
    if not isinstance(office, ServerOffice):
        return office.chain
    database = office.url.database
    assert database is not None
    with shared().connect(database) as connection:
        row = connection.execute("SELECT inner_block FROM akashi_key.chain").fetchone()
    assert row is not None
    return bytes(byte ^ 0x36 for byte in row[0])[:32]
