"""Files of lines that only grow: a line that a crash cut stays a line of its own."""

import os
from pathlib import Path

from models.store.appending import append


def test_lines_follow_one_another_and_a_cut_one_takes_none_with_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lines"
    append(path, "one\n")
    append(path, "two\nthree\n")
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    path.write_bytes(b"one\ntw")
    append(path, "three\n")
    assert path.read_text().splitlines() == ["one", "tw", "three"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
