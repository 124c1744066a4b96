"""``akashi calibration``: the whole way of a round from the command line."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.operations import sample


def test_a_round_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = tmp_path / "office.akashi"
    monkeypatch.setenv("AKASHI_PASSPHRASE", "sample")
    monkeypatch.setenv("AKASHI_PASSWORD", "sample")
    sample.make(where, "sample", 60, 1, letters=0).close()
    common = ["--office", str(where), "--json"]

    def told(*line: str, by: str, status: int = 0) -> dict[str, object]:
        assert main(["calibration", *line, *common, "--as", by]) == status
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    drawn = told("draw", "--size", "2", "--readers", "examiner1,examiner2,examiner3,examiner4", by="supervisor1")
    assert drawn["round"] == 1
    reader = next(f"examiner{n}" for n in range(1, 5) if told("list", by=f"examiner{n}")["to_read"])
    waiting = told("list", by=reader)["to_read"]
    assert isinstance(waiting, list)
    place = waiting[0][1]
    seen = told("read", "1", str(place), by=reader)
    assert {"facts", "criteria", "route"} <= set(seen)
    assert not {"case", "name", "outcome", "findings"} & set(seen)
    criteria = seen["criteria"]
    assert isinstance(criteria, list)
    reading = {"round": 1, "place": place, "outcome": "grant", "findings": dict.fromkeys(criteria, "met")}
    file = tmp_path / "reading.json"
    file.write_text(json.dumps({**reading, "findings": {}}), encoding="utf-8")
    told("record", str(file), by=reader, status=2)
    file.write_text(json.dumps(reading), encoding="utf-8")
    assert told("record", str(file), by=reader)["recorded"] is True
    told("record", str(file), by=reader, status=2)
    file.write_text("[]", encoding="utf-8")
    told("record", str(file), by=reader, status=2)
    told("draw", "--size", "2", by="examiner1", status=2)
