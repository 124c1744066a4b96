"""Acts on the command line, tried as an outsider would: files made by hand, out of order, with characters that are none."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.cli.files import ready
from tests.journeys.papers import write
from tests.journeys.test_command_line import CASE, Line, line, set_up

__all__ = ["line"]  # the fixture


@pytest.fixture
def with_case(line: Line, tmp_path: Path) -> Line:
    """An office with one case and nothing else."""
    set_up(line)
    line("import", "cases", write(tmp_path)["cases"])
    return line


def _refused(line: Line, tmp_path: Path, text: str) -> str:
    path = tmp_path / "findings.json"
    path.write_text(text, encoding="utf-8")
    return str(line("assess", path, as_="examiner1", status=2)["error"]["code"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "findings.assess_nested"),
        ('{"cases": [{"case": "C1", "case": "C2", "findings": []}]}', "findings.assess_twice"),
        ('{"cases": [{"case": "\\ud800", "findings": []}]}', "gate.unwritable"),
    ],
)
def test_a_file_of_findings_that_is_none(line: Line, tmp_path: Path, text: str, code: str) -> None:
    set_up(line)
    assert _refused(line, tmp_path, text) == code


def test_a_reason_holds_no_control_character(with_case: Line, tmp_path: Path) -> None:
    reasons = [{"evidence": ["E1"], "text": "資料から\x00確認できる。"}]
    said = {"cases": [{"case": CASE, "findings": [{"criterion": "japanese", "finding": "met", "reasons": reasons}]}]}
    path = tmp_path / "findings.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    told = with_case("assess", path, as_="examiner1", status=2)["error"]["problems"]
    assert [each["code"] for each in told] == ["gate.unwritable"]


def test_a_case_without_examiner_is_with_nobody(with_case: Line) -> None:
    told = with_case("propose", CASE, "--outcome", "grant", as_="examiner1", status=2)
    assert told["error"]["code"] == "cases.nobodys"


def test_an_issue_that_is_refused_leaves_no_folder(with_case: Line, tmp_path: Path) -> None:
    with_case("issue", CASE, as_="examiner1", out=str(tmp_path / "letters" / "today"), status=2)
    assert not (tmp_path / "letters").exists()


def test_a_folder_that_stood_there_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(ValueError, match="x"), ready(tmp_path / "kept" / "new"):
        raise ValueError("x")
    assert list(tmp_path.iterdir()) == [tmp_path / "kept"]
    assert not list((tmp_path / "kept").iterdir())


@pytest.mark.parametrize("language", ["xx", "", "japanese"])
def test_a_letter_in_no_language(with_case: Line, tmp_path: Path, language: str) -> None:
    out = str(tmp_path / "letter.pdf")
    told = with_case("letter", CASE, language=language, format="pdf", out=out, status=2)
    assert told["error"]["code"] == "letters.unknown_language"


@pytest.mark.parametrize("words", [("case", "show", "\udcff"), ("import", "cases", "\udcff.csv")])
def test_bytes_that_are_no_text(line: Line, words: tuple[str, ...]) -> None:
    set_up(line)
    assert line(*words, status=2)["error"]["code"] == "gate.unwritable"


@pytest.mark.parametrize(
    "words",
    [("bogus",), ("case",), ("case", "list", "--lang", "de"), ("case", "show", "A", "B"), ("case", "list", "--office")],
)
def test_wrong_usage_is_told_as_json_too(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert main(["--json", *words]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out)["error"]["code"] == "cli.usage_error"
    assert said.err
