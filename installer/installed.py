"""The second half of the rehearsal: what an installer and an MSI leave on a Windows computer, looked at under wine."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

from installer import package, parts, seen, wine
from installer.places import PASSPHRASE, check, data, everywhere, holds, home
from installer.wine import PREFIX

OLDER = "0.0.9"
STALE = "left-by-an-older-version.dll"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Akashi"


def make_older(out: Path) -> None:
    """An installer of an older number with a library that the new version does not have. No version was released yet."""
    stale = out / parts.NAME / "_internal" / STALE
    stale.write_bytes(b"old")
    try:
        package.for_one(out / parts.NAME, out, OLDER, quick=True)
    finally:
        stale.unlink()


def setup(out: Path, version: str) -> str:
    """Install silently; where it went."""
    check(wine.run([out / f"akashi-{version}-setup.exe", "/S"], 900), "installer")
    holds((home() / "Akashi.exe").is_file(), f"no program in {home()}")
    told = check(wine.run(["reg", "query", UNINSTALL, "/v", "DisplayVersion"], 60), "registry")
    holds(version in told, f"Windows does not list version {version}")
    return f"version {version} in AppData/Local/Programs/Akashi"


def install_older(out: Path) -> str:
    """A silent installation of the older version, on a clean prefix."""
    shutil.rmtree(home(), ignore_errors=True)
    shutil.rmtree(data(), ignore_errors=True)
    told = setup(out, OLDER)
    holds((home() / "_internal" / STALE).is_file(), "the older version is not whole")
    return told + ", /S, no administrator"


def office(_out: Path) -> str:
    """An office in the person's own data, made by the installed program."""
    words = [home() / "akashi.com", "sample", "--cases", "8", "--seed", "1", "--letters", "1", "--lang", "en"]
    check(wine.run(words, 900, PASSPHRASE), "sample")
    holds((data() / "office.akashi").is_file(), f"no office in {data()}")
    return verified()


def verified() -> str:
    """Whether the record of the office holds, by the installed program."""
    said = check(wine.run([home() / "akashi.com", "verify", "--json", "--lang", "en"], 600, PASSPHRASE), "verify")
    told = json.loads(said)
    holds(bool(told.get("ok")), f"the record does not verify: {told}")
    return f"office.akashi in AppData/Local/akashi, {told.get('events', '?')} events verify"


def upgrade(out: Path) -> str:
    """The new version over the older one: its library gone, the office whole."""
    setup(out, parts.version())
    holds(not (home() / "_internal" / STALE).exists(), "a library of the older version is still there")
    return "old libraries gone; " + verified()


def self_test(_out: Path) -> str:
    """The installed program proves itself."""
    return proved(home())


def proved(folder: Path) -> str:
    """The steps of the self-test of a program in ``folder``."""
    done = wine.run([folder / "akashi.com", "self-test", "--json", "--lang", "en"], 900)
    steps = json.loads(done.stdout or "{}").get("steps", ())
    bad = [f"{step['step']}: {step['cause']}" for step in steps if not step["ok"]]
    holds(done.returncode == 0 and bool(steps), f"self-test: {'; '.join(bad) or done.stdout + done.stderr[-400:]}")
    return ", ".join(f"{step['step']} {step['seconds']:.1f} s" for step in steps)


def shell(_out: Path) -> str:
    """Start menu, file type, version information of the uninstall list."""
    menu = [each.name for each in (PREFIX / "drive_c/users").rglob("*.lnk") if "Akashi" in each.name]
    holds(bool(menu), "no entry in the Start menu")
    told = check(
        wine.run(["reg", "query", r"HKCU\Software\Classes\Akashi.Office\shell\open\command", "/ve"], 60), "type"
    )
    holds("Akashi.exe" in told and "%1" in told, f"the file type does not open Akashi: {told}")
    return f"Start menu {', '.join(menu)}; .akashi opens Akashi.exe"


def uninstall(_out: Path) -> str:
    """A silent removal: the program, its entries and its keys gone, the office left."""
    before = (data() / "office.akashi").read_bytes()
    check(wine.run([home() / "uninstall.exe", "/S"], 300), "uninstaller")
    for _ in range(30):  # the uninstaller goes on as a copy of itself
        if not (home() / "Akashi.exe").exists():
            break
        time.sleep(2)
    left = sorted(each.name for each in home().rglob("*")) if home().exists() else []
    holds(not left, f"left of the program: {left[:5]}")
    holds(
        not [each for each in (PREFIX / "drive_c/users").rglob("*.lnk") if "Akashi" in each.name],
        "Start menu entry left",
    )
    for key in (
        UNINSTALL,
        r"HKCU\Software\Classes\Akashi.Office",
        r"HKCU\Software\Classes\.akashi",
        r"HKCU\Software\Akashi",
    ):
        holds(wine.run(["reg", "query", key], 60).returncode != 0, f"left in the registry: {key}")
    holds((data() / "office.akashi").read_bytes() == before, "the office changed")
    kept = sorted(each.name for each in data().iterdir())
    return f"program, Start menu and keys gone; kept in AppData/Local/akashi: {', '.join(kept)}"


def msi(out: Path) -> str:
    """The MSI for the whole computer, silently in and out again."""
    file = out / f"akashi-{parts.version()}.msi"
    check(wine.run(["msiexec", "/i", file, "/qn"], 1200), "msiexec /i")
    holds((everywhere() / "Akashi.exe").is_file(), f"no program in {everywhere()}")
    told = proved(everywhere())
    check(wine.run(["msiexec", "/x", file, "/qn"], 900), "msiexec /x")
    holds(not (everywhere() / "Akashi.exe").exists(), "the program is still there after /x")
    return f"/qn into Program Files, self-test ({told}), /x /qn: gone"


STEPS = (
    ("install older version, silent", install_older, ()),
    ("office with the installed program", office, ("install older version, silent",)),
    ("upgrade over it", upgrade, ("office with the installed program",)),
    ("self-test of the installed program", self_test, ("upgrade over it",)),
    ("Start menu and file type", shell, ("upgrade over it",)),
    ("the desk in its real window", seen.desk, ("upgrade over it",)),
    ("uninstall, silent", uninstall, ("upgrade over it",)),
    ("MSI with /qn", msi, ()),
)
