"""Backups of a server office with PostgreSQL's own programs: ``pg_dump`` and ``pg_restore``."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import URL

from models.errors import BadInput, WorldFault
from models.store import protection, server, serving
from models.store.faults import in_words
from models.store.location import Location
from models.store.protection import Charter
from models.store.server import quoted
from models.store.serving import ServerOffice

SCHEMAS = (server.SCHEMA, "akashi_key")
_ENV = {"host": "PGHOST", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD"}


def dump(office: ServerOffice, target: Path) -> None:
    """Write the whole office into ``target`` in PostgreSQL's custom format, at one moment; saves go on meanwhile.

    The file holds the key of the chain and is not encrypted: it belongs where the server's own data are kept. Raises
    ``BadInput`` (no ``pg_dump`` here, or an address that is not the console's), ``WorldFault``.
    """
    if office.console is None:
        raise BadInput("store.console_only", where=office.location)
    schemas = [f"--schema={each}" for each in SCHEMAS]
    _run("pg_dump", office.url, ["--format=custom", f"--role={office.console}", *schemas, f"--file={target}"])


def tables_in(path: Path) -> int:
    """How many tables' rows a dump holds, read back from the file. Raises ``WorldFault`` when it cannot be read."""
    said = _run("pg_restore", None, ["--list", str(path)])
    return sum(" TABLE DATA " in line for line in said.splitlines())


def restore(path: Path, where: Location, charter: Callable[[bool], Charter]) -> None:
    """Make an office of a dump in an empty database: rows, functions and key as they were, roles and grants of this database.

    People get their database roles again when they next sign in through the console's address, or with a new password.
    Raises ``BadInput`` when an office stands there already, ``WorldFault``.
    """
    url = server.url_of(where.url or "")
    serving.load_tables()
    engine = server.bare_engine(url)
    try:
        with in_words(where):
            prefix = serving.set_up(engine, where, charter(False))
            with engine.begin() as connection:
                connection.exec_driver_sql("DROP SCHEMA akashi; DROP SCHEMA akashi_key")
                database = connection.exec_driver_sql("SELECT current_database()").scalar_one()
                owner = server.owner_of(prefix)
                connection.exec_driver_sql(f"GRANT CREATE ON DATABASE {quoted(database)} TO {quoted(owner)}")
        options = ["--no-owner", "--no-acl", f"--role={owner}", "--exit-on-error", "--single-transaction"]
        _run("pg_restore", url, [*options, f"--dbname={database}", str(path)])
        with in_words(where):
            with engine.begin() as connection:
                connection.exec_driver_sql(f"SET LOCAL ROLE {protection.owner(prefix)}")
                connection.exec_driver_sql("DELETE FROM akashi_key.account")
                by_unit = connection.exec_driver_sql("SELECT 1 FROM akashi_key.note WHERE name = 'by_unit'").first()
            serving.bring_up(engine, charter(by_unit is not None), prefix)
    finally:
        engine.dispose()


def _run(program: str, url: URL | None, options: Sequence[str]) -> str:
    found = _found(program)
    env = dict(os.environ)
    if url is not None:
        reach = server.reach(url)
        env.update({_ENV[name]: value for name, value in reach.items() if name in _ENV})
    done = subprocess.run([found, "--no-password", *options] if url is not None else [found, *options],
                          env=env, capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode != 0:
        raise WorldFault("store.program_failed", program=program, what=done.stderr.strip().splitlines()[-1:] or "")
    return done.stdout


def _found(program: str) -> str:
    """On the path, or where Debian keeps it. Raises ``BadInput``."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    found = str(kept[-1]) if kept else shutil.which(program)
    if found is None:
        raise BadInput("store.no_program", program=program)
    return found
