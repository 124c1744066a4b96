"""``akashi like`` and ``akashi distinguish``: nothing before the finding stands, then how like cases were found, never a few."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from models.store.clock import Clock
from tests import builders
from tests.models.likecases.offices import MET, NOT_MET, WHY, decided, found, pattern_of

CASE = "A-001"


def test_from_the_locked_line_to_the_distinction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    where = tmp_path / "office.akashi"
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        decided(office, [MET] * 8 + [NOT_MET] * 4, pattern_of(office), on=Clock().today())

    def run(*words: str, status: int = 0, lang: str = "en") -> str:
        who = () if words[0] == "case" else ("--as", "examiner1")
        assert main([*words, "--office", str(where), "--lang", lang, *who]) == status
        said = capsys.readouterr()
        return said.out + said.err

    def data(*words: str, status: int = 0) -> Any:
        return json.loads(run(*words, "--json", status=status).partition("\n}")[0] + "\n}")

    assert "No finding is recorded" in run("like", CASE, "pension", status=1)
    with builders.opened(where) as office:
        found(office)
    shown = run("like", CASE, "pension", lang="ja")
    assert "類似事案 12件（適合 8件、不適合 4件）。直近3年の決定。" in shown
    assert "同じ種別と類型、未納 なし、期限の後に納付 1か月" in shown
    asked = data("like", CASE, "pension")
    assert (asked["total"], asked["counts"], asked["differs"]) == (12, {"met": 8, "not_met": 4}, True)
    assert "at least 20 characters" in run("distinguish", CASE, "pension", "--text", "違う", status=1)
    made = data("distinguish", CASE, "pension", "--text", WHY)
    assert (made["revision"], made["number"], made["by"]) == (1, 1, "examiner1")
    (compared,) = data("case", "show", CASE)["comparisons"]
    assert (compared["differs"], compared["distinction"]["text"]) == (True, WHY)
    with builders.opened(where) as office:
        found(office, MET, "japanese")
    assert run("like", CASE, "japanese") == "There are fewer than 5 like cases, so no breakdown is shown.\n"
    few = data("like", CASE, "japanese")
    assert (few["fewer_than"], few["total"], few["counts"], few["rows"]) == (5, None, {}, [])
