"""Retention from the command line: classes, a hold, a proposal, its approval by another person, what stays."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from models.cases import service as cases
from models.cases.values import ClosedAs
from models.retention import rules
from tests import builders
from tests.builders import EXAMINER


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two withdrawn cases, under classes whose years are over at once: the command line has no clock but the computer's."""
    at_once = tuple(replace(each, years=0, next_fiscal_year=False) for each in rules.classes(builders.TODAY))
    monkeypatch.setattr(rules, "classes", lambda _on: at_once)
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    with builders.office(tmp_path) as office:
        for case in ("A-001", "A-002"):
            builders.ready_case(office, case)
            with office.begin() as session:
                cases.take(session, EXAMINER, case)
                cases.close(session, EXAMINER, case, ClosedAs.WITHDRAWN, "取下げ")
    return tmp_path / "office.akashi"


def test_two_people_dispose_from_the_command_line(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(login: str, *words: str, status: int = 0) -> dict[str, Any]:
        capsys.readouterr()
        found = main(["retention", *words, "--office", str(where), "--as", login, "--json"])
        said = capsys.readouterr()
        assert found == status, said.err
        read: dict[str, Any] = json.loads(said.out)
        return read

    assert len(run("auditor1", "classes")["classes"]) == 7
    run("supervisor1", "hold", "A-002", "--why", "訴訟")
    held = run("auditor1", "list", "--show", "held")["cases"]
    assert [(each["case"], each["class"], each["held"]) for each in held] == [
        ("A-002", "ended_without_decision", "訴訟")
    ]
    run("admin1", "propose", "A-002", status=1)
    batch = run("admin1", "propose", "--due", "--why", "満了")
    assert [each["case"] for each in batch["cases"]] == ["A-001"]
    run("admin1", "approve", "1", "--digest", str(batch["digest"]), status=2)
    run("supervisor1", "approve", "1", "--digest", "0" * 12, status=2)
    done = run("supervisor1", "approve", "1", "--digest", str(batch["digest"])[:12])
    assert done["cleaned"] is True
    (stone,) = run("auditor1", "tombstones")["tombstones"]
    assert (stone["proposed_by"], stone["approved_by"]) == ("admin1", "supervisor1")
    run("supervisor1", "lift", "A-002", "--why", "確定")
    run("supervisor1", "note", "A-002", "--suit", "--why", "国家賠償請求")
    assert run("auditor1", "backups")["backups"] == []
    assert main(["verify", "--office", str(where)]) == 0
