"""``akashi report consistency`` and ``akashi agreement`` on registers, as a script calls them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.cli import main
from models.consistency import rules
from tests.desktop.cli.registers import write_assessments, write_decisions
from tests.reports.consistency import papers, registers

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register and its readings."""
    made = tmp_path_factory.mktemp("registers")
    write_decisions(made / "decisions.csv", registers.decisions(number=1200, examiners=15))
    write_assessments(made / "readings.csv", registers.readings(), encoding="cp932")
    return made


def run(*args: object) -> int:
    """One command."""
    return main([str(each) for each in args])


def answer(capsys: Capture, *args: object) -> dict[str, Any]:
    """One command with --json; its answer."""
    assert run(*args, "--json", "--lang", "en") == 0
    read: dict[str, Any] = json.loads(capsys.readouterr().out)
    return read


def test_a_register_gives_three_files(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    command = (
        "report",
        "consistency",
        "--decisions",
        folder / "decisions.csv",
        "--assessments",
        folder / "readings.csv",
    )
    data = answer(capsys, *command, "--out", tmp_path, "--bootstrap", 50)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.json", "report.pdf", "report.xlsx"]
    assert data["population"]["decisions"] == 1200
    assert data["report"]["product"] == "working_paper"
    assert data["report"]["source"] == "register"
    assert len(data["agreement"]) == 6
    read = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert read["examiners"] == data["examiners"]


def test_an_answer_for_people_names_the_files(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "new" / "folder"
    assert (
        run(
            "report",
            "consistency",
            "--decisions",
            folder / "decisions.csv",
            "--out",
            out,
            "--formats",
            "json",
            "--lang",
            "ja",
        )
        == 0
    )
    said = capsys.readouterr()
    assert "1,200件の決定、15人の審査官" in said.out
    assert str(out / "report.json") in said.out
    assert said.err == ""


def test_a_release_leaves_a_ledger_and_the_next_one_is_held_against_it(
    folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    register = write_decisions(tmp_path / "r.csv", registers.decisions(number=1200, examiners=15))
    release = (
        "report",
        "consistency",
        "--decisions",
        register,
        "--release",
        "--formats",
        "json",
        "--out",
        tmp_path / "o",
    )
    first = answer(capsys, *release, "--from", "2026-04-01", "--to", "2026-09-30")
    assert first["report"]["product"] == "release"
    assert (tmp_path / "r.csv.akashi-ledger.json").is_file()
    again = answer(capsys, *release, "--from", "2026-04-01", "--to", "2026-09-30")
    assert again["population"]["decisions"] == first["population"]["decisions"]
    assert again["examiners"] == []
    shorter = answer(capsys, *release, "--from", "2026-04-01", "--to", "2026-09-29")
    assert shorter["population"]["decisions"] is None
    assert [each["reason"] for each in shorter["protection"]["withheld_because"]] == ["why_difference_too_small"]


def test_a_damaged_ledger_stops_a_release(tmp_path: Path, capsys: Capture) -> None:
    register = write_decisions(tmp_path / "r.csv", registers.decisions(number=200, examiners=5))
    (tmp_path / "r.csv.akashi-ledger.json").write_text("{", encoding="utf-8")
    assert (
        run("report", "consistency", "--decisions", register, "--release", "--out", tmp_path / "o", "--lang", "en") == 2
    )
    assert "ledger" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_without_protection_every_page_says_so(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    command = (
        "report",
        "consistency",
        "--decisions",
        folder / "decisions.csv",
        "--protection",
        "off",
        "--out",
        tmp_path,
    )
    data = answer(capsys, *command)
    assert data["report"]["protected"] is False
    pages = papers.texts((tmp_path / "report.pdf").read_bytes())
    assert all("not for release" in page for page in pages)


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (["--release", "--protection", "off"], "do not go together"),
        (["--from", "2026-13-01"], "2026-13-01"),
        (["--from", "2026-05-01", "--to", "2026-04-01"], "before its beginning"),
        (["--formats", "pdf,docx"], "docx"),
        (["--threshold", "5"], "10 or more"),
        (["--bootstrap", "-1"], "--bootstrap"),
    ],
)
def test_wrong_wishes_are_refused_in_words(
    folder: Path, tmp_path: Path, capsys: Capture, extra: list[str], said: str
) -> None:
    command = (
        "report",
        "consistency",
        "--decisions",
        folder / "decisions.csv",
        "--out",
        tmp_path / "o",
        "--lang",
        "en",
    )
    assert run(*command, *extra) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_files_that_are_not_there_or_no_register(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty.csv").write_text("decided_on,examiner,outcome\n", encoding="utf-8")
    (tmp_path / "twice.csv").write_text(
        "decided_on,examiner,outcome,outcome\n2026-04-01,a,grant,grant\n", encoding="utf-8"
    )
    for name in ("nothing.csv", "empty.csv", "twice.csv"):
        assert (
            run("report", "consistency", "--decisions", tmp_path / name, "--out", tmp_path / "o", "--lang", "en") == 2
        )
        assert name in capsys.readouterr().err
    assert (
        run("report", "consistency", "--decisions", folder / "readings.csv", "--out", tmp_path / "o", "--lang", "en")
        == 2
    )
    assert "decided_on" in capsys.readouterr().err
    assert run("report", "consistency", "--decisions", folder, "--out", tmp_path / "o", "--lang", "en") == 2


def test_a_map_translates_columns_and_words(tmp_path: Path, capsys: Capture) -> None:
    rows = "".join(f"2026/4/{n % 28 + 1},担当{n % 4},{'可' if n % 3 else '否'},メモ\n" for n in range(120))
    (tmp_path / "r.csv").write_text("決定日,担当,結果,備考\n" + rows, encoding="cp932")
    (tmp_path / "map.toml").write_text(
        'ignore = ["備考"]\n[columns]\ndecided_on = "決定日"\nexaminer = "担当"\noutcome = "結果"\n'
        '[values.outcome]\n"可" = "grant"\n"否" = "refuse"\n',
        encoding="utf-8",
    )
    command = ("report", "consistency", "--decisions", tmp_path / "r.csv", "--map", tmp_path / "map.toml")
    data = answer(capsys, *command, "--out", tmp_path / "o", "--formats", "json")
    assert (data["population"]["decisions"], data["population"]["grants"]) == (120, 80)


def test_a_broken_map_is_named(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    for text in ("[columns", "[surprise]\na = 1\n", "[columns]\nexaminer = 3\n", 'ignore = "x"\n', "values = 3\n"):
        (tmp_path / "map.toml").write_text(text, encoding="utf-8")
        command = ("report", "consistency", "--decisions", folder / "decisions.csv", "--map", tmp_path / "map.toml")
        assert run(*command, "--out", tmp_path / "o", "--lang", "en") == 2
        assert "map.toml" in capsys.readouterr().err


def test_every_row_that_is_not_used_is_counted(tmp_path: Path, capsys: Capture) -> None:
    good = "".join(f"C{n},2026-04-{n % 28 + 1:02},e{n % 5},{'grant' if n % 2 else 'refuse'}\n" for n in range(100))
    bad = "X1,2026-04-01,e1,pending\nX2,someday,e1,grant\nX3,2026-04-01,,grant\nC0,2026-04-01,e0,refuse\nX4,2026-04-01,e1,grant,too,long\n"
    (tmp_path / "r.csv").write_text("case,decided_on,examiner,outcome\n" + good + bad, encoding="utf-8")
    data = answer(
        capsys, "report", "consistency", "--decisions", tmp_path / "r.csv", "--out", tmp_path / "o", "--formats", "json"
    )
    assert {each["reason"]: each["rows"] for each in data["population"]["dropped"]} == {
        "unknown_outcome": 1,
        "unreadable_date": 1,
        "missing_examiner": 1,
        "duplicate_row": 1,
        "row_too_long": 1,
    }
    assert data["population"]["decisions"] == 100


def test_a_spreadsheet_is_read_like_a_text_file(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    lines = [line.split(",") for line in (folder / "decisions.csv").read_text(encoding="utf-8").splitlines()[:300]]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    book.save(tmp_path / "r.xlsx")
    data = answer(
        capsys,
        "report",
        "consistency",
        "--decisions",
        tmp_path / "r.xlsx",
        "--out",
        tmp_path / "o",
        "--formats",
        "json",
    )
    assert data["population"]["decisions"] == 299


def test_too_few_decisions_make_a_short_report(tmp_path: Path, capsys: Capture) -> None:
    register = write_decisions(tmp_path / "r.csv", registers.decisions(number=6, examiners=2))
    data = answer(capsys, "report", "consistency", "--decisions", register, "--out", tmp_path / "o")
    assert data["population"]["decisions"] is None
    assert data["notes"][0]["reason"] == "why_too_few_decisions"
    assert len(papers.texts((tmp_path / "o" / "report.pdf").read_bytes())) == 1


def test_agreement_is_one_record(folder: Path, capsys: Capture) -> None:
    data = answer(capsys, "agreement", folder / "readings.csv", "--metric", "nominal", "--bootstrap", 50, "--seed", 3)
    assert (data["units"], data["raters"], data["ratings"]) == (720, 8, 1440)
    assert data["alpha_low"] < data["alpha"] < data["alpha_high"]
    again = answer(capsys, "agreement", folder / "readings.csv", "--metric", "nominal", "--bootstrap", 50, "--seed", 3)
    assert again == data


def test_agreement_of_numbers_and_of_names(tmp_path: Path, capsys: Capture) -> None:
    rows = "".join(f"u{n},r{rater},{(n * 7 + rater * (n % 4 == 0)) % 5 + 1}\n" for n in range(40) for rater in range(3))
    (tmp_path / "n.csv").write_text("unit,rater,value\n" + rows, encoding="utf-8")
    for metric in ("nominal", "ordinal", "interval", "ratio"):
        data = answer(capsys, "agreement", tmp_path / "n.csv", "--metric", metric, "--bootstrap", 20)
        assert data["metric"] == metric
        assert 0 < data["alpha"] < 1
    (tmp_path / "w.csv").write_text("unit,rater,value\nu1,a,yes\nu1,b,no\n", encoding="utf-8")
    assert run("agreement", tmp_path / "w.csv", "--metric", "interval", "--lang", "en") == 2
    assert "yes" in capsys.readouterr().err


def test_agreement_says_why_there_is_none(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.csv").write_text("unit,rater,value\nu1,a,met\nu2,b,met\n", encoding="utf-8")
    assert run("agreement", tmp_path / "a.csv", "--metric", "nominal", "--lang", "en") == 0
    assert "no double readings" in capsys.readouterr().out


def test_codes_are_new_in_every_report(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    command = ("report", "consistency", "--decisions", folder / "decisions.csv", "--formats", "json", "--out", tmp_path)
    one, two = answer(capsys, *command), answer(capsys, *command)
    pairs = [{(row["code"], row["decisions"], row["observed"]) for row in each["examiners"]} for each in (one, two)]
    assert len(pairs[0] & pairs[1]) <= 1


def test_report_equals_the_statistics_of_the_same_columns(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    data = answer(
        capsys, "report", "consistency", "--decisions", folder / "decisions.csv", "--out", tmp_path, "--formats", "json"
    )
    found = registers.decisions(number=1200, examiners=15)
    exact = rules.compute(replace(found, groups=()), None, replace(registers.options(), kind=None))
    assert data["overdispersion"]["phi"] == pytest.approx(exact.overdispersion.phi)


def test_a_bulletin_of_a_register(tmp_path: Path, capsys: Capture) -> None:
    register = write_decisions(tmp_path / "r.csv", registers.decisions(number=2000, examiners=15))
    command = ("report", "bulletin", "--year", 2026, "--decisions", register, "--languages", "ja,en")
    data = answer(capsys, *command, "--out", tmp_path / "o")
    assert data["published"] is True
    names = ["bulletin.en.html", "bulletin.en.pdf", "bulletin.ja.html", "bulletin.ja.pdf"]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == names
    assert (tmp_path / "r.csv.akashi-ledger.json").is_file()
    for wrong in (("--year", 3), ("--year", 2026, "--formats", "docx")):
        assert run("report", "bulletin", *wrong, "--decisions", register, "--out", tmp_path / "p", "--lang", "en") == 2
    assert not (tmp_path / "p").exists()
