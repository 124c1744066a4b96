"""Disposal as one click does it: nothing of the case is left in the file, in new backups, or in an old one once restored."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.operations import backups, disposals, households, offices, people, records, restoring, retention, shredding
from desktop.operations import findings as finding_ops
from models.attachments import service as attachments
from models.attachments.values import NewAttachment
from models.cases import service as cases
from models.cases.values import ClosedAs
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Stale
from models.evidence import service as evidence
from models.evidence.values import EvidenceKind, NewEvidence, Tie
from models.people.values import CONSOLE
from models.records import chain
from models.representatives import service as representatives
from models.representatives.values import NewRepresentative, Role
from models.retention import listed
from models.retention.values import Disposal, Show
from models.store import embedded, expiry
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.builders import ADMIN, AUDITOR, EXAMINER, PASSPHRASE, SUPERVISOR
from tests.faults import raw

LATER = datetime(2031, 5, 1, 3, tzinfo=UTC)
CANARY = "カナリア検査用氏名"
WHY = "黄色い鳥が取り下げた理由"
PAPER, LAWYER, REASON = "黄色い鳥の資料", "黄色い鳥の代理人", "黄色い鳥の納付は期限の後であった。"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Office]:
    """Two withdrawn cases, the first with whatever a case may hold where that is asked for; five years have gone by."""
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    with builders.office(tmp_path) as made:
        for case in ("A-001", "A-002"):
            builders.ready_case(made, case, name=CANARY if case == "A-001" else "残る 人")
            if case == "A-001" and "nothing" in request.function.__name__:
                fill(made, case)
            with made.begin() as session:
                cases.take(session, EXAMINER, case)
                cases.close(session, EXAMINER, case, ClosedAs.WITHDRAWN, WHY if case == "A-001" else "取下げ")
        made.clock = fixed(LATER)
        yield made


def fill(office: Office, case: str) -> None:
    """A paper, a representative, findings and a draft: whatever a case may hold."""
    with office.begin() as session:
        attachments.attach(session, EXAMINER, NewAttachment(case, "a.pdf", b"%PDF-" + PAPER.encode() * 900, PAPER), 1)
        representatives.add(session, EXAMINER, NewRepresentative(case, Role.LAWYER, LAWYER))
    file = builders.case_file(office, case)
    finding_ops.record(office, EXAMINER, builders.draft(file, file.criteria[0], text=REASON))
    finding_ops.save_draft(office, EXAMINER, builders.draft(file, file.criteria[1], text=REASON))


def dispose(office: Office, *numbers: str) -> retention.Disposed:
    batch = retention.propose(office, ADMIN, numbers or ("A-001",), "満了")
    return retention.approve(office, SUPERVISOR, batch.number, batch.digest)


def lying(path: Path) -> bytes:
    """Every page of the file, free ones too, and of its log, as SQLCipher would give them."""
    return raw.pages(path, PASSPHRASE)


def test_nothing_of_the_case_is_left_in_the_file_nor_in_new_backups(office: Office, tmp_path: Path) -> None:
    where = office.location.file
    office.close()
    before = lying(where)
    canaries = (CANARY, WHY, PAPER, LAWYER, REASON)
    assert [word for word in canaries if word.encode() not in before] == []
    with builders.opened(where, fixed(LATER)) as again:
        made = dispose(again)
        assert made.cleaned
        assert not made.unlisted
        new = backups.make(again, tmp_path / "new.akashi").path
    for path in (where, new):
        after = lying(path)
        assert [word for word in canaries if word.encode() in after] == []
        assert "残る 人".encode() in after
    listed_in = b"".join(each.read_bytes() for each in (tmp_path / "anchors").iterdir())
    assert b"A-001" not in listed_in


def test_an_old_backup_disposes_again_before_it_opens(office: Office, tmp_path: Path) -> None:
    where, old = office.location.file, tmp_path / "old.akashi"
    backups.make(office, old)
    dispose(office)
    office.close()
    restoring.restore(old, where, PASSPHRASE, older=True, clock=fixed(LATER))
    assert CANARY.encode() not in lying(where)
    with builders.opened(where, fixed(LATER)) as again:
        stones = retention.tombstones(again, AUDITOR)
        assert [(each.approved_by, each.replayed) for each in stones] == [("supervisor1", True)]
        with pytest.raises(NotFound):
            retention.kept(again, SUPERVISOR, "A-001")
        assert records.verify(again).ok
        assert disposals.tell(again) == ""


def test_a_file_put_back_by_hand_disposes_again_when_it_is_opened(office: Office, tmp_path: Path) -> None:
    where, old = office.location.file, tmp_path / "old.akashi"
    backups.make(office, old)
    dispose(office, "A-001", "A-002")
    office.close()
    where.write_bytes(old.read_bytes())
    with builders.opened(where, fixed(LATER)) as again:
        assert retention.listing(again, AUDITOR) == ()
        assert len(retention.tombstones(again, AUDITOR)) == 2
    assert CANARY.encode() not in lying(where)


def test_what_a_copy_disposed_of_stays_in_the_office_itself(office: Office, tmp_path: Path) -> None:
    where, copy = office.location.file, tmp_path / "to-learn" / "office.akashi"
    copy.parent.mkdir()
    office.close()
    copy.write_bytes(where.read_bytes())
    with builders.opened(copy, fixed(LATER)) as learning:
        dispose(learning)
    with builders.opened(where, fixed(LATER)) as again:
        assert [each.case for each in retention.listing(again, AUDITOR)] == ["A-001", "A-002"]
        dispose(again, "A-002")
    with builders.opened(copy, fixed(LATER)) as learning:
        assert [each.case for each in retention.listing(learning, AUDITOR)] == ["A-002"]


def test_an_older_file_put_back_disposes_again_for_whoever_opens_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The anchors of somebody else on the computer end before the disposal, and hold in the older file."""
    where, older = office.location.file, tmp_path / "older"
    office.close()
    older.write_bytes(where.read_bytes())
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "theirs"))
    with builders.opened(where, fixed(LATER)) as theirs:
        dispose(theirs)
    where.write_bytes(older.read_bytes())
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    with builders.opened(where, fixed(LATER)) as again:
        assert [each.case for each in retention.listing(again, AUDITOR)] == ["A-002"]
        assert records.verify(again).ok


def test_a_list_that_was_touched_is_noticed_and_the_rest_of_it_still_counts(office: Office, tmp_path: Path) -> None:
    dispose(office, "A-001")
    dispose(office, "A-002")
    assert retention.touched(office, AUDITOR) is None
    path = disposals.lists(office)[0]
    lines = path.read_text().splitlines()
    path.write_text(lines[1] + "\n")
    assert retention.touched(office, AUDITOR) == path
    assert len(listed.read(path, disposals._key(office)).disposals) == 1
    path.write_text(lines[0] + "\n" + lines[1][:-5] + "\n")
    assert len(listed.read(path, disposals._key(office)).disposals) == 1


def test_a_list_that_names_more_than_the_office_knows_takes_the_next_disposal(office: Office) -> None:
    dispose(office)
    key, (path, *_) = disposals._key(office), disposals.lists(office)
    listed.add(path, key, [Disposal(f"D-{n}", n, "{}") for n in range(3)])
    dispose(office, "A-002")
    named = {each.digest for each in listed.read(path, key).disposals}
    assert {chain.case_digest(key, case) for case in ("A-001", "A-002")} <= named


def test_who_may_not_is_refused_and_the_refusal_stands_in_the_record(office: Office) -> None:
    with pytest.raises(NotPermitted):
        retention.propose(office, EXAMINER, ["A-001"])
    batch = retention.propose(office, SUPERVISOR, ["A-001"])
    with pytest.raises(NotPermitted):
        retention.approve(office, SUPERVISOR, batch.number, batch.digest)
    with pytest.raises(Stale):
        retention.approve(office, builders.SUPERVISOR2, batch.number, "0" * 64)
    with pytest.raises(BadInput):
        retention.propose(office, ADMIN, ["A-001"])
    retention.decline(office, builders.SUPERVISOR2, batch.number, "まだ早い")
    with pytest.raises(NotPermitted):
        retention.approve(office, builders.SUPERVISOR2, batch.number, batch.digest)
    assert [each.kind for each in records.page(office, AUDITOR)].count("refused") == 3
    assert [each.case for each in retention.listing(office, AUDITOR, Show.DUE)] == ["A-001", "A-002"]


def test_a_case_that_another_points_at_goes_with_it_or_after_it(office: Office) -> None:
    from desktop.operations import turns

    builders.ready_case(office, "A-003")
    turns.link(office, EXAMINER, "A-003", "A-001", "同じ申請人")
    with pytest.raises(CheckFailed) as refused:
        retention.propose(office, ADMIN, ["A-001"])
    assert refused.value.problems[0].message.code == "retention.is_cited"


def test_a_case_whose_evidence_was_shared_stays_until_the_other_goes(office: Office) -> None:
    home = Tie("housing", date(2020, 4, 1), None, "持家")
    for case in ("A-003", "A-004"):
        builders.ready_case(office, case)
        households.join(office, SUPERVISOR, case, "H-1")
    with office.begin() as session:
        piece = NewEvidence("A-003", EvidenceKind.TIE, (repr(home),), home, "登記", date(2026, 6, 1))
        evidence.add(session, CONSOLE, [piece], {"what": "evidence"})
    shared = next(each.id for each in builders.case_file(office, "A-003").evidence if each.record == home)
    households.share(office, EXAMINER, "A-003", [shared], ["A-004"])
    with office.begin() as session:
        cases.close(session, SUPERVISOR, "A-003", ClosedAs.WITHDRAWN, "取下げ")
    found = {each.case: each.cited_by for each in retention.listing(office, AUDITOR)}
    assert found == {"A-001": (), "A-002": (), "A-003": ("A-004",)}, "its number stands in the other's source"
    kept = retention.kept(office, AUDITOR, "A-003")
    assert kept is not None
    assert kept.cited_by == ("A-004",)


def test_backups_say_when_they_let_go_of_what_is_gone(office: Office) -> None:
    office.clock = fixed(LATER - timedelta(hours=1))
    assert backups.automatic(office) is not None
    office.clock = fixed(LATER)
    dispose(office)
    (found,) = retention.holding(office, AUDITOR)
    assert found.gone_on == LATER + timedelta(days=7)  # the month has newer ones
    last = datetime(2031, 4, 30, 3, tzinfo=UTC)
    gone = expiry.gone_on([last, LATER], LATER)
    assert gone[last] == datetime(2032, 4, 1, 3, tzinfo=UTC)  # the newest of its month: with the twelfth month after it


def test_the_folder_that_an_administrator_fixed_is_looked_at_and_cleaned_too(office: Office, tmp_path: Path) -> None:
    safe = str(tmp_path / "safe")
    office.clock = fixed(LATER - timedelta(hours=1))
    made = backups.automatic(office, fixed=safe)
    assert made is not None
    office.clock = fixed(LATER)
    dispose(office)
    assert [each.path for each in retention.holding(office, AUDITOR, safe)] == [made.path]
    assert shredding.clean(office, SUPERVISOR, safe) == (made.path,)
    assert retention.holding(office, AUDITOR, safe) == ()


def test_an_office_is_opened_as_before_where_nothing_was_disposed_of(office: Office) -> None:
    assert offices.settings(office).name == "試験局"
    assert disposals.replay(office) == ()


def test_where_signatures_are_asked_for_the_approval_is_signed_and_the_password_was_for_this_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    with builders.signed_office(tmp_path / "strict.akashi") as office:
        builders.ready_case(office)
        with office.begin() as session:
            cases.take(session, EXAMINER, "A-001")
            cases.close(session, EXAMINER, "A-001", ClosedAs.WITHDRAWN, WHY)
        office.clock = fixed(LATER)
        batch = retention.propose(office, ADMIN, ["A-001"])
        who = people.sign_in(office, "supervisor1", builders.PASSWORD)
        assert who.signer is not None
        idle = replace(who, signer=who.signer.for_the_session())
        with pytest.raises(NotPermitted):
            retention.approve(office, idle, batch.number, batch.digest)
        for named, digest in (
            (retention.named(batch.number + 1), batch.digest),
            (retention.named(batch.number), "0" * 64),
        ):
            other = people.confirm(office, idle, builders.PASSWORD, retention.DISPOSE, {named: digest})
            with pytest.raises(NotPermitted):
                retention.approve(office, other, batch.number, batch.digest)
        right = people.confirm(
            office, idle, builders.PASSWORD, retention.DISPOSE, {retention.named(batch.number): batch.digest}
        )
        retention.approve(office, right, batch.number, batch.digest)
        approved = next(each for each in records.page(office, AUDITOR) if each.kind == "disposal_approved")
        assert "signature" in approved.content
        assert records.verify(office).ok


def test_while_somebody_reads_the_log_is_not_emptied_and_it_is_done_at_the_next_opening(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = office.location.file
    office.close()
    monkeypatch.setattr(embedded, "BUSY_MS", 50)
    with builders.opened(where, fixed(LATER)) as again:
        with again.read() as session:
            session.execute(text('SELECT count(*) FROM "case"')).all()
            made = dispose(again)
        assert not made.cleaned
        assert CANARY.encode() in lying(where)
    with builders.opened(where, fixed(LATER)):
        assert CANARY.encode() not in lying(where)


def test_a_disposal_reaches_into_the_backups_and_such_a_backup_can_be_restored(office: Office) -> None:
    where = office.location.file
    office.clock = fixed(LATER - timedelta(hours=1))
    made = backups.automatic(office)
    assert made is not None
    office.clock = fixed(LATER)
    dispose(office)
    with pytest.raises(NotPermitted):
        shredding.clean(office, ADMIN)
    assert CANARY.encode() in lying(made.path)
    assert shredding.clean(office, SUPERVISOR) == (made.path,)
    assert CANARY.encode() not in lying(made.path)
    assert retention.holding(office, AUDITOR) == ()
    assert shredding.clean(office, SUPERVISOR) == ()
    office.close()
    restoring.restore(made.path, where, PASSPHRASE, older=True, clock=fixed(LATER))
    with builders.opened(where, fixed(LATER)) as again:
        assert [each.case for each in retention.listing(again, AUDITOR)] == ["A-002"]
        assert records.verify(again).ok
