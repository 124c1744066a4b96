"""The office handle: one place that writes, a few that read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Session  # noqa: PLC0414  named on, for operations that pass it along

from models.errors import AkashiError, BadInput, NotFound
from models.store import embedded, keys, location, migrate, pages, settings
from models.store.clock import Clock
from models.store.faults import fault_of, in_words, wrong_passphrase
from models.store.location import Location

CHAIN_KEY = "chain.key"


class Office:
    """An open office. ``begin`` writes (one at a time), ``read`` looks on a connection of its own."""

    def __init__(self, where: Location, clock: Clock, writer: Engine, reader: Engine, chain: bytes) -> None:
        self.location = where
        self.clock = clock
        self._writer = writer
        self._reader = reader
        self._chain = chain

    @contextmanager
    def begin(self, key: str | None = None) -> Iterator[Session]:
        """The writing transaction: all of the block or nothing.

        ``session.info`` carries ``clock``, ``chain`` (the chain key) and ``key`` (the idempotency key of the command).
        Raises ``WorldFault`` when the database is locked, full or away.
        """
        with in_words(self.location), Session(self._writer, expire_on_commit=False) as session:
            session.info.update(clock=self.clock, chain=self._chain, key=key)
            with session.begin():
                yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A look at one consistent moment; it never holds up a save, and cannot write."""
        with in_words(self.location), Session(self._reader, autoflush=False, expire_on_commit=False) as session:
            session.info.update(clock=self.clock, chain=self._chain, key=None)
            yield session

    def damaged(self) -> bool:
        """Whether a page of the file no longer has its own seal (SQLCipher's HMAC): found even where nothing reads it."""
        if not self.location.embedded:
            return False
        with self._reader.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            return bool(raw.execute("PRAGMA cipher_integrity_check").fetchall())

    def close(self) -> None:
        """Close every connection; an embedded office is then one file."""
        self._reader.dispose()
        if self.location.embedded:
            with suppress(DBAPIError), self._writer.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(
    where: str | Path | Location, passphrase: str, clock: Clock | None = None, hardness: keys.Hardness = keys.HARD
) -> Office:
    """Make a new embedded office. Raises ``BadInput`` when something stands there or the passphrase is empty."""
    place = location.parse(where)
    path = place.file
    if path.exists():
        raise BadInput("store.exists", where=path)
    if not passphrase:
        raise BadInput("store.no_passphrase", where=path)
    with in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    raw_key = keys.file_key(passphrase, os.urandom(keys.SALT_BYTES))
    chain = keys.new_chain_key()
    writer = embedded.engine(path, raw_key, reading=False)
    try:
        with in_words(path):
            migrate.bring_up(writer, path)
            with Session(writer) as session, session.begin():
                settings.put(session, CHAIN_KEY, keys.wrap(chain, passphrase, hardness).as_json())
    except BaseException:
        writer.dispose()
        _remove(path)
        raise
    return Office(place, clock or Clock(), writer, embedded.engine(path, raw_key, reading=True), chain)


def open_(where: str | Path | Location, passphrase: str, clock: Clock | None = None) -> Office:
    """Open an embedded office, migrating it when due.

    Raises ``NotFound`` (nothing there), ``NotPermitted`` (wrong passphrase), ``BadInput`` (no office, or one of a newer
    program), ``WorldFault`` (locked, unreadable).
    """
    place = location.parse(where)
    path = place.file
    raw_key = keys.file_key(passphrase, _salt(path))
    writer = embedded.engine(path, raw_key, reading=False)
    try:
        _try_key(writer, path, raw_key)
        with in_words(path):
            migrate.check_is_office(writer, path)
            migrate.bring_up(writer, path)
            chain = _chain_key(writer, passphrase)
    except BaseException:
        writer.dispose()
        raise
    return Office(place, clock or Clock(), writer, embedded.engine(path, raw_key, reading=True), chain)


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


def _try_key(writer: Engine, path: Path, raw_key: str) -> None:
    """The first page decrypts, or the passphrase is another one, or that page is damaged: another page tells which."""
    try:
        writer.connect().close()
    except (DBAPIError, embedded.module().DatabaseError) as error:
        if "not a database" in str(error) and not pages.key_fits(path, raw_key):
            raise wrong_passphrase(path) from error
        fault: AkashiError | None = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


def _chain_key(writer: Engine, passphrase: str) -> bytes:
    with Session(writer) as session:
        kept = settings.get(session, CHAIN_KEY)
    if kept is None:
        raise BadInput("store.no_chain_key")
    return keys.unwrap(keys.WrappedKey(**kept), passphrase)


def _remove(path: Path) -> None:
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)
