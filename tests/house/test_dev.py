"""dev.py, the developers' one door: what it does when something is missing."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from tests.house import tree


def run_dev(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """dev.py as a person starts it, with no display but for what `env` gives."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    clean = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(tree.ROOT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=clean | env, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a display")
def test_run_without_a_display_says_so_and_how_to_get_one() -> None:
    done = run_dev("run")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "no display" in done.stderr
    assert "xvfb-run" in done.stderr


def test_an_unknown_command_shows_the_commands() -> None:
    done = run_dev("fly")
    assert done.returncode == 2
    assert all(name in done.stderr for name in dev.COMMANDS)


def test_help_is_no_error() -> None:
    assert run_dev("--help").returncode == 0


def test_dev_needs_nothing_but_the_standard_library() -> None:
    """-S -I: no site-packages, no environment variables; importing the file must still work."""
    code = f"import sys; sys.path.insert(0, {str(tree.ROOT)!r}); import dev; print(len(dev.COMMANDS))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "11", done.stderr


def hide(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Make Python lack modules, as Debian's does until python3-venv is installed."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in modules else find(name))


def test_a_python_without_venv_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide(monkeypatch, "ensurepip")
    monkeypatch.setattr(dev, "install_packages", lambda packages: False)
    with pytest.raises(dev.StopError, match="apt-get install python3-venv"):
        dev.new_venv(tmp_path / "venv")


def test_as_root_the_venv_package_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []

    def install(packages: Sequence[str]) -> bool:
        asked.append(packages)
        return packages == ["python3-venv"]

    hide(monkeypatch, "venv")
    monkeypatch.setattr(dev, "install_packages", install)
    dev.ensure_venv_module()
    assert asked == [["python{}.{}-venv".format(*sys.version_info[:2])], ["python3-venv"]]


def test_missing_programs_skip_their_group_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "install_packages", lambda packages: False)
    monkeypatch.setattr(dev, "has_any", lambda *programs: "gcc" in programs)
    monkeypatch.setattr(dev, "IN_CI", False)
    assert dev.ensure_groups() == ["postgres", "chromium", "pdfsig", "display"]
    assert "SKIPPED GROUP 'postgres'" in capsys.readouterr().err


def test_in_ci_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "install_packages", lambda packages: False)
    monkeypatch.setattr(dev, "has_any", lambda *programs: False)
    monkeypatch.setattr(dev, "IN_CI", True)
    with pytest.raises(dev.StopError, match="chromium"):
        dev.ensure_groups()


def test_missing_qt_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_qt_packages", lambda: ["libegl1"])
    monkeypatch.setattr(dev, "install_packages", lambda packages: False)
    with pytest.raises(dev.StopError, match="libegl1"):
        dev.ensure_qt()


def test_nobody_but_root_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "shell", lambda *_, **__: pytest.fail("a package was installed"))
    assert not dev.install_packages(["libegl1"])
    assert dev.install_packages([])


def test_a_changed_lock_makes_the_environment_stale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "requirements-dev.lock"
    lock.write_text("a==1", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    before = dev.wanted_stamp()
    lock.write_text("a==2", encoding="utf-8")
    assert dev.wanted_stamp() != before
    monkeypatch.setattr(dev, "VENV", tmp_path / "none")
    assert dev.made_stamp() == ""


@pytest.mark.parametrize("line", ["--index-url https://a.example", "a==1 --hash=sha256:1 # https://a.example", "a==1"])
def test_a_lock_with_an_address_or_without_hashes_is_not_written(tmp_path: Path, line: str) -> None:
    path = tmp_path / "requirements.lock"
    with pytest.raises(dev.StopError):
        dev.write_lock(path, [sys.executable, "-c", f"print({line!r})"])
    assert not path.exists()


def test_a_lock_of_hashes_is_written_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "requirements.lock"
    dev.write_lock(path, [sys.executable, "-c", "print('a==1 --hash=sha256:1')"])
    assert path.read_bytes() == b"a==1 --hash=sha256:1\n"
