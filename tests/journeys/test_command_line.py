"""The whole main job from the command line: from files to an issued letter, every exit status on the way."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from models.store import keys
from tests.journeys import papers

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {"AKASHI_PASSPHRASE": "correct horse", "AKASHI_PASSWORD": "long enough", "AKASHI_NEW_PASSWORD": "long enough"}
PEOPLE = (("examiner1", "examiner"), ("supervisor1", "supervisor"), ("auditor1", "auditor"))
CASE = papers.CASE


@dataclass
class Line:
    """The command line on one office."""

    office: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: object, status: int = 0, **options: str) -> Any:
        """Run a command, expect its status, give back what it says as JSON."""
        given = [part for name, value in options.items() for part in (f"--{name.rstrip('_')}", value)]
        found = main([*map(str, words), *given, "--json", "--office", str(self.office)])
        said = self.capture.readouterr()
        assert found == status, said
        assert "Traceback" not in said.err + said.out
        return json.loads(said.out) if said.out else None


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    """No office yet; the secrets stand in the environment, and nothing is written to the person's own folder."""
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setattr(keys, "FILE_ROUNDS", 1_000)  # a hundred commands open the office a hundred times
    return Line(tmp_path / "office.akashi", capsys)


def set_up(line: Line) -> None:
    """An office with its people."""
    line("office", "create")
    for login, role in PEOPLE:
        line("office", "add-person", login, role=role, unit="永住審査第一部門")


def bring_in(line: Line, folder: Path) -> None:
    """Every file of the application."""
    for what, path in papers.write(folder).items():
        assert line("import", what, path)["new"] > 0


def findings(shown: Mapping[str, Any], unmet: frozenset[str] = frozenset({"pension"})) -> dict[str, Any]:
    """An answer to every criterion: met on the first fact with a value, ``unmet`` on the late month."""
    values = {fact["id"]: fact["value"] for fact in shown["facts"]}
    keys = {fact["id"]: fact["key"] for fact in shown["facts"]}
    made = []
    for criterion in shown["criteria"]:
        cited = [fact for fact in criterion["facts"] if values[fact] is not None]
        if criterion["key"] in unmet:
            late = [fact for fact in cited if keys[fact].endswith(f"national_pension.{papers.LATE}")]
            code = next(each for each in criterion["reasons"] if each.endswith("02"))
            text = "11月分が納期限の後に納められている。勤務先の事情によるものではなく、遅れの理由も示されていない。"
            reasons = [{"code": code, "facts": late, "evidence": [], "text": text}]
            made.append({"criterion": criterion["key"], "finding": "not_met", "reasons": reasons})
        else:
            reason = {"facts": cited[:1], "evidence": [] if cited else ["E1"], "text": "提出された資料から確認できる。"}
            made.append({"criterion": criterion["key"], "finding": "met", "reasons": [reason]})
    return {"cases": [{"case": CASE, "findings": made}]}


def assess(line: Line, folder: Path, payload: Mapping[str, Any], status: int = 0) -> Any:
    """Record findings from a file."""
    path = folder / "findings.json"
    path.write_text(json.dumps(payload), encoding="utf-8")
    return line("assess", path, as_="examiner1", status=status)


def test_from_files_to_the_issued_letter(line: Line, tmp_path: Path) -> None:
    set_up(line)
    bring_in(line, tmp_path)
    listed = line("case", "list")["cases"]
    assert [(each["case"], each["state"], each["route"]) for each in listed] == [(CASE, "received", "general")]
    shown = line("case", "show", CASE)
    assert {"case", "kind", "route", "state", "waiting_for", "closed_as", "due_on", "framework", "criteria", "facts", "evidence",
            "events"} <= set(shown)  # fmt: skip
    late = {fact["key"]: fact["value"] for fact in shown["facts"]}
    assert late["obligations.national_pension.months_late"] == 1

    payload = findings(shown)
    assess(line, tmp_path, {"cases": [{"case": CASE, "findings": payload["cases"][0]["findings"][:3]}]})
    line("propose", CASE, outcome="refuse", as_="examiner1", status=1)
    assessed = assess(line, tmp_path, payload)["cases"][0]
    assert (assessed["case"], assessed["gate"]["ok"]) == (CASE, True)

    weighing = "長い在留と就労は有利な事情であるが、公的義務の履行に欠けるため、永住を認めることは相当でない。"
    line("propose", CASE, outcome="refuse", weighing=weighing, status=2)  # an act of nobody
    line("propose", CASE, outcome="refuse", weighing=weighing, as_="supervisor1", status=2)
    assert line("propose", CASE, outcome="refuse", weighing=weighing, as_="examiner1")["state"] == "proposed"
    line("countersign", CASE, as_="examiner1", status=2)
    line("issue", CASE, out=str(tmp_path / "out"), as_="examiner1", status=2)
    line("return", CASE, comment="年金の当てはめに、納付日を書いてください。", as_="supervisor1")
    mended = findings(shown)
    for each in mended["cases"][0]["findings"]:
        each["reasons"][0]["text"] += "納付の日は受領の記録で確かめた。"
    assess(line, tmp_path, mended)
    line("propose", CASE, outcome="refuse", weighing=weighing, as_="examiner1")
    draft = line("letter", CASE, language="ja", format="pdf", out=str(tmp_path / "draft.pdf"))
    assert draft["draft"] is True
    line("countersign", CASE, as_="supervisor1")

    check_letters(line, tmp_path)
    after = line("case", "show", CASE)
    kinds = [event["kind"] for event in after["events"]]
    assert after["state"] == "issued"
    for kind in ("received", "proposed", "returned", "countersigned", "issued"):
        assert kind in kinds
    verified = line("verify")
    assert (verified["ok"], verified["first_broken"]) == (True, None)


def check_letters(line: Line, tmp_path: Path) -> None:
    """Issue; the files are the sealed letters, and stay so."""
    issued = line("issue", CASE, out=str(tmp_path / "out"), as_="examiner1")
    for each in issued["letters"]:
        assert hashlib.sha256(Path(each["file"]).read_bytes()).hexdigest() == each["sha256"]
        again = tmp_path / "again"
        line("letter", CASE, language=each["language"], format=each["format"], out=str(again))
        assert again.read_bytes() == Path(each["file"]).read_bytes()
    line("letter", CASE, language="ja", format="json", out=str(tmp_path / "letter.json"))
    letter = json.loads((tmp_path / "letter.json").read_text(encoding="utf-8"))
    assert {"case", "language", "outcome", "sentences", "remedies"} <= set(letter)
    assert {"rule", "last_day_if_received_today", "one_year_day"} <= set(letter["remedies"])
    assert any("納付の日は受領の記録で確かめた" in sentence["text"] for sentence in letter["sentences"])


def test_bad_input_is_named_and_nothing_changes(line: Line, tmp_path: Path) -> None:
    set_up(line)
    bring_in(line, tmp_path)
    before = line("verify")["events"]
    bad = tmp_path / "bad.csv"
    bad.write_text(f"case,year,income\n{CASE},2024,3000000\n{CASE},2025,多い\nZ-1,2025,1\n", encoding="utf-8")
    error = line("import", "income", bad, status=2)["error"]
    assert [(each["line"], each["column"], each["code"]) for each in error["problems"]] == [
        (3, "income", "intake.not_an_amount")
    ]
    assert line("verify")["events"] == before
    again = line("import", "cases", tmp_path / "cases.csv")
    assert (again["new"], again["skipped"]) == (0, 1)
    assert line("import", "ties", tmp_path / "ties.csv", "--dry-run")["dry_run"] is True
    line("import", "taxes", bad, status=2)
    line("import", "income", tmp_path / "nothing.csv", status=2)
    assess(
        line,
        tmp_path,
        {"cases": [{"case": CASE, "findings": [{"criterion": "none", "finding": "met", "reasons": []}]}]},
        status=2,
    )
    assess(line, tmp_path, {"people": []}, status=2)
    line("case", "show", "Z-1", status=2)
    (tmp_path / "findings.json").write_text("{", encoding="utf-8")
    line("assess", tmp_path / "findings.json", as_="examiner1", status=2)


Breaks = Callable[[pytest.MonkeyPatch], None]


def test_who_may_not_and_what_is_not_there(line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line("case", "list", status=2)  # no office yet
    set_up(line)
    line("office", "create", status=2)  # there is one already
    line("office", "add-person", "examiner1", role="examiner", unit="x", status=2)
    bring_in(line, tmp_path)
    line("import", "ties", tmp_path / "ties.csv", as_="auditor1", status=2)
    monkeypatch.setenv("AKASHI_PASSWORD", "wrong")
    line("import", "ties", tmp_path / "ties.csv", as_="examiner1", status=2)
    monkeypatch.delenv("AKASHI_PASSWORD")
    line("import", "ties", tmp_path / "ties.csv", as_="examiner1", status=2)
    monkeypatch.setenv("AKASHI_PASSPHRASE", "wrong")
    line("verify", status=2)


def program(*words: object, office: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The program as people start it."""
    command = [sys.executable, "-m", "desktop", *map(str, words), "--office", str(office)]
    full = {**os.environ, **SECRETS, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env}
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=full, cwd=ROOT)


def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    """Answers on standard output alone, progress and errors on standard error, statuses as promised."""
    office = tmp_path / "sample.akashi"
    made = program("sample", "--cases", 4, "--seed", 5, "--letters", 0, "--json", office=office)
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["cases"] == 4
    assert made.stderr == ""
    assert {path.name for path in tmp_path.iterdir()} == {"sample.akashi"}  # one file when closed
    assert json.loads(program("verify", "--json", office=office).stdout)["ok"] is True
    wrong = program("case", "show", "nobody", "--lang", "ja", office=office)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "nobody" in wrong.stderr
    assert program("fly", office=office).returncode == 2
    out = tmp_path / "file"
    out.write_text("")
    letter = ("letter", "NA-2026-00004", "--language", "ja", "--format", "pdf", "--out", out / "a.pdf")
    assert program(*letter, office=office).returncode == 3
