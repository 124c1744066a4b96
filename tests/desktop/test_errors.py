"""Errors become words, and the note holds nothing of a person."""

from pathlib import Path

import pytest

from desktop import errors
from models.errors import NotFound

SECRET = "王 小燕 PR-2026-00398"


def test_our_errors_speak_for_themselves() -> None:
    error = NotFound("cases.unknown", case="PR-1")
    assert "PR-1" in errors.words(error, "ja")
    assert errors.words(error, "ja") != errors.words(error, "en")


@pytest.mark.parametrize(
    "error", [FileNotFoundError(2, SECRET), PermissionError(13, SECRET), OSError(5, SECRET), KeyError(SECRET)]
)
def test_any_other_error_is_told_without_its_insides(error: Exception) -> None:
    said = errors.words(error, "en")
    assert SECRET not in said
    assert "Traceback" not in said
    assert len(said) > 20


def test_the_note_names_lines_but_no_values(tmp_path: Path) -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as cause:
            raise ValueError(f"no such case: {SECRET}") from cause
    except ValueError as error:
        path = errors.write_note(error, tmp_path)
    assert path is not None
    note = path.read_text(encoding="utf-8")
    assert "ValueError" in note
    assert "KeyError" in note
    assert "desktop/test_errors.py:" in note
    assert SECRET not in note
    assert "PR-2026" not in note
    assert str(Path.home()) not in note


def test_a_note_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert errors.write_note(ValueError(), blocked / "folder") is None


def test_the_hook_tells_and_keeps_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "notes_folder", lambda: tmp_path)
    told: list[BaseException] = []
    caught = errors.hook(told.append)
    fault = ValueError(SECRET)
    caught(ValueError, fault, None)
    assert told == [fault]
    assert [path.suffix for path in tmp_path.iterdir()] == [".txt"]
