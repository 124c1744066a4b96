"""The command line around the issue: a batch, a check, a log, a correction, a letterhead, a certificate."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.operations import letters
from models.letters import service
from models.store.office import Session
from tests import builders
from tests.desktop.operations.issuing import CASE, countersigned


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed office with two countersigned cases; the clock of the command line is the computer's own."""
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    with countersigned(tmp_path, CASE, "A-002") as office:
        return office.location.file


def run(capsys: pytest.CaptureFixture[str], where: Path, line: str, status: int = 0) -> dict[str, object]:
    """A line's answer as JSON."""
    capsys.readouterr()
    assert main([*line.split(), "--office", str(where), "--json", "--lang", "en"]) == status, capsys.readouterr().err
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_from_the_batch_to_the_correction(where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    waiting = run(capsys, where, f"letters ready {CASE} A-404 --out {out / 'drafts'} --as examiner1", 1)
    assert waiting == {"letters": [{"case": CASE, "ok": True, "problems": []}], "not_waiting": ["A-404"]}
    assert [each.name for each in (out / "drafts").iterdir()] == [f"{CASE}.ja.pdf"]
    made = run(capsys, where, f"letters issue {CASE} A-002 A-404 --twin own --out {out} --as examiner1", 1)
    assert [each["case"] for each in made["issued"]] == [CASE, "A-002"]  # type: ignore[attr-defined]  # JSON
    assert made["failed"][0]["case"] == "A-404"  # type: ignore[index]  # JSON
    assert (out / f"{CASE}.ja+en.pdf").is_file()
    checked = run(capsys, where, f"letters check {out / f'{CASE}.ja.pdf'}")
    assert (checked["ok"], checked["signature_holds"], checked["case"]) == (True, True, CASE)
    (out / "other.pdf").write_bytes((out / f"{CASE}.ja.pdf").read_bytes().replace(b"/Page", b"/Pagf", 1))
    assert run(capsys, where, f"letters check {out / 'other.pdf'}", 1)["sealed"] is False
    assert run(capsys, where, f"letters remake {CASE}")["letters"][0]["answer"] == "same"  # type: ignore[index]  # JSON
    sent = run(capsys, where, f"letters delivery {CASE} --step registered --tracking 12-3 --as examiner1")
    assert (sent["attempt"], sent["step"]) == (1, "registered")
    run(capsys, where, f"letters explained {CASE} --language en --asked Why? --as examiner1")
    log = run(capsys, where, f"letters delivery {CASE}")
    assert log["deliveries"][0]["tracking"] == "12-3"  # type: ignore[index]  # JSON
    assert log["explanations"][0]["asked"] == "Why?"  # type: ignore[index]  # JSON
    run(capsys, where, f"letters envelope {CASE} --size dl --out {out / 'dl.pdf'} --as examiner1")
    assert (out / "dl.pdf").read_bytes().startswith(b"%PDF-")
    assert run(capsys, where, "verify")["ok"] is True


def test_the_waiting_list_is_asked_once_for_all_cases(
    where: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, countersigned_ = list[object](), service.countersigned

    def counted(session: Session) -> Iterator[tuple[str, str, str, str]]:
        asked.append(session)
        return countersigned_(session)

    monkeypatch.setattr(service, "countersigned", counted)
    monkeypatch.setattr(letters, "check", lambda *_of: ())
    assert len(run(capsys, where, "letters ready --as examiner1")["letters"]) == 2  # type: ignore[arg-type]  # JSON
    assert len(asked) == 2, "once for the list, once for who signs"


def test_a_correction_by_two_people(where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, where, f"issue {CASE} --out {tmp_path / 'out'} --as supervisor1")
    letter = tmp_path / "letter.json"
    run(capsys, where, f"letter {CASE} --language ja --format json --out {letter} --as examiner1")
    words = next(
        each["text"]
        for each in json.loads(letter.read_text("utf-8"))["sentences"]
        if each["id"].startswith("remedies") and " " not in each["text"]
    )
    for paragraph in range(37, 42):
        item = f"{paragraph}|{words}|{words}（訂正）"
        line = [
            "letters",
            "correct",
            CASE,
            "--item",
            item,
            "--reason",
            "誤記",
            "--as",
            "examiner1",
            "--office",
            str(where),
        ]
        if main(line) == 0:
            break
    assert run(capsys, where, f"letters countersign-correction {CASE} --as examiner1", 2)["error"]
    run(capsys, where, f"letters countersign-correction {CASE} --as supervisor1")
    made = run(capsys, where, f"letters issue-correction {CASE} --out {tmp_path / 'again'} --as supervisor1")
    assert str(made["letters"][0]["number"]).endswith("-訂1")  # type: ignore[index]  # JSON
    told = run(capsys, where, f"letters corrections {CASE}")["corrections"]
    assert told[0]["state"] == "issued"  # type: ignore[index]  # JSON


def test_letterhead_and_certificate(where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(
        capsys, where, "office letters --kind naturalization --set telephone=03-1 --set unit.en=Section --as admin1"
    )
    assert said["letterhead"]["telephone"] == "03-1"  # type: ignore[index]  # JSON
    assert run(capsys, where, "office letters")["letterhead"]["telephone"] != "03-1"  # type: ignore[index]  # JSON
    run(capsys, where, "office letters --set nothing=1", 2)
    run(capsys, where, "office letters --set telephone", 2)
    pem = tmp_path / "office.pem"
    found = run(capsys, where, f"office certificate --new --out {pem}")["certificates"]
    assert len(found) == 2  # type: ignore[arg-type]  # JSON
    assert pem.read_text().startswith("-----BEGIN CERTIFICATE-----")
    run(capsys, where, f"office certificate --import {tmp_path / 'none.p12'}", 2)
