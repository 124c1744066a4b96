"""Reports are read from a replica where one is named: a real standby, a moment behind."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.operations import consistency, offices
from models.store.clock import fixed
from models.store.serving import REPLICA
from tests import builders
from tests.postgres import cluster
from tests.postgres.cluster import Cluster

pytestmark = pytest.mark.needs("postgres")


@pytest.fixture
def pair() -> Iterator[tuple[Cluster, Cluster]]:
    first = cluster.new((*cluster.QUICK, "wal_level = replica"))
    second = Cluster(Path(tempfile.mkdtemp(prefix="akashi-pg-", dir="/tmp")))
    try:
        with (first.data / "pg_hba.conf").open("a") as hba:
            hba.write(f"local replication {cluster.SUPER} trust\n")
        first.run("pg_ctl", "-D", first.data, "reload")
        second.own(second.folder)
        second.run(
            "pg_basebackup",
            "-h",
            first.folder,
            "-U",
            cluster.SUPER,
            "-D",
            second.data,
            "-R",
            "-X",
            "stream",
            "-c",
            "fast",
        )
        with (second.data / "postgresql.conf").open("a") as conf:
            conf.write(f"unix_socket_directories = '{second.folder}'\n")
        second.start()
        yield first, second
    finally:
        second.destroy()
        first.destroy()
        shutil.rmtree(second.folder, ignore_errors=True)


def test_reports_are_read_from_the_replica(pair: tuple[Cluster, Cluster], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = pair
    name = first.database()
    with offices.create(first.url(name), "", "試験局", fixed(builders.NOON), signed=False) as office:
        builders.furnish(office)
        builders.ready_case(office)
        monkeypatch.setenv(REPLICA, second.url(name))
        end = time.monotonic() + 20
        seen = 0
        while seen != 1 and time.monotonic() < end:
            try:
                with office.read_far() as session:
                    assert session.execute(text("SELECT pg_is_in_recovery()")).scalar_one()
                    seen = session.execute(text('SELECT count(*) FROM akashi."case"')).scalar_one()
            except Exception:  # noqa: BLE001  the database itself has not arrived yet
                time.sleep(0.2)
        assert seen == 1
        consistency.gather(office, builders.SUPERVISOR)
