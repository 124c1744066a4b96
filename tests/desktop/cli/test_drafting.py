"""The way of an office's own version on the command line: begun, written, proposed, published by another, listed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import main
from models.frameworks import editing
from tests import builders

Run = Callable[..., dict[str, object]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line on an office of the tests, as somebody."""
    builders.office(tmp_path).close()
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)

    def called(line: str, who: str = "rules1", status: int = 0) -> dict[str, object]:
        common = ["--office", str(tmp_path / "office.akashi"), "--as", who, "--json", "--lang", "en"]
        assert main([*line.replace("DIR", str(tmp_path)).split(), *common]) == status, capsys.readouterr().err
        out = capsys.readouterr().out
        found: dict[str, object] = json.loads(out) if out else {}
        return found

    return called


def test_a_version_goes_its_way(run: Run, tmp_path: Path) -> None:
    draft = run("framework draft permanent_residence")["draft"]
    assert draft == "permanent_residence.1"
    run(f"framework text {draft} --out DIR/draft.yaml")
    path = tmp_path / "draft.yaml"
    text = editing.put(path.read_text(encoding="utf-8"), ("version",), "2099-04-01")
    path.write_text(editing.put(text, ("criteria", "pension", "question", "ja"), "別の問い"), encoding="utf-8")
    written = run(f"framework write {draft} DIR/draft.yaml --note first")
    assert written["changes"] == ["criteria.pension.question.ja"]
    assert written["problems"] == []
    run(f"framework propose {draft} --from 令和81年4月1日 --comment x")
    run(f"framework publish {draft}", status=2)
    run(f"framework return {draft} --comment again", who="supervisor1")
    run(f"framework propose {draft} --from 2099-04-01")
    made = run(f"framework publish {draft}", who="supervisor1")
    assert (made["version"], made["in_force_from"]) == ("2099-04-01", "2099-04-01")
    listed = run("framework drafts", who="auditor1")
    assert [each["state"] for each in listed["drafts"]] == ["published"]  # type: ignore[attr-defined]  # JSON
    assert "2099-04-01" in {each["version"] for each in run("framework list")["frameworks"]}  # type: ignore[attr-defined]  # JSON
    told = run("framework diff permanent_residence/2026-02-24 permanent_residence/2099-04-01")
    assert [each["place"] for each in told["changes"] if each["criterion"]] == ["criteria.pension.question.ja"]  # type: ignore[attr-defined]  # JSON
    assert run("framework overtaken", who="examiner1")["cases"] == []
    assert run("verify")["ok"] is True


def test_a_broken_text_is_kept_and_its_problems_are_said(run: Run, tmp_path: Path) -> None:
    run("framework draft naturalization")
    (tmp_path / "draft.yaml").write_text("id: naturalization\n", encoding="utf-8")
    said = run("framework write naturalization.1 DIR/draft.yaml")
    assert said["problems"]
    run("framework propose naturalization.1 --from 2099-04-01", status=1)
    run("framework give-up naturalization.1")


def test_check_says_what_is_still_to_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(__file__).resolve().parents[3] / "resources/frameworks/permanent_residence/2026-02-24.yaml"
    assert main(["framework", "check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "criteria.japanese" in {each["place"] for each in said["unverified"]}
