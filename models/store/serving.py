"""Set up and open an office on a server."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from sqlalchemy import URL, Connection, Engine, func, inspect, select, text
from sqlalchemy.orm import Session

import models
from models.errors import BadInput, NotFound, NotPermitted
from models.store import copying, keys, migrate, protection, server
from models.store.clock import Clock
from models.store.faults import in_words
from models.store.hearing import Listener
from models.store.ledger import Ledger
from models.store.location import Location
from models.store.office import Office
from models.store.protection import Charter
from models.store.server import Identity, quoted
from models.store.told import table_of
from models.store.values import Heard

_BLOCK = 64
REPLICA = "AKASHI_REPLICA"
"""Names the address of a replica that reports are read from; without a role in it, one's own."""
JOBS = (protection.PEOPLE,)


class ServerOffice(Office):
    """An open office on a server. Until somebody signs in, work is done under the role of the address."""

    def __init__(
        self, where: Location, clock: Clock, engines: tuple[Engine, Engine], identity: Identity, url: URL
    ) -> None:
        super().__init__(where, clock, *engines, b"")
        self.identity = identity
        self.url = url
        self._ledger = Ledger()
        self._far: Engine | None = None
        self.console = identity.role
        # A key of the desks for what they seal themselves (anchors, packets); the chain's own stays in the database.
        with self.read() as session:
            self._chain = bytes(session.execute(text("SELECT akashi.desk_key()")).scalar_one())

    @property
    def person(self) -> str | None:
        """Whose role work is done under; ``None``: the console's."""
        return self.identity.person

    @contextmanager
    def read_far(self) -> Iterator[Session]:
        """A look for a report: at the replica, where one is named."""
        named = os.environ.get(REPLICA)
        if not named:
            with self.read() as session:
                yield session
            return
        if self._far is None:
            url = server.url_of(named)
            own = url if url.username else url.set(username=self.url.username, password=self.url.password)
            self._far = server.engine(own, self.identity, reading=True)
        with in_words(named), Session(self._far, autoflush=False, expire_on_commit=False) as session:
            session.info.update(clock=self.clock, chain=self._chain, key=None, ledger=self._ledger, desk=self._desk())
            yield session

    def listen(self, heard: Callable[[Heard], None], there: Callable[[bool], None]) -> Listener:
        """Hear what other desks do."""
        return Listener(self.url, heard, there)

    @contextmanager
    def at_the_door(self) -> Iterator[None]:
        """While somebody signs in: under the console, where the address is it. Who was there stays if nobody comes in."""
        before = replace(self.identity)
        if self.console is not None:
            self.identity.role, self.identity.person = self.console, None
        try:
            yield
        except BaseException:
            self.identity.role, self.identity.person = before.role, before.person
            raise

    def sign_in_as(self, login: str, password: str) -> None:
        """From now on work under this person's database role. Raises ``NotPermitted`` when they have none, or when the
        address is another person's.
        """
        if self.identity.person == login:
            return
        if self.identity.person is not None:
            raise NotPermitted("store.another_person", login=login, person=self.identity.person)
        with self.begin() as session:
            asked = text("SELECT akashi.account(:who)")
            if session.execute(asked, {"who": login}).scalar_one() is None:
                self.make_account(session, login, password)
            role = session.execute(asked, {"who": login}).scalar_one()
        self.identity.role, self.identity.person = role, login

    def make_account(self, session: Session, login: str, password: str | None) -> None:
        """Give a person their database role, in the caller's transaction; ``None`` leaves the password as it is."""
        verifier = None if password is None else _verifier(session, login, password)
        session.execute(text("SELECT akashi.make_account(:who, :said)"), {"who": login, "said": verifier})

    def roles_of(self, session: Session, logins: Iterable[str]) -> Mapping[str, str]:
        """Whose database role is whose: logins by role."""
        asked = text("SELECT akashi.account(:who)")
        found = ((session.execute(asked, {"who": each}).scalar_one(), each) for each in logins)
        return {role: login for role, login in found if role}

    def fit_account(self, session: Session, login: str) -> None:
        """After a change of a person: their database role follows."""
        session.execute(text("SELECT akashi.fit_account(:who)"), {"who": login})

    def _desk(self) -> bytes:
        return self._chain

    def counts(self) -> Mapping[str, int]:
        """How many rows each table has."""
        with self.read() as session:
            there = inspect(session.connection()).get_table_names(server.SCHEMA)
            held = [table_of(row) for row in protection.rows() if row.__tablename__ in there]
            return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in held}

    def damaged(self) -> bool:
        """A server looks after its own pages (checksums)."""
        return False

    def copy_to(self, _target: Path, _progress: copying.Progress | None = None) -> Mapping[str, int]:
        """Raises ``BadInput``: the server's own backups, or ``pg_dump``."""
        raise BadInput("store.server_backup", where=self.location)

    def close(self) -> None:
        """Close every connection."""
        self._say_farewell()
        if self._far is not None:
            self._far.dispose()
        self._reader.dispose()
        self._writer.dispose()


def load_tables() -> None:
    """Every table of every room, known to the base."""
    for found in walk_packages(models.__path__, "models."):
        if found.name.endswith(".tables"):
            import_module(found.name)


def create(where: Location, charter: Charter, clock: Clock | None = None, chain: bytes | None = None) -> ServerOffice:
    """Set up an office in an empty database: schema, owner, roles, grants; ``chain`` is the key of a record that moves here.

    The address names a role that may make roles and create in the database. Raises ``BadInput`` when an office is there
    already, ``NotPermitted``, ``WorldFault``.
    """
    url = server.url_of(where.url or "")
    load_tables()
    engine = server.bare_engine(url)
    try:
        with in_words(where):
            prefix = set_up(engine, where, charter)
            bring_up(engine, charter, prefix, chain or keys.new_chain_key())
    finally:
        engine.dispose()
    return open_(where, clock)


def remove(where: Location) -> None:
    """Take away an office that was begun and not finished: its schema and roles, nothing else of the database."""
    engine = server.bare_engine(server.url_of(where.url or ""))
    try:
        with in_words(where), engine.begin() as connection:
            owner = connection.execute(
                text(
                    "SELECT rolname FROM pg_roles r JOIN pg_namespace n ON n.nspowner = r.oid WHERE n.nspname = 'akashi_key'"
                )
            ).scalar_one_or_none()
            made = connection.execute(text("SELECT role FROM akashi_key.account")).scalars().all() if owner else []
            connection.exec_driver_sql("DROP SCHEMA IF EXISTS akashi CASCADE; DROP SCHEMA IF EXISTS akashi_key CASCADE")
            for role in made:
                connection.exec_driver_sql(f"DROP ROLE IF EXISTS {quoted(role)}")
    finally:
        engine.dispose()


def set_up(engine: Engine, where: Location, charter: Charter) -> str:
    """Roles and empty schemas in a database that has no office; the prefix of its roles. Raises ``BadInput``."""
    with engine.begin() as connection:
        if inspect(connection).has_schema(server.SCHEMA):
            raise BadInput("store.exists", where=where)
        prefix = str(connection.execute(text("SELECT current_database()")).scalar_one())
        owner = server.owner_of(prefix)
        _make_role(connection, owner, "NOLOGIN CREATEROLE")
        connection.exec_driver_sql(f"GRANT {quoted(owner)} TO CURRENT_USER")
        for job in (*JOBS, *charter.may):
            role = server.role_name(prefix, job, ":")
            _make_role(connection, role, "NOLOGIN")
            connection.exec_driver_sql(f"GRANT {quoted(role)} TO {quoted(owner)} WITH ADMIN OPTION")
        for role in charter.may:
            people, own = (quoted(server.role_name(prefix, each, ":")) for each in (protection.PEOPLE, role))
            connection.exec_driver_sql(f"GRANT {people} TO {own}")
        for schema in (server.SCHEMA, "akashi_key"):
            connection.exec_driver_sql(f"CREATE SCHEMA {schema} AUTHORIZATION {quoted(owner)}")
    return prefix


def _run(connection: Connection, statements: str) -> None:
    """Statements as they are: a percent sign in a function is none of a parameter."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute(statements)


def _make_role(connection: Connection, name: str, what: str) -> None:
    """A role of the server; one that a former office of this database left behind is used again."""
    there = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name}).first()
    connection.exec_driver_sql(f"{'ALTER' if there else 'CREATE'} ROLE {quoted(name)} {what}")


def bring_up(engine: Engine, charter: Charter, prefix: str, chain: bytes | None = None) -> None:
    """Bring schema and protection to this program's; as the owner."""
    owner = protection.owner(prefix)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SET ROLE {owner}")
        connection.commit()
        migrate.upgrade(connection)
        with connection.begin():
            there = frozenset(inspect(connection).get_table_names(server.SCHEMA))
            for each in protection.statements(charter, prefix, there):
                _run(connection, each)
            mark = protection.digest(charter, prefix)
            if charter.by_unit:
                connection.exec_driver_sql(
                    "INSERT INTO akashi_key.note VALUES ('by_unit', 'yes') ON CONFLICT DO NOTHING"
                )
            connection.exec_driver_sql("DELETE FROM akashi_key.note WHERE name = 'protection'")
            connection.execute(text("INSERT INTO akashi_key.note VALUES ('protection', :mark)"), {"mark": mark})
            if chain is not None:
                put_key(connection, chain)
        connection.exec_driver_sql("RESET ROLE")
        connection.commit()


def put_key(connection: Connection, chain: bytes) -> None:
    """Lay the chain's key where only the owner's functions reach it: padded for HMAC, and the key of the desks from it."""
    padded = chain.ljust(_BLOCK, b"\0")
    inner, outer = (bytes(byte ^ pad for byte in padded) for pad in (0x36, 0x5C))
    desk = keys.desk_key(chain)
    connection.execute(text("DELETE FROM akashi_key.chain"))
    connection.execute(
        text("INSERT INTO akashi_key.chain VALUES (1, :inner, :outer, :desk)"),
        {"inner": inner, "outer": outer, "desk": desk},
    )


def taken_key(connection: Connection) -> bytes:
    """The chain's key, for who moves the office away."""
    block = bytes(connection.execute(text("SELECT inner_block FROM akashi_key.chain")).scalar_one())
    return bytes(byte ^ 0x36 for byte in block)[:32]


def open_(
    where: Location,
    clock: Clock | None = None,
    charter: Callable[[bool], Charter] | None = None,
    login: str = "",
    password: str = "",
) -> ServerOffice:
    """Open an office on a server.

    Where the address names no role, ``login`` and ``password`` are the person's own. With a ``charter``, an office whose schema or
    protection is older is brought up, when the address may. Raises ``NotFound`` (no office there), ``NotPermitted``
    (login, password), ``BadInput`` (another version of the program), ``WorldFault`` (the server is away).
    """
    url = server.url_of(where.url or "")
    identity = Identity()
    if not url.username and login:
        database = url.database or ""
        url = url.set(username=server.role_name(database, login), password=password)
    engines = (server.engine(url, identity, reading=False), server.engine(url, identity, reading=True))
    try:
        with in_words(where):
            _look(engines[1], where)
            prefix = _own_role(engines[1], identity)
            if prefix is not None and charter is not None:
                _bring_up_when_due(url, where, charter, prefix)
            _check_version(engines[1], where)
        return ServerOffice(where, clock or Clock(), engines, identity, url)
    except BaseException:
        for each in engines:
            each.dispose()
        raise


def _look(engine: Engine, where: Location) -> None:
    with engine.connect() as connection:
        if not inspect(connection).has_schema(server.SCHEMA):
            raise NotFound("store.nothing_there", where=where)


def _own_role(engine: Engine, identity: Identity) -> str | None:
    """Who the address is: a person of the office, or its console (then the office's prefix)."""
    with engine.connect() as connection:
        name = connection.execute(
            text(
                "SELECT rolname FROM pg_roles r JOIN pg_namespace n ON n.nspowner = r.oid WHERE n.nspname = 'akashi_key'"
            )
        ).scalar_one()
        console = connection.execute(
            text("SELECT pg_has_role(session_user, :owner, 'MEMBER')"), {"owner": name}
        ).scalar_one()
        if console:
            identity.role = str(name)
            return str(name).removesuffix(":" + server.OWNER)
        identity.person = connection.execute(text("SELECT akashi.me()")).scalar_one()
    return None


def _bring_up_when_due(url: URL, where: Location, rules: Callable[[bool], Charter], prefix: str) -> None:
    load_tables()
    engine = server.bare_engine(url)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"SET ROLE {protection.owner(prefix)}")
            asked = text("SELECT value FROM akashi_key.note WHERE name = 'protection'")
            mark = connection.execute(asked).scalar_one_or_none()
            by_unit = (
                connection.execute(text("SELECT 1 FROM akashi_key.note WHERE name = 'by_unit'")).first() is not None
            )
        charter = rules(by_unit)
        if migrate.due(engine, where) or mark != protection.digest(charter, prefix):
            bring_up(engine, charter, prefix)
    finally:
        engine.dispose()


def _check_version(engine: Engine, where: Location) -> None:
    if migrate.due(engine, where):
        raise BadInput("store.server_older", where=where, known=migrate.HEAD)


def _verifier(session: Session, login: str, password: str) -> str:
    """The password as PostgreSQL keeps it (SCRAM-SHA-256): the server never sees the password itself."""
    raw = session.connection().connection.driver_connection
    assert raw is not None
    said: bytes = raw.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return said.decode()
