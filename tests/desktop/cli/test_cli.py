"""The command line itself: where options may stand, what goes to which stream, what is never imported."""

import argparse
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import selftest
from desktop.cli import crash, main, options
from desktop.cli.call import Call
from desktop.cli.files import write
from desktop.cli.output import Answer, Ticker, give, table
from desktop.cli.parser import COMMANDS, build, parse
from models.errors import WorldFault
from resources import messages
from tests.desktop.cli.lines import LINES

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("line", LINES)
def test_every_command_of_the_contract_is_there(line: str) -> None:
    command, _ = parse(line.split(), "en")
    assert command is not None
    assert line.startswith(command.name)


def test_no_command_is_without_its_line_above() -> None:
    assert [each.name for each in COMMANDS if not any(line.startswith(each.name) for line in LINES)] == []


@pytest.mark.parametrize("place", range(1, 8))
def test_common_options_stand_anywhere(place: int) -> None:
    words = "import cases file.csv --map map.toml --dry-run".split()
    said = [*words[:place], "--office", "o.akashi", "--as", "examiner1", "--json", "--lang", "ja", *words[place:]]
    if place == 4:  # between an option and its value nothing can stand
        return
    chosen, rest = options.split(said)
    assert chosen == options.Options("o.akashi", "examiner1", True, "ja")
    assert rest == words


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_help_in_both_languages(lang: str) -> None:
    text = build(lang).format_help()
    assert messages.text("cli.help_sample", lang) in " ".join(text.split()) or lang == "ja"
    assert all(messages.has(f"cli.{command.help_code}", lang) for command in COMMANDS)


@pytest.mark.parametrize(
    "line", ["fly", "import", "case", "propose A-1", "letter A-1 --format doc", "verify --lang fr", "sample --cases x"]
)
def test_wrong_usage_is_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err


def test_help_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--help", "--lang", "en"]) == 0
    assert "--dry-run" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("env", "lang"),
    [({"LANG": "ja_JP.UTF-8"}, "ja"), ({"LANG": "de_DE.UTF-8"}, "en"), ({"LANG": "ja_JP", "LC_ALL": "C"}, "en")],
)
def test_language_of_the_computer(env: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert options.own_language() == lang


def test_a_command_imports_no_qt_and_asking_for_help_no_database() -> None:
    code = (
        "import sys; from desktop.cli import main; main(['framework', 'list', '--json']);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')], 'Qt';"
        "main(['import', '--help']); assert 'sqlalchemy' not in sys.modules, 'SQLAlchemy'"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_nobody_is_shown_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error nobody foresaw leaves a note without what it was about."""

    def fails(*_: object) -> object:
        raise RuntimeError("NGUYEN THI MAI, PR-2026-90001")

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("models.frameworks.library.all_", fails)
    monkeypatch.setattr("desktop.cli.call.own_folder", lambda: tmp_path)
    assert main(["framework", "list", "--json", "--lang", "en"]) == 3
    said = capsys.readouterr()
    assert json.loads(said.out)["error"]["code"] == "cli.crashed"
    assert "Traceback" not in said.err
    (note,) = (tmp_path / "crashes").iterdir()
    text = note.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in text
    assert "test_cli.py" in text
    assert "NGUYEN" not in text + said.err
    assert str(Path.home()) not in text


def test_no_room_for_the_note(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("a file where the folder should be")
    assert crash.write(RuntimeError("x"), tmp_path) is None


def test_stopped_by_the_person(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stops() -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("models.frameworks.library.all_", stops)
    assert main(["framework", "list", "--lang", "en"]) == 3
    assert capsys.readouterr().err == messages.text("cli.cancelled", "en") + "\n"


def test_json_alone_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert give(Answer({"name": "𠮷田"}, ("line",), 1, ("note",)), as_json=True) == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == {"name": "𠮷田"}
    assert said.err == "note\n"


def test_wide_characters_take_two_places() -> None:
    assert table(("a", "b"), [("永住", 1), ("x", None)]) == ("a     b", "永住  1", "x")


def test_progress_on_a_terminal_alone() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    quiet, shown = io.StringIO(), Terminal()
    for stream in (quiet, shown):
        ticker = Ticker("rows", stream)
        ticker(1_000, 0)
        ticker(2_000, 5_000)
        ticker.end()
    assert quiet.getvalue() == ""
    assert "2,000 / 5,000" in shown.getvalue()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.pdf"
    write(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WorldFault):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]


def test_secrets_are_asked_for_or_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("AKASHI_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["verify", "--office", "nowhere.akashi", "--lang", "ja"]) == 2
    assert "AKASHI_PASSPHRASE" in capsys.readouterr().err


def test_framework_check_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = next((ROOT / "resources" / "frameworks").glob("*/*.yaml"))
    assert main(["framework", "check", str(good), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        good.read_text(encoding="utf-8").replace("mandatory: true", "mandatory: perhaps", 1), encoding="utf-8"
    )
    assert main(["framework", "check", str(bad), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["ok"], bool(found["problems"])) == (False, True)
    assert main(["framework", "check", str(tmp_path / "none.yaml")]) == 2


def test_self_test_names_what_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise WorldFault("cli.no_framework")

    monkeypatch.setattr(selftest, "STEPS", {"framework": fails, "migration": lambda: None})
    assert main(["self-test", "--json", "--lang", "en"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [(each["step"], each["ok"]) for each in said["steps"]] == [("framework", False), ("migration", True)]
    assert said["steps"][0]["cause"] == messages.text("cli.no_framework", "en")


def test_self_test_in_a_process_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "self-test", "--json"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    said = json.loads(done.stdout)
    assert (done.returncode, said["ok"]) == (0, True), said
    assert [each["step"] for each in said["steps"]] == ["framework", "migration", "letter", "report", "window"]


def test_the_desk_opens_without_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[object, object]] = []

    def opens(office: object, lang: object) -> int:
        opened.append((office, lang))
        return 0

    monkeypatch.setattr("desktop.app.main", opens)
    assert main(["--office", "x.akashi", "--lang", "ja"]) == 0
    assert opened == [("x.akashi", "ja")]


def test_own_office_is_the_default() -> None:
    call = Call(options.Options(None, None, False, "en"), parse(["verify"], "en")[1])
    assert call.where().endswith("office.akashi")


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _parsers(each)


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_argument_is_explained(lang: str) -> None:
    bare = [
        f"{parser.prog} {action.dest}"
        for parser in _parsers(build(lang))
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert bare == [], "add them to resources/messages/arguments.*.toml"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("propose", "足りないもの: CASE, --outcome"),
        ("propose A --outcome maybe", "--outcome に 'maybe' は使えません"),
        ("case frob", "WHAT に 'frob' は使えません"),
        ("sample --cases many", "--cases の値 'many' を 整数 として読めません"),
        ("verify --quickly", "ここでは使えません: --quickly"),
        ("case show", "足りないもの: CASE"),
        ("sample --cases", "--cases には値が必要です"),
        ("restore a.bak --older=yes", "--older は値を取りません（書かれた値: 'yes'）"),
    ],
)
def test_wrong_usage_is_told_in_japanese(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*line.split(), "--lang", "ja"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "usage:" not in told
    assert "使い方:" in told


def test_a_case_number_is_read_as_the_import_reads_it() -> None:
    _, args = parse(["case", "show", "\uff30R-\uff11 "], "ja")
    assert args.case == "PR-1"
