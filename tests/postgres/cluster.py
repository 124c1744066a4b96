"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket there, ended with the run."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

SUPER = "boss"
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
"""For what is not about durability."""


def program(name: str) -> str:
    """Where Debian keeps the program, or the path does."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name) or name


@dataclass
class Cluster:
    """``port`` 0: only a socket in ``folder``; otherwise TCP on this computer too."""

    folder: Path
    settings: Sequence[str] = QUICK
    made: int = field(default=0)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    def create(self) -> None:
        """Make and start it. Passwords are asked of everybody but the tests' own superuser."""
        self.own(self.folder)
        self.run(
            "initdb",
            "-D",
            self.data,
            "-U",
            SUPER,
            "-A",
            "trust",
            "--data-checksums",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        (self.data / "pg_hba.conf").write_text(f"local all {SUPER} trust\nlocal all all scram-sha-256\n")
        lines = [
            f"unix_socket_directories = '{self.folder}'",
            "listen_addresses = ''",
            "max_connections = 200",
            *self.settings,
        ]
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write("\n".join([*lines, "password_encryption = 'scram-sha-256'", ""]))
        self.start()

    def start(self) -> None:
        """Start and wait until it answers."""
        self.run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60", "start")

    def stop(self, how: str = "fast") -> None:
        """``immediate``: as if the power went."""
        self.run("pg_ctl", "-D", self.data, "-m", how, "-w", "-t", "60", "stop")

    def destroy(self) -> None:
        """Stop and remove it."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str, user: str = SUPER, password: str = "") -> str:
        """The address of a database; without ``user`` whoever signs in names themselves."""
        who = f"{user}:{password}@" if password else f"{user}@" if user else ""
        return f"postgresql://{who}/{database}?host={self.folder}"

    def connect(self, database: str = "postgres", user: str = SUPER, password: str = "") -> psycopg.Connection:
        """A plain connection, each statement its own transaction."""
        return psycopg.connect(
            host=str(self.folder), dbname=database, user=user, password=password or None, autocommit=True
        )

    def database(self, template: str = "template0") -> str:
        """A new database, a copy of ``template``."""
        self.made += 1
        name = f"t{self.made}_{time.monotonic_ns() % 10**9}"
        with self.connect() as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Away with a database, whoever is in it."""
        with self.connect() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def own(self, folder: Path) -> None:
        """Give a folder to who runs the server."""
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")

    def run(self, name: str, *arguments: object) -> None:
        """Run one of PostgreSQL's programs, never as root."""
        user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        done = subprocess.run(
            [program(name), *map(str, arguments)], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            cwd="/", text=True, timeout=120, **user,  # type: ignore[call-overload]  # user only where we are root
        )  # fmt: skip
        assert done.returncode == 0, f"{name}: {done.stderr}"


def new(settings: Sequence[str] = QUICK) -> Cluster:
    """A server that runs; ``destroy`` ends it."""
    made = Cluster(Path(tempfile.mkdtemp(prefix="akashi-pg-", dir="/tmp")), settings)
    try:
        made.create()
    except BaseException:
        made.destroy()
        raise
    return made
