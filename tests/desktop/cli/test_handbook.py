"""``akashi handbook``, in this process: no office, files whole, mistakes in words."""

import json
from pathlib import Path

import pytest

from desktop import cli

Capture = pytest.CaptureFixture[str]


def test_it_writes_the_booklet_without_an_office(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "deep" / "handbook.pdf"
    args = ["handbook", "extension", "--language", "en", "--format", "pdf", "--out", str(out), "--json"]
    assert cli.main(args) == 0
    answer = json.loads(capsys.readouterr().out)
    assert out.read_bytes().startswith(b"%PDF")
    assert answer["framework"] == "extension"
    assert answer["bytes"] == out.stat().st_size


def test_the_twin_and_easy_japanese(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "handbook.html"
    args = ["handbook", "permanent_residence", "--language", "ja-easy", "--format", "html", "--out", str(out)]
    assert cli.main([*args, "--lang", "ja"]) == 0
    assert "<ruby>" in out.read_text(encoding="utf-8")
    assert "作りました" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["permanent_residence", "--language", "xx"], "ja-easy"),
        (["permanent_residence", "--format", "doc"], "doc"),
        (["no_such_rules"], "no_such_rules"),
        (["missing.yaml"], "missing.yaml"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(wrong: list[str], said: str, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "handbook.pdf"
    assert cli.main(["handbook", *wrong, "--out", str(out), "--lang", "en"]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()
