"""``akashi report look-up``: a code of a working paper leads back to a person only with a purpose, and on record."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.operations import offices, records, sample
from tests import builders


def test_a_code_is_looked_up_with_a_purpose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = tmp_path / "office.akashi"
    monkeypatch.setenv("AKASHI_PASSPHRASE", "sample")
    monkeypatch.setenv("AKASHI_PASSWORD", "sample")
    sample.make(where, "sample", 60, 1, letters=0).close()
    common = ["--office", str(where), "--as", "supervisor1", "--json"]
    assert main(["report", "consistency", "--out", str(tmp_path / "out"), "--formats", "json", *common]) == 0
    capsys.readouterr()
    made = json.loads(next((tmp_path / "out").glob("*.json")).read_text(encoding="utf-8"))
    code = made["examiners"][0]["code"]
    asked = ["report", "look-up", made["report"]["id"], code, *common]
    assert main([*asked, "--why", "再読の割当"]) == 0
    assert json.loads(capsys.readouterr().out)["login"].startswith("examiner")
    assert main([*asked, "--why", " "]) == 2
    capsys.readouterr()
    with offices.open_(where, "sample") as office:
        looked = [each for each in records.page(office, builders.AUDITOR, size=20) if each.kind == "report.looked_up"]
        assert [(each.who, each.content["code"], each.content["why"]) for each in looked] == [
            ("supervisor1", code, "再読の割当")
        ]
