"""The Windows chain on a Linux machine: `python dev.py rehearse-windows`.

Windows' Python and wheels under wine run the core of the tests, freeze the program, package it, install it silently over an older version
with an office in it, prove it, look at it, and take it away again. Each step ends in a line: step, time, result. A step that cannot run
says so and why; none is skipped in silence. What only real Windows can show is listed at the end.
"""

from __future__ import annotations

import argparse
import functools
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dev
from installer import installed, package, parts, wine

OUT = dev.ROOT / "dist" / "windows"
CORE = (
    "tests/models/dates", "tests/models/frameworks", "tests/models/findings", "tests/models/store", "tests/models/records",
    "tests/reports/test_letter_pdf.py", "tests/desktop/widgets", "tests/desktop/signin", "tests/desktop/at_home",
)  # fmt: skip
"""Of every room something that stands on a Windows library: encrypted file, migrations, Typst, Qt."""
NOT_HERE = (
    "real Windows: everything above ran under wine 8 on Linux",
    "Python of python.org: the interpreter's library is its own, the standard library is this machine's",
    "signing, SmartScreen: no certificate here",
    "Narrator, NVDA, input method, printing, two monitors: see the acceptance list of the administrator's guide",
    "group policy roll-out: the MSI ran by hand with /qn",
)


class StepError(Exception):
    """A step of the rehearsal failed; the text says at what."""


@dataclass
class Rehearsal:
    """The steps taken so far. ``lines`` are the rows of the table."""

    lines: list[tuple[str, float, str]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def step(self, name: str, act: Callable[[], str], needs: Sequence[str] = ()) -> None:
        """Take a step when what it needs was done; keep its time and its result."""
        missing = [each for each in needs if each in self.broken]
        if missing:
            self.broken.add(name)
            self._keep(name, 0.0, f"NOT RUN: {', '.join(missing)} failed")
            return
        dev.say(f"--- {name}")
        start = time.monotonic()
        try:
            told = "ok  " + act()
        except (StepError, dev.StopError, package.MissingToolError, OSError) as error:
            self.broken.add(name)
            told = f"FAILED  {error}"
        self._keep(name, time.monotonic() - start, told)

    def left_out(self, name: str, why: str) -> None:
        """A step that was not asked for."""
        self._keep(name, 0.0, f"NOT RUN: {why}")

    def _keep(self, name: str, seconds: float, told: str) -> None:
        self.lines.append((name, seconds, told))
        dev.say(f"{name}: {told} ({seconds:.0f} s)")

    def table(self) -> str:
        """Step, time, result; then what was not tried."""
        rows = [f"{name:34} {seconds:6.0f} s  {told}" for name, seconds, told in self.lines]
        away = [f"not tried: {each}" for each in NOT_HERE]
        return "\n".join([f"{'step':34} {'time':>8}  result", *rows, "", *away])


def said(done: object, what: str) -> str:
    """The output of a program that ended well. Raises ``StepError`` with its last lines."""
    status, output, errors = (getattr(done, name) for name in ("returncode", "stdout", "stderr"))
    if status:
        tail = " | ".join((output + "\n" + errors).strip().splitlines()[-6:])
        raise StepError(f"{what}: exit status {status}: {tail}")
    return str(output)


def programs() -> str:
    """wine and the packagers."""
    wine.install_programs()
    return "wine, NSIS, wixl, Xvfb"


def python() -> str:
    """Windows' Python with the locked wheels, in a prefix of its own."""
    wine.make_python()
    wine.make_prefix()
    words = "import sys, PySide6.QtCore as q, sqlcipher3, typst; print(sys.version.split()[0], sys.platform, 'Qt', q.__version__)"
    return said(wine.run([wine.PYTHON / "python.exe", "-c", words], 300), "Python").strip()


def tests(paths: Sequence[str]) -> str:
    """The core of the tests on Windows' wheels."""
    words = ["-m", "pytest", "-q", "-rsf", "--maxfail=20", "-p", "no:cacheprovider", "--timeout=600", *paths]
    more = {"PYTHONPATH": "Z:" + str(dev.ROOT), "AKASHI_SKIP_GROUPS": ",".join((*dev.GROUPS, "display"))}
    done = wine.run([wine.PYTHON / "python.exe", *words], 3600, more, dev.ROOT)
    (OUT / "tests.txt").write_text(done.stdout + done.stderr, "utf-8")
    dev.say(
        "\n".join(line for line in done.stdout.splitlines() if line.startswith(("SKIPPED", "!! SKIPPED", "FAILED")))
    )
    said(done, "tests")
    return done.stdout.strip().splitlines()[-1] + "; what was skipped and why: above, and in tests.txt"


def freeze() -> str:
    """PyInstaller, run by Windows' Python."""
    done = wine.run(
        [wine.PYTHON / "python.exe", "installer/build.py", "--freeze", "--out", "Z:" + str(OUT)],
        3000, {"PYTHONPATH": "Z:" + str(dev.ROOT)}, dev.ROOT,
    )  # fmt: skip
    (OUT / "freeze.txt").write_text(done.stdout + done.stderr, "utf-8")
    said(done, "freeze")
    for name in (*wine.STAND_INS, "bcryptprimitives.dll"):  # stubs of the rehearsal must not travel
        for file in (OUT / parts.NAME).rglob(name):
            file.unlink()
    lines = [f"{part.size / 1e6:6.1f} MB  {part.name}: {part.reason}" for part in parts.largest(OUT / parts.NAME)]
    dev.say("\n".join(lines))
    whole = parts.total(OUT / parts.NAME) / 1e6
    limit = parts.INSTALLED_LIMIT_MB["win32"]
    if whole > limit:
        raise StepError(f"{whole:.0f} MB installed, more than {limit} MB")
    return f"{whole:.0f} MB (limit {limit} MB)"


def packages() -> str:
    """Installer and MSI of this version, and an older one to upgrade from."""
    if not package.make(OUT / parts.NAME, OUT):
        raise StepError("a package is larger than its limit")
    installed.make_older(OUT)
    version = parts.version()
    names = (f"akashi-{version}-setup.exe", f"akashi-{version}.msi")
    return ", ".join(f"{name} {(OUT / name).stat().st_size / 1e6:.0f} MB" for name in names)


def rehearse(args: argparse.Namespace) -> Rehearsal:
    """Take every step."""
    found = Rehearsal()
    found.step("programs of this machine", programs)
    found.step("Windows Python from wheels", python, ["programs of this machine"])
    if args.no_tests:
        found.left_out("core of the tests", "--no-tests")
    else:
        found.step("core of the tests", lambda: tests(args.tests or CORE), ["Windows Python from wheels"])
    if args.kept:
        found.left_out("freeze", "--kept: the frozen folder of an earlier run")
        found.left_out("installer and MSI", "--kept: the packages of an earlier run")
    else:
        found.step("freeze", freeze, ["Windows Python from wheels"])
        found.step("installer and MSI", packages, ["freeze"])
    for name, act, needs in installed.STEPS:
        found.step(name, functools.partial(act, OUT), [*needs, "installer and MSI"])
    return found


def main(arguments: Sequence[str]) -> int:
    """Rehearse; 0 when every step that ran held."""
    parser = argparse.ArgumentParser(prog="dev.py rehearse-windows", description="the Windows chain under wine")
    parser.add_argument("--no-tests", action="store_true", help="leave the tests out")
    parser.add_argument("--kept", action="store_true", help="install what an earlier run froze and packaged")
    parser.add_argument("--tests", nargs="*", metavar="PATH", help="other tests than the core")
    OUT.mkdir(parents=True, exist_ok=True)
    found = rehearse(parser.parse_args(list(arguments)))
    table = found.table()
    (OUT / "rehearsal.txt").write_text(table + "\n", "utf-8")
    print(table)
    return 1 if found.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
