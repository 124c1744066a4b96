"""What the server itself refused comes into the record from the server's log: who, when, why, once; never the statement."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.operations import offices, people, records, serverlog
from models.errors import BadInput, NotFound, NotPermitted
from models.people.values import CONSOLE
from models.store import serverlog as log
from tests import builders
from tests.postgres import cluster
from tests.postgres.cluster import Cluster

JSON = (
    '{"timestamp":"2026-11-23 04:00:00.1 UTC","user":"o.e1","dbname":"akashi","session_id":"6a.1","line_num":3,'
    '"error_severity":"ERROR","state_code":"AK001","message":"may not record: countersigned","detail":"as examiner1",'
    '"statement":"SELECT akashi.append(\'山田\')"}\n'
    '{"timestamp":"2026-11-23 04:00:01.1 UTC","user":"o.e1","dbname":"other","session_id":"6a.2","line_num":1,"state_code":"42501"}\n'
    '{"timestamp":"2026-11-23 04:00:02.1 UTC","user":"o.e1","dbname":"akashi","session_id":"6a.1","line_num":4,"state_code":"22012"}\n'
)
CSV = (
    "2026-11-23 04:00:00.1 UTC,o.e1,akashi,7,[local],6a.1,3,UPDATE,2026-11-23 03:00:00 UTC,1/1,0,ERROR,42501,"
    '"permission denied for table ""event""",,,,,,"UPDATE event\nSET who = 1",,,psql,client backend,,0\n'
)


OTHERS = (
    "2026-11-23 04:00:00.1 UTC [7] LOG:  checkpoint complete: wrote 3 buffers, 0 added\n",
    "2026-11-23 04:00:00.1 UTC,o.e1,akashi,42501\n",
    '2026-11-23 04:00:00.1 UTC,"o.e1"x,akashi,42501\n',
    '2026-11-23 04:00:00.1 UTC,"o.e1,akashi,42501\n',
)


def test_both_forms_of_a_log_are_read() -> None:
    (one,) = log.refusals(JSON.splitlines(keepends=True), "akashi")
    assert one == log.Refused(
        "6a.1.3", "2026-11-23 04:00:00.1 UTC", "o.e1", "examiner1", "AK001", "may not record: countersigned"
    )
    (other,) = log.refusals(CSV.splitlines(keepends=True), "akashi")
    assert (other.line, other.login, other.state, other.why) == (
        "6a.1.3", "", "42501", 'permission denied for table "event"',
    )  # fmt: skip
    assert list(log.refusals([], "akashi")) == []


def test_a_statement_of_any_length_is_no_other_form(monkeypatch: pytest.MonkeyPatch) -> None:
    long = CSV.replace("SET who = 1", 'SET who = "",""\n' * 20_000).splitlines(keepends=True)
    assert sum(map(len, long)) > 2 * csv.field_size_limit()
    assert [each.line for each in log.refusals([*long, "\r\n", *long], "akashi")] == ["6a.1.3"] * 2
    monkeypatch.setattr(log, "MOST", 1_000)
    with pytest.raises(log.TooLong) as found:
        list(log.refusals([CSV, *long], "akashi"))
    assert found.value.line == 2


@pytest.mark.parametrize("text", ["LOG:  database system is ready", "[1]\n", "{\n", "{}\n[1]\n", *OTHERS])
def test_another_log_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"no (json|csv)log"):
        list(log.refusals([text], "akashi"))


def test_a_file_has_no_server(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office, pytest.raises(BadInput, match="server"):
        serverlog.take(office, tmp_path / "log.json")


@pytest.fixture
def server() -> Iterator[Cluster]:
    """A server that keeps a log as JSON."""
    made = cluster.new(
        (*cluster.QUICK, "logging_collector = on", "log_destination = 'jsonlog'", "log_file_mode = 0644")
    )
    try:
        yield made
    finally:
        made.destroy()


@pytest.mark.prove
@pytest.mark.needs("postgres")
def test_raw_sql_that_was_refused_stands_in_the_record(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = server.database()
    where = server.url(database)
    with offices.create(where, "", "試験局", builders.MADE, signed=False) as made:
        builders.furnish(made)
        builders.ready_case(made)
    with server.connect(database) as hand:
        (role,) = hand.execute("SELECT role FROM akashi_key.account WHERE login = 'auditor1'").fetchone() or ("",)
    with server.connect(database, role, builders.PASSWORD) as own:
        for tried in (
            "UPDATE akashi.event SET who = '山田'",
            "DELETE FROM akashi.finding",
            "SELECT * FROM akashi_key.chain",
        ):
            with pytest.raises(psycopg.Error):
                own.execute(tried)
    (file,) = (server.data / "log").glob("*.json")
    mine = tmp_path / "log.json"
    until = time.monotonic() + 10
    while file.read_text(encoding="utf-8").count('"42501"') < 3 and time.monotonic() < until:
        time.sleep(0.05)  # the server's collector writes its log by itself, a moment later
    mine.write_bytes(file.read_bytes())
    with offices.open_(where, "", builders.MADE) as office:
        taken = serverlog.take(office, mine)
        assert taken.found == taken.new == 3
        assert serverlog.take(office, mine) == (3, 0)
        told = records.page(office, CONSOLE, size=3)
        assert {each.kind for each in told} == {"refused"}
        assert {(each.content["login"], each.content["role"]) for each in told} == {("auditor1", "auditor")}
        assert "山田" not in json.dumps([dict(each.content) for each in told], ensure_ascii=False)
        assert records.verify(office).ok
        with pytest.raises(NotFound):
            serverlog.take(office, tmp_path / "none.json")
        monkeypatch.setattr(log, "MOST", 9)
        (tmp_path / "log.csv").write_text(CSV, encoding="utf-8")
        with pytest.raises(BadInput, match=r"line 1 .*9 characters|1行目"):
            serverlog.take(office, tmp_path / "log.csv")
        people.sign_in(office, "admin1", builders.PASSWORD)
        with pytest.raises(NotPermitted, match="console"):
            serverlog.take(office, mine)
