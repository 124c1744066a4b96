"""Where the rehearsal's Windows keeps things, and how a step says that something does not hold."""

import subprocess
from pathlib import Path

from installer import parts
from installer.wine import PREFIX

PASSPHRASE = {"AKASHI_PASSPHRASE": "rehearsal"}


def person() -> Path:
    """The local application data of wine's person."""
    return next((PREFIX / "drive_c" / "users").glob("*/AppData/Local"))


def home() -> Path:
    """Where the installer puts the program."""
    return person() / "Programs" / parts.NAME


def everywhere() -> Path:
    """Where the MSI puts the program."""
    return PREFIX / "drive_c" / "Program Files" / parts.NAME


def data() -> Path:
    """The person's own data."""
    return person() / "akashi"


def windows_path(path: Path) -> str:
    """A place on the prefix's drive C: as Windows writes it."""
    return "C:" + str(path).partition("drive_c")[2].replace("/", "\\")


def check(done: subprocess.CompletedProcess[str], what: str) -> str:
    """The output of a program that ended well. Raises ``OSError`` with its last lines."""
    if done.returncode:
        tail = " | ".join((done.stdout + "\n" + done.stderr).strip().splitlines()[-6:])
        raise OSError(f"{what}: exit status {done.returncode}: {tail}")
    return done.stdout


def holds(fact: bool, what: str) -> None:
    """Raises ``OSError`` when a fact does not hold."""
    if not fact:
        raise OSError(what)
