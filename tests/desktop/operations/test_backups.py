"""Backups that are proven, restores that keep what they replace, and generations that go in their order."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.operations import anchoring, backups, findings, offices, records, restoring
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, WorldFault
from models.records.values import Broken
from models.store import generations
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.builders import NOON, PASSPHRASE
from tests.faults import raw


@pytest.fixture
def office(tmp_path: Path) -> Office:
    where = builders.office(tmp_path)
    builders.ready_case(where)
    return where


def act(office: Office) -> None:
    """One more finding."""
    file = builders.case_file(office)
    findings.record(office, builders.EXAMINER, builders.draft(file, file.criteria[0]))


def backed_up(office: Office, path: Path) -> Path:
    backups.note(office, backups.make(office, path))
    return path


def restore(file: Path, office: Path, older: bool = False) -> Path | None:
    return restoring.restore(file, office, PASSPHRASE, older=older, clock=fixed(NOON)).kept


def test_a_backup_is_one_encrypted_file_that_holds_everything(office: Office, tmp_path: Path) -> None:
    act(office)
    made = backups.make(office, tmp_path / "out" / "b.akashi")
    assert [path.name for path in made.path.parent.iterdir()] == ["b.akashi"]
    assert made.size == made.path.stat().st_size
    before = builders.case_file(office)
    office.close()
    with builders.opened(made.path) as copy:
        assert records.verify(copy).events == made.seq
        assert builders.case_file(copy) == before
    assert "グエン".encode() not in made.path.read_bytes()


def test_a_backup_is_of_one_moment_though_work_goes_on(office: Office, tmp_path: Path) -> None:
    said: list[int] = []

    def work(done: int, total: int) -> None:
        if not said:
            act(office)
        said.append(done)

    made = backups.make(office, tmp_path / "b.akashi", work)
    assert said
    office.close()
    with builders.opened(tmp_path / "office.akashi") as whole:
        assert records.verify(whole).events > made.seq


def test_nothing_is_overwritten_by_a_backup(office: Office, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="ever overwritten"):
        backups.make(office, tmp_path / "office.akashi")
    office.close()


def test_a_record_that_does_not_hold_makes_no_backup(office: Office, tmp_path: Path) -> None:
    office.close()
    with raw.opened(tmp_path / "office.akashi") as hand:
        hand.execute("UPDATE event SET content = '{}' WHERE seq = 5")
    with (
        builders.opened(tmp_path / "office.akashi") as broken,
        pytest.raises(CheckFailed, match=r"event 5: changed"),
    ):
        backups.make(broken, tmp_path / "b.akashi")
    assert sorted(path.name for path in tmp_path.glob("*b.akashi*")) == []


def test_who_backed_up_stands_in_the_record(office: Office, tmp_path: Path) -> None:
    made = backups.make(office, tmp_path / "b.akashi")
    backups.note(office, made, builders.ADMIN)
    event = records.page(office, builders.AUDITOR, size=1)[0]
    assert (event.kind, event.who, event.content["seq"], event.content["file"]) == (
        "backup_made", "admin1", made.seq, "b.akashi",
    )  # fmt: skip
    office.close()


def test_a_restore_keeps_what_it_replaces(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    before = builders.case_file(office)
    office.close()
    kept = restore(backup, where)
    assert kept is not None
    with builders.opened(where) as restored, builders.opened(kept) as old:
        assert builders.case_file(restored) == before
        assert records.verify(restored).ok
        event = records.page(restored, builders.AUDITOR, size=1)[0]
        assert (event.kind, event.content["replaced"], event.content["acts_lost"]) == ("restored", kept.name, 0)
        assert records.page(old, builders.AUDITOR, size=1)[0].kind == "backup_made"


def test_older_does_not_replace_newer_without_a_second_yes(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    act(office)
    office.close()
    content = where.read_bytes()
    with pytest.raises(restoring.NeedsYes, match="1 act "):
        restore(backup, where)
    assert where.read_bytes() == content
    assert sorted(path.name for path in tmp_path.glob("*.akashi*")) == ["b.akashi", "office.akashi"]
    kept = restore(backup, where, older=True)
    assert kept is not None
    assert kept.read_bytes()[:16] == content[:16]
    with builders.opened(where) as restored:
        assert records.verify(restored).ok
        assert records.page(restored, builders.AUDITOR, size=1)[0].content["acts_lost"] == 1


def test_a_newer_draft_counts_as_newer(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    file = builders.case_file(office)
    findings.save_draft(office, builders.EXAMINER, builders.draft(file, file.criteria[0], text="書きかけ"))
    office.close()
    with pytest.raises(restoring.NeedsYes):
        restore(backup, where)


def test_a_newer_backup_replaces_older_at_once(office: Office, tmp_path: Path) -> None:
    where, older = tmp_path / "office.akashi", backed_up(office, tmp_path / "b.akashi")
    act(office)
    newer = backed_up(office, tmp_path / "c.akashi")
    office.close()
    restore(older, where, older=True)
    assert restore(newer, where, older=True) is not None


def test_another_office_needs_a_second_yes(office: Office, tmp_path: Path) -> None:
    office.close()
    where = tmp_path / "other.akashi"
    offices.create(where, PASSPHRASE, "x", fixed(NOON), builders.SOFT).close()
    with pytest.raises(restoring.NeedsYes, match="another office"):
        restore(tmp_path / "office.akashi", where)


def test_a_damaged_office_is_replaced_and_kept(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    office.close()
    content = bytearray(where.read_bytes())
    content[100] ^= 1
    where.write_bytes(content)
    kept = restore(backup, where)
    assert kept is not None
    assert kept.read_bytes() == bytes(content)


def test_a_damaged_office_that_reached_further_needs_a_second_yes(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    act(office)
    anchoring.drop(office, "time")
    office.close()
    content = bytearray(where.read_bytes())
    content[100] ^= 1
    where.write_bytes(content)
    with pytest.raises(restoring.NeedsYes, match="cannot be read"):
        restore(backup, where)
    assert restore(backup, where, older=True) is not None
    with builders.opened(where) as restored:
        assert records.verify(restored).ok


def test_an_open_office_is_not_replaced(office: Office, tmp_path: Path) -> None:
    backup = backed_up(office, tmp_path / "b.akashi")
    with pytest.raises(WorldFault, match="another program"):
        restore(backup, tmp_path / "office.akashi")
    act(office)
    office.close()


def test_a_damaged_backup_is_refused_before_anything_is_touched(office: Office, tmp_path: Path) -> None:
    where, backup = tmp_path / "office.akashi", backed_up(office, tmp_path / "b.akashi")
    office.close()
    content, before = bytearray(backup.read_bytes()), where.read_bytes()
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    with pytest.raises((CheckFailed, WorldFault)):
        restore(backup, where)
    assert where.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*.akashi*")) == ["b.akashi", "office.akashi"]


def test_what_cannot_be_restored_says_why(office: Office, tmp_path: Path) -> None:
    where, backup = tmp_path / "office.akashi", backed_up(office, tmp_path / "b.akashi")
    with pytest.raises(BadInput, match="changes lie beside it"):
        restore(where, tmp_path / "new.akashi")
    office.close()
    with pytest.raises(NotFound):
        restore(tmp_path / "nothing", where)
    with pytest.raises(BadInput, match="the office itself"):
        restore(where, where)
    with pytest.raises(NotPermitted):
        restoring.restore(backup, tmp_path / "new.akashi", "another")
    assert restore(backup, tmp_path / "folder" / "new.akashi") is None


def test_an_old_file_put_back_behind_the_anchors_is_found(office: Office, tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    backup = backed_up(office, tmp_path / "b.akashi")
    act(office)
    anchoring.drop(office, "time")
    reached = records.verify(office)
    assert (reached.ok, reached.anchored) == (True, reached.events)
    office.close()
    where.write_bytes(backup.read_bytes())
    with builders.opened(where) as old:
        first = records.verify(old).first_broken
        assert first is not None
        assert first.kind == "truncated"
        act(old)
        act(old)
        rewritten = records.verify(old)
        assert rewritten.first_broken == Broken(reached.events, "anchor", None)


def test_a_copy_elsewhere_has_a_life_of_its_own(office: Office, tmp_path: Path) -> None:
    office.close()
    copy = tmp_path / "copy.akashi"
    copy.write_bytes((tmp_path / "office.akashi").read_bytes())
    with builders.opened(tmp_path / "office.akashi") as first, builders.opened(copy) as second:
        act(first)
        anchoring.drop(first, "time")
        assert records.verify(second).ok


@pytest.mark.parametrize("removed", [True, False])
def test_where_a_copy_was_tried_out_the_next_one_is_no_forgery(office: Office, tmp_path: Path, removed: bool) -> None:
    """The anchors of the first copy stay when it is thrown away, or gives way: they are its own, and explained by the restores."""
    where = tmp_path / "tried" / "office.akashi"
    for n in range(3):
        restore(backed_up(office, tmp_path / f"b{n}.akashi"), where, older=True)
        with builders.opened(where) as copy:
            assert records.verify(copy).ok
            act(copy)
        if removed:
            where.unlink()
        for _ in range(6):
            act(office)


def test_a_record_written_anew_is_found_though_it_was_restored(office: Office, tmp_path: Path) -> None:
    """Only where a copy began by a restore are anchors explained: what the office itself went through stays."""
    where, backup = tmp_path / "office.akashi", backed_up(office, tmp_path / "b.akashi")
    other = tmp_path / "other.akashi"
    act(office)
    anchoring.drop(office, "time")
    reached = records.verify(office).anchored
    office.close()
    other.write_bytes(backup.read_bytes())
    with builders.opened(other) as forged:
        for _ in range(4):
            act(forged)
        again = backups.make(forged, tmp_path / "forged.akashi").path
    restore(again, where, older=True)
    with builders.opened(where) as restored:
        assert records.verify(restored).first_broken == Broken(reached, "anchor", None)


def test_automatic_backups_are_made_when_something_changed(office: Office, tmp_path: Path) -> None:
    day = NOON
    for _ in range(2):
        made = backups.automatic(office)
        assert made is not None
        backups.note(office, made)
        day += timedelta(minutes=15)
        office.clock = fixed(day)
        assert backups.automatic(office) is None
        act(office)
    assert len(list(backups.folder(office).iterdir())) == 2
    assert backups.folder(office) == tmp_path / "office.akashi.backups"
    backups.set_folder(office, tmp_path / "elsewhere")
    assert backups.automatic(office) is not None
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1
    office.close()


def test_an_automatic_backup_that_fails_takes_none_away(office: Office, tmp_path: Path) -> None:
    first = backups.automatic(office)
    assert first is not None
    with office.begin() as session:
        session.connection().exec_driver_sql("UPDATE event SET content = '{}' WHERE seq = 5")
    office.clock = fixed(NOON + timedelta(days=400))
    act(office)
    with pytest.raises(CheckFailed):
        backups.automatic(office)
    assert list(backups.folder(office).iterdir()) == [first.path]
    office.close()


def test_generations_days_weeks_and_months_stay() -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    kept: list[datetime] = []
    for n in range(365 * 24):
        kept.append(start + timedelta(hours=n))
        gone = generations.expired(kept)
        kept = [each for each in kept if each not in gone]
        assert len(kept) <= 3 + 7 + 5 + 12
    now = start + timedelta(hours=365 * 24 - 1)
    assert kept[-3:] == [now - timedelta(hours=n) for n in (2, 1, 0)]
    for ago, least in ((timedelta(days=7), 6), (timedelta(days=35), 10), (timedelta(days=365), 20)):
        assert len([each for each in kept if each > now - ago]) >= least
    assert generations.expired(kept[:2]) == frozenset()


def test_the_looks_at_the_start_remember_how_far_the_record_is_whole(office: Office) -> None:
    assert records.verify_start(office).whole
    act(office)
    second = records.verify_start(office)
    assert (second.ok, second.whole) == (True, False)
    office.clock = fixed(NOON + timedelta(days=2))
    assert records.verify_start(office).whole
    office.close()


def test_a_look_at_the_start_finds_what_was_touched_since(office: Office, tmp_path: Path) -> None:
    assert records.verify_start(office).ok
    act(office)
    office.close()
    with raw.opened(tmp_path / "office.akashi") as hand:
        hand.execute("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
    with builders.opened(tmp_path / "office.akashi") as touched:
        assert not records.verify_start(touched).ok


def test_nobody_without_the_key_says_that_the_record_was_verified(office: Office, tmp_path: Path) -> None:
    assert records.verify_start(office).whole
    office.close()
    with raw.opened(tmp_path / "office.akashi") as hand:
        hand.execute(
            """UPDATE setting SET value = replace(value, '"seq":', '"seq":1') WHERE key = 'records.verified'"""
        )
    with builders.opened(tmp_path / "office.akashi") as touched:
        assert records.verify_start(touched).whole
