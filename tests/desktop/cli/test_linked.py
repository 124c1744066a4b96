"""The command line of linked institutions: attestations with consent, data back, two cases of one person, an error that says no number."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.operations import decisions
from models.decisions import service
from models.decisions.values import Outcome
from tests import builders

CASE, OTHER = "A-001", "A-002"


class Letter:
    """What an issued letter tells the record."""

    language, format, number, sha256 = "ja", "pdf", "1", "0" * 64


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed office with a granted case and an open one of, it seems, the same person."""
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    with builders.office(tmp_path) as office:
        builders.ready_case(office, CASE)
        builders.find_all(office)
        decisions.propose(office, builders.EXAMINER, CASE, Outcome.GRANT, "全体を見て、許可が相当である。")
        decisions.countersign(office, builders.SUPERVISOR, CASE)
        with office.begin() as session:
            service.mark_issued(session, builders.SUPERVISOR, CASE, [Letter()])
        builders.ready_case(office, OTHER)
        return Path(str(office.location.file))


def run(capsys: pytest.CaptureFixture[str], where: Path, *words: str, who: str = "examiner1", status: int = 0) -> Any:
    """A line's answer as JSON."""
    capsys.readouterr()
    found = main([*words, "--office", str(where), "--as", who, "--json", "--lang", "en"])
    said = capsys.readouterr()
    assert found == status, said.err
    return json.loads(said.out)


def test_an_attestation_from_the_switch_to_the_withdrawal(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = (
        "attestation", "add", OTHER, "employer", "--name", "みどり", "--stated-on", "2026-06-20", "--until", "9999-12-31",
        "--purpose", "収入を示すため", "--criterion", "independent_livelihood", "--consent-on", "2026-06-15", "--consent-how", "書面",
        "--says", "annual_pay=4,200,000", "--says", "premiums_withheld=はい",
    )  # fmt: skip
    refused = run(capsys, where, *line, status=2)
    assert refused["error"]["code"] == "attestations.off"
    assert run(capsys, where, "attestation", "on", "--why", "様式ができた", who="admin1") == {"on": True}
    made = run(capsys, where, *line)
    assert (made["state"], made["said"]) == ("ok", {"annual_pay": "4200000", "premiums_withheld": "yes"})
    gone = run(capsys, where, "attestation", "withdraw", OTHER, made["evidence"], "--why", "本人の申し出")
    assert (gone["state"], gone["findings"]) == ("withdrawn", [])
    listed = run(capsys, where, "attestation", "list", OTHER, who="auditor1")
    assert [each["state"] for each in listed["attestations"]] == ["withdrawn"]
    assert run(capsys, where, "verify", who="auditor1")["ok"] is True


def test_data_back_is_looked_at_written_and_told(
    where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ("pension", "--from", "2026-07-01", "--until", "2026-07-01")
    assert run(capsys, where, "provision", "institutions")["institutions"][0]["verify"] is True
    seen = run(capsys, where, "provision", "preview", *order, who="supervisor1")
    assert [each["case"] for each in seen["lines"]] == [CASE]
    out = tmp_path / "pension.csv"
    made = run(
        capsys,
        where,
        "provision",
        "export",
        *order,
        "--why",
        "定例",
        "--format",
        "csv",
        "--out",
        str(out),
        who="supervisor1",
    )
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert rows[1] == list(seen["lines"][0]["cells"].values())
    log = run(capsys, where, "provision", "log", "--case", CASE, who="auditor1")["provisions"]
    assert [(each["number"], each["case_numbers"]) for each in log] == [(made["number"], [CASE])]
    run(capsys, where, "provision", "preview", *order, who="examiner1", status=2)


def test_two_cases_of_one_person_and_no_number_said_again(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maybe = run(capsys, where, "case", "earlier", OTHER)["candidates"]
    assert [(each["case"], "name" in each["signs"]) for each in maybe] == [(CASE, True)]
    run(capsys, where, "case", "earlier", OTHER, "--link", CASE, "--why", "同じ旅券")
    assert [each["case"] for each in run(capsys, where, "case", "earlier", CASE)["later"]] == [OTHER]
    facts = {each["key"]: each for each in run(capsys, where, "case", "show", OTHER)["facts"]}
    assert facts["residence.years"]["put_to_applicant"] is None
    capsys.readouterr()
    assert main(["case", "show", "1234-5678-9018", "--office", str(where), "--json", "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "9018" not in said.err + said.out
