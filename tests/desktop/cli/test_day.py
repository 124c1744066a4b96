"""Inquiries, the rules of who decides and the decision sheet, from the command line."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.operations import decisions, records
from models.decisions.values import Outcome
from models.store.clock import Clock
from tests import builders

RULES = {
    "lines": [
        {
            "key": "refusals",
            "title": {"ja": "不許可", "en": "Refusals"},
            "outcomes": ["refuse"],
            "steps": [
                {"title": "統括審査官", "people": ["supervisor1"]},
                {"title": "首席", "people": ["supervisor1"], "deputies": ["supervisor2"]},
            ],
        },
        {"key": "others", "title": "その他", "steps": [{"title": "統括審査官"}]},
    ]
}


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
    return tmp_path / "office.akashi"


def run(where: Path, capsys: pytest.CaptureFixture[str], login: str, *words: str, status: int = 0) -> dict[str, object]:
    capsys.readouterr()
    found = main([*words, "--office", str(where), "--as", login, "--json"])
    said = capsys.readouterr()
    assert found == status, said.err
    read: dict[str, object] = json.loads(said.out)
    return read


def test_an_inquiry_from_plan_to_evidence(where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "house.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n....")
    planned = run(
        where, capsys, "examiner1", "inquiry", "plan", "A-001", "--kind", "survey", "--subject", "居住の実態", "--whom", "住居",
        "--on", "2099-01-05", "--wait",
    )  # fmt: skip
    assert planned["state"] == "planned"
    shown = run(where, capsys, "examiner1", "case", "show", "A-001")
    assert (shown["state"], shown["waiting_for"]) == ("waiting", "survey")
    done = run(
        where,
        capsys,
        "supervisor1",
        "inquiry",
        "done",
        "A-001",
        "1",
        "--report",
        "表札を確かめた。",
        "--picture",
        str(picture),
    )
    assert done["evidence"]
    assert done["pictures"]
    listed = run(where, capsys, "auditor1", "inquiry", "list", "A-001")["inquiries"]
    assert isinstance(listed, list)
    assert len(listed) == 1
    run(where, capsys, "examiner1", "inquiry", "cancel", "A-001", "1", "--why", "不要", status=2)


def test_two_people_make_the_rules_and_the_steps_are_kept(
    where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(RULES, ensure_ascii=False), encoding="utf-8")
    assert run(where, capsys, "auditor1", "authority", "show")["number"] == 0
    words = ("authority", "draft", str(file), "--from", Clock().today().isoformat(), "--why", "改正")
    run(where, capsys, "examiner1", *words, status=2)
    run(where, capsys, "supervisor1", *words)
    run(where, capsys, "supervisor1", "authority", "approve", "1", status=2)
    assert run(where, capsys, "admin1", "authority", "approve", "1")["approved_by"] == "admin1"
    with builders.opened(where, Clock()) as office:
        builders.find_all(office, not_met=("pension",))
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "年金の納付の遅れを重く見る。")
    assert run(where, capsys, "supervisor1", "countersign", "A-001") | {"round": 1} == {
        "case": "A-001", "round": 1, "by": "supervisor1", "state": "proposed", "step": 1,
    }  # fmt: skip
    run(where, capsys, "supervisor2", "countersign", "A-001", status=2)
    signed = run(where, capsys, "supervisor2", "countersign", "A-001", "--deputy", "首席が休暇のため")
    assert signed["state"] == "countersigned"
    sheet = tmp_path / "sheet.pdf"
    run(where, capsys, "examiner1", "decision-sheet", "A-001", "--out", str(sheet))
    assert sheet.read_bytes().startswith(b"%PDF")
    with builders.opened(where, Clock()) as office:
        assert records.verify(office).ok
