"""The office handle: one place that writes, a few that read."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Session  # noqa: PLC0414  named on, for operations that pass it along

from models.errors import AkashiError, BadInput, NotFound
from models.store import copying, embedded, keys, location, migrate, pages, settings, upgrading, values
from models.store.clock import Clock
from models.store.faults import fault_of, in_words, wrong_passphrase
from models.store.location import Location

if TYPE_CHECKING:  # brings the driver of servers
    from models.store import hearing

CHAIN_KEY = "chain.key"
Heard = Callable[[Mapping[str, Any]], None]
"""Told what a committed transaction carried in ``session.info``; must not raise: the act is done already."""
UNSIGNED = "unsigned"
"""Under this name ``session.info["pulse"]`` holds since when acts stand behind the last signature; looked up where it is missing."""


class Office:
    """An open office. ``begin`` writes (one at a time), ``read`` looks on a connection of its own."""

    def __init__(
        self, where: Location, clock: Clock, writer: Engine, reader: Engine, chain: bytes, key: str = ""
    ) -> None:
        self.location = where
        self.clock = clock
        self.after_commit: list[Heard] = []
        self.before_close: list[Callable[[], None]] = []
        self._writer = writer
        self._reader = reader
        self._chain = chain
        self._key = key
        self._pulse: dict[str, Any] = {}
        self._ledger: object | None = None
        self.witness: object | None = None

    @property
    def chain(self) -> bytes:
        """The key of the record."""
        return self._chain

    @contextmanager
    def begin(self, key: str | None = None, signer: object | None = None) -> Iterator[Session]:
        """The writing transaction: all of the block or nothing.

        ``session.info`` carries ``clock``, ``chain`` (the chain key), ``key`` (the idempotency key of the command),
        ``signer`` (who signs what two people do), ``witness`` (who signed in, and signs checkpoints) and ``pulse`` (where the
        clocks stood at the last act).
        Raises ``WorldFault`` when the database is locked, full or away.
        """
        with in_words(self.location), Session(self._writer, expire_on_commit=False) as session:
            session.info.update(clock=self.clock, chain=self._chain, key=key, signer=signer, pulse=self._pulse)
            session.info.update(ledger=self._ledger, desk=self._desk(), witness=self.witness)
            try:
                with session.begin():
                    yield session
            except BaseException:
                self._pulse.pop(UNSIGNED, None)  # what it said of the last signature did not happen
                raise
            said = dict(session.info)
        for heard in self.after_commit:
            heard(said)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The writing transaction past all services: only for the rows of a whole office that moves here."""
        with in_words(self.location), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A look at one consistent moment; it never holds up a save, and cannot write."""
        with in_words(self.location), Session(self._reader, autoflush=False, expire_on_commit=False) as session:
            session.info.update(clock=self.clock, chain=self._chain, key=None, ledger=self._ledger, desk=self._desk())
            yield session

    @contextmanager
    def read_far(self) -> Iterator[Session]:
        """A look for a report: where a server has a replica for that (``AKASHI_REPLICA``), there, a moment behind."""
        with self.read() as session:
            yield session

    def damaged(self) -> bool:
        """Whether a page of the file no longer has its own seal (SQLCipher's HMAC): found even where nothing reads it."""
        if not self.location.embedded:
            return False
        # After a power cut a page may be half in the file while it lies whole in the log: what is in the log is folded in first.
        with suppress(DBAPIError, embedded.module().DatabaseError), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        with self._reader.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            return bool(raw.execute("PRAGMA cipher_integrity_check").fetchall())

    def rewrite(self) -> bool:
        """Write the file anew from what stands in it, and fold the log in: what was deleted lies in no free page any more.

        ``False``: somebody reads, and the log could not be emptied. The copy on the way is a temporary file, encrypted as the
        office is. Raises ``WorldFault`` (locked, disk full), ``BadInput`` for a server, which does that by itself (autovacuum).
        """
        self.location.file  # noqa: B018  refuses a server
        with in_words(self.location), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None

            def said(statement: str) -> Any:
                return copying.in_words_raw(self.location, lambda: raw.execute(statement).fetchall())

            # In memory it would take as much of it as the office is large.
            said("PRAGMA temp_store = FILE")
            try:
                said("VACUUM")
            finally:
                said("PRAGMA temp_store = MEMORY")
            return not said("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]

    def copy_to(self, target: Path, progress: copying.Progress | None = None) -> Mapping[str, int]:
        """Copy one consistent moment of an embedded office, encrypted with its own key; how many rows each table has.

        Saves go on meanwhile. Raises ``WorldFault`` (disk full, folder not writable), ``BadInput`` for a server.
        """
        self.location.file  # noqa: B018  refuses a server
        return copying.copy(self._reader, self._key, target, progress)

    def listen(self, heard: Callable[[values.Heard], None], there: Callable[[bool], None]) -> "hearing.Listener | None":
        """Hear what other desks do; a file says nothing (``None``)."""

    @contextmanager
    def at_the_door(self) -> Iterator[None]:
        """While somebody signs in: under the address's own role, where the database knows people by their roles."""
        yield

    def _desk(self) -> bytes:
        """The key of what a desk seals itself; the same wherever the office moves."""
        return keys.desk_key(self._chain)

    def sign_in_as(self, login: str, password: str) -> None:
        """From now on this person works here; a server's database is told. Raises ``NotPermitted``."""

    def make_account(self, session: Session, login: str, password: str | None) -> None:
        """A person was added, or given another password: on a server their database role follows, in the caller's transaction."""

    def fit_account(self, session: Session, login: str) -> None:
        """A person was changed: on a server their database role follows, in the caller's transaction."""

    def counts(self) -> Mapping[str, int]:
        """How many rows each table has."""
        with in_words(self.location):
            return copying.counts(self._reader)

    def beside(self, path: Path) -> "Office":
        """A copy of this office at ``path``, opened with the same keys."""
        place = location.parse(path)
        writer = embedded.engine(path, self._key, reading=False)
        reader = embedded.engine(path, self._key, reading=True)
        return Office(place, self.clock, writer, reader, self._chain, self._key)

    def alone(self) -> None:
        """Make sure that nobody else has the file open, and leave it as one file. Raises ``WorldFault`` (locked)."""
        self._reader.dispose()
        with in_words(self.location), self._writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            copying.in_words_raw(self.location, lambda: raw.execute("PRAGMA journal_mode = DELETE").fetchone())

    def close(self) -> None:
        """Close every connection; an embedded office is then one file."""
        self._say_farewell()
        self._reader.dispose()
        if self.location.embedded:
            # What cannot be folded in (a full disk, somebody else inside) stays in its own file, and is folded in later.
            with suppress(DBAPIError, embedded.module().DatabaseError), self._writer.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._writer.dispose()

    def _say_farewell(self) -> None:
        """Once, however often it is closed."""
        while self.before_close:
            self.before_close.pop()()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(
    where: str | Path | Location,
    passphrase: str,
    clock: Clock | None = None,
    hardness: keys.Hardness = keys.HARD,
    chain: bytes | None = None,
) -> Office:
    """Make a new embedded office; ``chain`` is the key of a record that moves here.

    Raises ``BadInput`` when something stands there or the passphrase is empty.
    """
    place = location.parse(where)
    path = place.file
    if path.exists():
        raise BadInput("store.exists", where=path)
    if not passphrase:
        raise BadInput("store.no_passphrase", where=path)
    with in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    raw_key = keys.file_key(passphrase, os.urandom(keys.SALT_BYTES))
    chain = chain or keys.new_chain_key()
    writer = embedded.engine(path, raw_key, reading=False)
    try:
        with in_words(path):
            migrate.bring_up(writer, path)
            with Session(writer) as session, session.begin():
                settings.put(session, CHAIN_KEY, keys.wrap(chain, passphrase, hardness).as_json())
    except BaseException:
        writer.dispose()
        remove(path)
        raise
    return Office(place, clock or Clock(), writer, embedded.engine(path, raw_key, reading=True), chain, raw_key)


def open_(where: str | Path | Location, passphrase: str, clock: Clock | None = None, *, keep: bool = True) -> Office:
    """Open an embedded office, migrating it when due; before that a verified copy of it is put aside, unless ``keep`` says
    that this file is a copy itself.

    Raises ``NotFound`` (nothing there), ``NotPermitted`` (wrong passphrase), ``BadInput`` (no office, or one of a newer
    program), ``WorldFault`` (locked, unreadable).
    """
    place = location.parse(where)
    path = place.file
    raw_key = keys.file_key(passphrase, _salt(path))
    writer, reader = (embedded.engine(path, raw_key, reading=reading) for reading in (False, True))
    try:
        # Looks go through the reader: whoever only looks need not wait until a long import is over.
        _try_key(reader, path, raw_key)
        with in_words(path):
            migrate.check_is_office(reader, path)
            _bring_up(reader, writer, path, raw_key, keep)
            chain = _chain_key(reader, passphrase)
    except BaseException:
        reader.dispose()
        writer.dispose()
        raise
    return Office(place, clock or Clock(), writer, reader, chain, raw_key)


def _bring_up(reader: Engine, writer: Engine, path: Path, raw_key: str, keep: bool) -> None:
    if not migrate.due(reader, path):
        return
    if keep:
        with reader.connect() as connection:
            old = migrate.revision(connection)
        upgrading.copy_before(reader, raw_key, path, old or "")
    migrate.bring_up(writer, path)


def _salt(path: Path) -> bytes:
    if not path.exists():
        raise NotFound("store.nothing_there", where=path)
    if path.is_dir():
        raise BadInput("store.no_office", where=path)
    with in_words(path), path.open("rb") as file:
        salt = file.read(keys.SALT_BYTES)
    if len(salt) < keys.SALT_BYTES or salt.startswith(b"SQLite format 3"):
        raise BadInput("store.no_office", where=path)
    return salt


def _try_key(engine: Engine, path: Path, raw_key: str) -> None:
    """The first page decrypts, or the passphrase is another one, or that page is damaged: another page tells which."""
    try:
        engine.connect().close()
    except (DBAPIError, embedded.module().DatabaseError) as error:
        if "not a database" in str(error) and not pages.key_fits(path, raw_key):
            raise wrong_passphrase(path) from error
        fault: AkashiError | None = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


def _chain_key(engine: Engine, passphrase: str) -> bytes:
    with Session(engine) as session:
        kept = settings.get(session, CHAIN_KEY)
    if kept is None:
        raise BadInput("store.no_chain_key")
    return keys.unwrap(keys.WrappedKey(**kept), passphrase)


def remove(path: Path) -> None:
    """Take away an office that was begun and not finished."""
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)
