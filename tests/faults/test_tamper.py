"""Who changes the office behind the program's back is found: the first broken event, how, and of which case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import records as operations
from models.decisions import service as decisions
from models.decisions.values import GateResult, Outcome
from models.letters.tables import LetterNumberRow, LetterRow
from models.letters.values import IssuedLetter
from models.records import chain
from models.records import service as records
from models.records.values import Broken
from models.store.office import Office
from tests import builders
from tests.faults import raw

Edit = Callable[[Any], object]


def sql(*statements: str) -> Edit:
    def run(connection: Any) -> None:
        for each in statements:
            connection.execute(each)

    return run


def letter_row(seq: int) -> LetterRow:
    """A sealed letter, as the issuing operation writes it."""
    values: dict[str, Any] = {
        "id": "L-1", "case_id": "A-001", "language": "ja", "format": "pdf", "number": "東永-1", "sha256": "ab" * 32,
        "content": b"%PDF the sealed bytes", "content_digest": "cd" * 32, "check_number": "0123456789ABCDEF",
        "decided_on": builders.TODAY, "dispatched_on": builders.TODAY, "issued_at": builders.NOON,
        "issued_by": "supervisor1", "seq": seq,
    }  # fmt: skip
    known = {column.key for column in LetterRow.__table__.columns}
    return LetterRow(**{name: value for name, value in values.items() if name in known})


def decide(office: Office) -> None:
    """Findings, proposal, countersignature and a letter on A-001."""
    case_ops.take(office, builders.EXAMINER, "A-001")
    builders.find_all(office)
    with office.begin() as session:
        decisions.propose(session, builders.EXAMINER, "A-001", Outcome.GRANT, "総合すると相当。", GateResult(()))
        seen = records.last_act(session, "A-001")
        decisions.countersign(session, builders.SUPERVISOR, "A-001", "cd" * 32, seen)
    with office.begin() as session:
        row = letter_row(1)
        session.add_all([row, LetterNumberRow(year=builders.TODAY.year, last=1)])
        letter = IssuedLetter("A-001", "ja", "pdf", "東永-1", "ab" * 32, b"", 1)
        decisions.mark_issued(session, builders.SUPERVISOR, "A-001", [letter], [row])


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a decided case and two others; made once, copied for each hand."""
    folder = tmp_path_factory.mktemp("decided")
    with builders.office(folder) as office:
        builders.ready_case(office)
        decide(office)
        builders.ready_case(office, "A-002")
        case_ops.take(office, builders.EXAMINER, "A-002")
        assert operations.verify(office).ok
    return folder / "office.akashi"


def broken_by(decided: Path, folder: Path, edit: Edit) -> Broken | None:
    path = folder / "touched.akashi"
    path.write_bytes(decided.read_bytes())
    with raw.opened(path) as connection:
        edit(connection)
    with builders.opened(path) as office:
        return operations.verify(office).first_broken


def seq_of(decided: Path, kind: str, nth: int = 0) -> int:
    with raw.opened(decided) as connection:
        return int(connection.execute("SELECT seq FROM event WHERE kind = ? ORDER BY seq", (kind,)).fetchall()[nth][0])


SWAP = """UPDATE event SET {0} = CASE seq WHEN 12 THEN (SELECT {0} FROM event WHERE seq = 13)
          ELSE (SELECT {0} FROM event WHERE seq = 12) END WHERE seq IN (12, 13)"""
ALL = "at who kind case_id content link".split()
SWAPPED = (
    "CREATE TEMP TABLE old AS SELECT * FROM event WHERE seq IN (12, 13)",
    "DELETE FROM event WHERE seq IN (12, 13)",
    "INSERT INTO event SELECT 25 - seq, at, who, kind, case_id, content, link FROM old",
)
CUT = "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"
HEAD_BACK = (
    "UPDATE chain_head SET seq = (SELECT max(seq) FROM event), "
    "link = (SELECT link FROM event ORDER BY seq DESC LIMIT 1)"
)

CHAIN = {
    "content changed": (sql("UPDATE event SET content = replace(content, 'met', 'not_met') WHERE seq = 20"), 20, "changed"),
    "who changed": (sql("UPDATE event SET who = 'examiner2' WHERE seq = 20"), 20, "changed"),
    "kind changed": (sql("UPDATE event SET kind = 'viewed' WHERE seq = 20"), 20, "changed"),
    "case changed": (sql("UPDATE event SET case_id = 'A-002' WHERE seq = 20"), 20, "changed"),
    "moment changed": (sql("UPDATE event SET at = replace(at, '2026', '2025') WHERE seq = 20"), 20, "changed"),
    "link changed": (sql("UPDATE event SET link = replace(link, substr(link, 1, 1), 'g') WHERE seq = 20"), 20, "changed"),
    "made bytes": (
        sql("UPDATE event SET kind = CAST(kind AS BLOB), case_id = CAST(case_id AS BLOB), content = CAST(content AS BLOB) "
            "WHERE seq = 20"),
        20, "changed",
    ),
    "one taken out": (sql("DELETE FROM event WHERE seq = 20"), 20, "missing"),
    "first taken out": (sql("DELETE FROM event WHERE seq = 1"), 1, "missing"),
    "gap closed": (
        sql("DELETE FROM event WHERE seq = 12", "UPDATE event SET seq = -seq WHERE seq > 12",
            "UPDATE event SET seq = -seq - 1 WHERE seq < 0"),
        12, "changed",
    ),
    "two swapped": (sql(*SWAPPED), 12, "reordered"),
    "what two say swapped": (
        sql("CREATE TEMP TABLE old AS SELECT * FROM event WHERE seq IN (12, 13)",
            *[f"UPDATE event SET {c} = (SELECT {c} FROM old WHERE old.seq = 25 - event.seq) WHERE seq IN (12, 13)"
              for c in ALL[:-1]]),
        12, "reordered",
    ),
    "whole log gone": (sql("DELETE FROM event"), 1, "truncated"),
    "log and head gone": (sql("DELETE FROM event", "DELETE FROM chain_head"), 1, "truncated"),
    "head gone": (sql("DELETE FROM chain_head"), None, "truncated"),
    "tail cut": (sql(CUT), None, "truncated"),
    "tail cut and head moved": (sql(CUT, HEAD_BACK), None, "truncated"),
    "long tail cut and head moved": (sql(*[CUT] * 9, HEAD_BACK), None, "truncated"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHAIN)
def test_the_chain_shows_it(decided: Path, tmp_path: Path, name: str) -> None:
    edit, seq, kind = CHAIN[name]
    found = broken_by(decided, tmp_path, edit)
    assert found is not None
    assert found.kind == kind
    if seq is not None:
        assert found.seq == seq


def test_an_event_put_on_top_shows(decided: Path, tmp_path: Path) -> None:
    last = seq_of(decided, "taken", -1)
    insert = (
        "INSERT INTO event SELECT seq + 1, at, who, kind, case_id, content, link FROM event "
        "WHERE seq = (SELECT max(seq) FROM event)"
    )
    found = broken_by(decided, tmp_path, sql(insert, HEAD_BACK))
    assert found == Broken(last + 1, "changed", "A-002")


def test_a_chain_made_with_another_key_shows(decided: Path, tmp_path: Path) -> None:
    """The whole log written anew, without the office's own key."""

    def forge(connection: Any) -> None:
        last, key = chain.GENESIS, bytes(32)
        rows = connection.execute("SELECT seq, at, who, kind, case_id, content FROM event ORDER BY seq").fetchall()
        for row in rows:
            last = chain.link(key, last, chain.Held._make((*row, "")))
            connection.execute("UPDATE event SET link = ? WHERE seq = ?", (last, row[0]))
        seal = chain.seal(key, rows[-1][0], last)
        connection.execute("UPDATE chain_head SET link = ?, seal = ?", (last, seal))

    assert broken_by(decided, tmp_path, forge) == Broken(1, "changed", None)


STATE = {
    "finding": ("UPDATE finding SET finding = 'not_met' WHERE case_id = 'A-001'", "A-001"),
    "reasoning": ("UPDATE finding SET reasons = replace(reasons, '確認', '否認') WHERE case_id = 'A-001'", "A-001"),
    "finding taken out": ("DELETE FROM finding WHERE case_id = 'A-001'", "A-001"),
    "finding no longer in force": ("UPDATE finding SET current = 0 WHERE case_id = 'A-001'", "A-001"),
    "outcome": ("UPDATE decision_round SET outcome = 'refuse'", "A-001"),
    "proposer": ("UPDATE decision_round SET proposed_by = 'examiner2'", "A-001"),
    "countersigner": ("UPDATE decision_round SET countersigned_by = 'supervisor2'", "A-001"),
    "signed content": ("UPDATE decision_round SET content_digest = 'ee'", "A-001"),
    "evidence": ("UPDATE evidence SET record = replace(record, '16980', '1') WHERE case_id = 'A-002'", "A-002"),
    "evidence taken out": ("DELETE FROM evidence WHERE case_id = 'A-002' AND number = 60", "A-002"),
    "evidence put in": (
        ("INSERT INTO evidence SELECT case_id, 99, kind, about, natural_key, record, source, as_of, receipt, document, "
        "superseded_by FROM evidence WHERE case_id = 'A-002' AND number = 2"), "A-002",
    ),
    "name": ("UPDATE \"case\" SET name = '別人' WHERE id = 'A-002'", "A-002"),
    "deadline": ("UPDATE \"case\" SET due_on = '2027-01-01' WHERE id = 'A-002'", "A-002"),
    "state": ("UPDATE \"case\" SET state = 'examining' WHERE id = 'A-001'", "A-001"),
    "letter's bytes": ("UPDATE letter SET content = X'00'", "A-001"),
    "letter's hash": ("UPDATE letter SET sha256 = 'ff'", "A-001"),
    "letter taken out": ("DELETE FROM letter", "A-001"),
    "role": ("UPDATE person SET role = 'supervisor' WHERE login = 'examiner1'", None),
    "password": ("UPDATE credential SET hash = (SELECT hash FROM credential WHERE login = 'admin1')", None),
    "letterhead": ("UPDATE setting SET value = replace(value, '試験局', '別の局') WHERE key = 'office'", None),
    "letterhead taken out": ("DELETE FROM setting WHERE key = 'office'", None),
    "person put in": ("INSERT INTO person VALUES ('ghost', 'x', 'supervisor', NULL, 1, NULL)", None),
    "found under another name": ("UPDATE \"case\" SET folded = '別人' WHERE id = 'A-002'", "A-002"),
    "place in the queue": ("UPDATE \"case\" SET standing = 6 WHERE id = 'A-002'", "A-002"),
    "not found any more": ("DELETE FROM case_gram WHERE case_id = 'A-002' AND gram = '-0'", "A-002"),
    "found by what it is not": ("INSERT INTO case_gram VALUES ('別人', 'A-002')", "A-002"),
    "found by another pair": ("UPDATE case_gram SET gram = '別人' WHERE case_id = 'A-002' AND gram = '-0'", "A-002"),
    "unit put in": ("INSERT INTO unit VALUES ('幽霊課')", None),
    "numbers given twice": ("UPDATE letter_number SET last = 0", "A-001"),
    "no number was given": ("DELETE FROM letter_number", "A-001"),
}  # fmt: skip


@pytest.mark.parametrize("name", STATE)
def test_a_row_that_is_not_what_the_record_says_shows(decided: Path, tmp_path: Path, name: str) -> None:
    statement, case = STATE[name]
    found = broken_by(decided, tmp_path, sql(statement))
    assert found is not None
    assert (found.kind, found.case) == ("state", case)


def test_the_first_broken_row_is_the_one_named(decided: Path, tmp_path: Path) -> None:
    proposed, later = seq_of(decided, "proposed"), seq_of(decided, "evidence_added", 1)
    found = broken_by(decided, tmp_path, sql(STATE["evidence"][0], STATE["reasoning"][0]))
    assert found is not None
    assert found.seq < proposed < later


def test_what_changes_without_an_act_breaks_nothing(decided: Path, tmp_path: Path) -> None:
    assert (
        broken_by(decided, tmp_path, sql('UPDATE "case" SET is_new = 0', "UPDATE credential SET failures = 3")) is None
    )
