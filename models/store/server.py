"""The office on a PostgreSQL server: how it is reached, under which database role, and what the roles are called.

Everything lies in the schema ``akashi``. Its owner is a role that nobody can log in as. Each person of the office has a database
role of their own; whoever signs in works under it, so that the database itself knows who acts.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection

SCHEMA = "akashi"
LOCK_MS = 5_000
CONNECT_SECONDS = 5
WRITERS = READERS = 4
ONE_WRITER = 0x414B4153
"""The lock that a writing transaction takes first: acts follow one another, as on a file. The chain orders them anyway."""
LONGEST_NAME = 63
OWNER = "owner"
_OPTIONS = f"-csearch_path={SCHEMA},pg_temp -clock_timeout={LOCK_MS} -cdatestyle=ISO -ctimezone=UTC"
_REACH = {
    "connect_timeout": CONNECT_SECONDS, "keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 5,
    "keepalives_count": 3, "application_name": "akashi", "options": _OPTIONS,
}  # fmt: skip


@dataclass(slots=True)
class Identity:
    """The database role that transactions run under. ``None``: the role that the connection logged in as."""

    role: str | None = None
    person: str | None = None
    """The login of the person whose role that is; ``None``: the office's own console."""


def url_of(where: str) -> URL:
    """The address for SQLAlchemy, whatever spelling it came in."""
    return make_url(where).set(drivername="postgresql+psycopg")


def reach(url: URL) -> dict[str, Any]:
    """The address in the words of libpq, for a connection of its own."""
    parts = {"host": url.host, "port": url.port, "dbname": url.database, "user": url.username, "password": url.password}
    return {**{name: str(part) for name, part in parts.items() if part is not None}, **url.query}


def engine(url: URL, identity: Identity, *, reading: bool) -> Engine:
    """A pool of connections. A reader sees one consistent moment and cannot write; a writer writes alone."""
    made = create_engine(
        url,
        connect_args=dict(_REACH),
        pool_pre_ping=True,
        pool_timeout=30,
        pool_size=READERS if reading else WRITERS,
        max_overflow=8,
        isolation_level="REPEATABLE READ" if reading else "READ COMMITTED",
    )

    def begin(connection: Connection) -> None:
        first = [] if identity.role is None else [f"SET LOCAL ROLE {quoted(identity.role)}"]
        first.append("SET TRANSACTION READ ONLY" if reading else f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
        connection.exec_driver_sql("; ".join(first))

    event.listen(made, "begin", begin)
    if reading:
        event.listen(made, "before_cursor_execute", _without_lock, retval=True)
    return made


def _without_lock(
    _connection: Connection, _cursor: object, statement: str, parameters: object, _context: object, _many: bool
) -> tuple[str, object]:
    """A look locks no row, as on a file: who only reads may ask through the same words as who writes."""
    return statement.removesuffix(" SKIP LOCKED").removesuffix(" FOR UPDATE"), parameters


def bare_engine(url: URL) -> Engine:
    """A pool without any of that: for setting an office up, under the role that the address names."""
    return create_engine(url, connect_args=dict(_REACH), pool_size=1, max_overflow=2, pool_pre_ping=True)


def role_name(prefix: str, name: str, mark: str = ".") -> str:
    """The database role of a person (``prefix.login``) or of a job (``prefix:examiner``): roles belong to the whole server,
    so they carry the office's own prefix."""
    whole = f"{prefix}{mark}{name}"
    if len(whole.encode()) <= LONGEST_NAME:
        return whole
    return f"{prefix[:24]}{mark}{sha256(whole.encode()).hexdigest()[:16]}"


def owner_of(prefix: str) -> str:
    """The role that everything belongs to; nobody can log in as it."""
    return role_name(prefix, OWNER, ":")


def quoted(name: str) -> str:
    """A name as SQL writes it. Raises ``ValueError`` for one that no database takes."""
    if "\0" in name or not name:
        raise ValueError("no name")
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL writes it, backslashes or not."""
    if "\0" in text:
        raise ValueError("no text")
    return (
        "'" + text.replace("'", "''") + "'"
        if "\\" not in text
        else "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
    )
