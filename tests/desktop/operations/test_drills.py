"""The restore drill, where backups go, and anchors that cannot be written."""

from pathlib import Path

import pytest

from desktop.operations import anchoring, backups, cases, drills, records
from models.errors import NotPermitted
from models.people.values import CONSOLE
from models.records import service
from models.records.values import Act
from tests import builders


def test_a_drill_restores_everything_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        events, rows = records.verify(office).events, sum(office.counts().values())
        done = drills.run(office, builders.PASSPHRASE)
        assert (done.events, done.rows) == (events, rows)
        assert done.size > 0
        assert records.verify(office).events == events
    assert list((tmp_path / "tmp").glob("akashi-drill-*")) == []


def test_the_folder_of_backups_is_chosen_by_who_looks_after_the_office(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        elsewhere = tmp_path / "disk" / "backups"
        with pytest.raises(NotPermitted):
            backups.choose_folder(office, builders.EXAMINER, elsewhere)
        assert records.page(office, builders.AUDITOR, size=1)[0].content["act"] == "choose_folder"
        backups.choose_folder(office, builders.ADMIN, elsewhere)
        assert records.page(office, builders.AUDITOR, size=1)[0].kind == "backup_folder_chosen"
        made = backups.automatic(office)
        assert made is not None
        assert made.path.parent == elsewhere
        backups.choose_folder(office, CONSOLE, None)
        assert backups.folder(office).name == "office.akashi.backups"


def test_an_anchor_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with builders.office(tmp_path) as office:
        assert anchoring.problem(office) == ""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(anchoring.FOLDER, str(tmp_path / "file"))
    with builders.opened(tmp_path / "office.akashi") as office:
        builders.ready_case(office)
        cases.take(office, builders.EXAMINER, "A-001")
        with office.begin() as session:
            service.append(session, Act("examiner1", "noted", {}))
        assert anchoring.problem(office)
