"""The developer's one door: set up, run, test and check Akashi with nothing but Python.

Standard library only, Windows and Linux. What it makes lies in `.venv` and `.dev` beside this file; what it says goes
to standard error, so that `dev.py akashi … --json` can be piped. Exit status: 0 done, 1 a check failed, 2 usage, 3 the
world's fault (no display, no network, a missing system package).
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OWN = ROOT / ".dev"
LOCK = ROOT / "requirements-dev.lock"
PYTHONS = ((3, 11), (3, 12), (3, 13))
if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")  # where nothing may be skipped


# What Qt asks of the system, found one by one on a bare Debian 12: library name and the Debian package that brings it.
QT_LIBRARIES = """libGL.so.1 libgl1, libEGL.so.1 libegl1, libglib-2.0.so.0 libglib2.0-0, libxcb-xkb.so.1 libxcb-xkb1,
libfreetype.so.6 libfreetype6, libfontconfig.so.1 libfontconfig1, libdbus-1.so.3 libdbus-1-3, libxkbcommon.so.0 libxkbcommon0,
libxkbcommon-x11.so.0 libxkbcommon-x11-0, libxcb-cursor.so.0 libxcb-cursor0, libxcb-icccm.so.4 libxcb-icccm4,
libxcb-keysyms.so.1 libxcb-keysyms1, libxcb-shape.so.0 libxcb-shape0"""


class StopError(Exception):
    """Work cannot go on, by the world's fault: the text says the cause and the remedy."""


class Group(NamedTuple):
    """Tests that need a program which is not Python: one of `programs`, which the Debian `packages` bring."""

    title: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]


def has_any(*programs: str) -> bool:
    """True when one of the programs is on the path, or where Debian keeps PostgreSQL's, or a server is named instead."""
    if "pg_ctl" in programs and os.environ.get("TEST_DATABASE_URL"):
        return True
    return any(shutil.which(name) or any(Path("/usr/lib/postgresql").glob("*/bin/" + name)) for name in programs)


GROUPS = {
    "postgres": Group("PostgreSQL", ("pg_ctl",), ("postgresql",)),
    "chromium": Group("Chromium", ("chromium", "chromium-browser", "google-chrome"), ("chromium",)),
    "compiler": Group("a C compiler", ("gcc",), ("gcc", "libc6-dev")),
    "pdfsig": Group("pdfsig", ("pdfsig",), ("poppler-utils",)),
    "display": Group("a virtual display", ("Xvfb",), ("xvfb", "xauth")),
}


def say(text: str) -> None:
    """Tell the person at the terminal; never on standard output."""
    print(text, file=sys.stderr, flush=True)


def shell(command: Sequence[object], env: dict[str, str] | None = None) -> int:
    """Run a helper program with all its output on standard error; its exit status."""
    return subprocess.run([str(part) for part in command], check=False, stdout=sys.stderr, env=env).returncode


@functools.cache
def refresh_packages() -> bool:
    """Fetch the list of Debian packages, once per run."""
    say("Fetching the list of system packages …")
    return shell(["apt-get", "update", "-qq", "-o", "DPkg::Lock::Timeout=300"]) == 0


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages, as root on a Debian-like system only; False when not allowed or not possible."""
    if not packages or sys.platform == "win32" or os.geteuid() != 0 or not has_any("apt-get"):
        return not packages
    refresh_packages()
    say("Installing system packages: " + " ".join(packages))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    options = ["-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    return shell(["apt-get", "install", *options, *packages], env=quiet) == 0


def how_to_install(packages: Sequence[str]) -> str:
    """The command a person types to get the packages."""
    return "    as root on Debian or Ubuntu:  apt-get install " + " ".join(packages)


def missing_qt_packages() -> list[str]:
    """Debian packages of the Qt libraries that the loader does not find (Linux only)."""
    loader = shutil.which("ldconfig", path="/sbin:/usr/sbin:" + os.environ.get("PATH", ""))
    if not sys.platform.startswith("linux") or loader is None:
        return []
    known = subprocess.run([loader, "-p"], check=False, capture_output=True, text=True).stdout.split()
    wanted = dict(pair.split() for pair in QT_LIBRARIES.split(","))
    return sorted({package for library, package in wanted.items() if library not in known})


def ensure_qt() -> None:
    """Put Qt's system libraries in place; StopError with the command to type when that is not possible."""
    missing = missing_qt_packages()
    if not install_packages(missing):
        raise StopError(
            "No window can be drawn: system libraries that Qt needs are missing.\n" + how_to_install(missing)
        )


def ensure_groups() -> list[str]:
    """Put the programs of the test groups in place; the names of the groups to skip (with CI=true it stops instead)."""
    for group in GROUPS.values():
        if not has_any(*group.programs):
            install_packages(group.packages)
    missing = [name for name, group in GROUPS.items() if not has_any(*group.programs)]
    for name in missing:
        say(f"!! SKIPPED GROUP '{name}': {GROUPS[name].title} is missing.\n" + how_to_install(GROUPS[name].packages))
    if missing and IN_CI:
        raise StopError("CI=true allows no skipped group; missing: " + ", ".join(missing))
    return missing


def python_in(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def wanted_stamp() -> str:
    """What the environment is made of: this Python's version and the locked libraries."""
    return "{}.{} ".format(*sys.version_info[:2]) + hashlib.sha256(LOCK.read_bytes()).hexdigest()


def made_stamp() -> str:
    """What the environment at hand was made of; empty when there is none."""
    stamp = VENV / "akashi-stamp"
    return stamp.read_text("ascii") if stamp.is_file() and python_in(VENV).exists() else ""


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two runs started together must not build the same environment: the second waits for the first."""
    OWN.mkdir(exist_ok=True)
    with open(OWN / "setup.lock", "w") as handle:
        if sys.platform == "win32":
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure_venv_module() -> None:
    """Debian ships Python without venv and pip: add them, or say how."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    packages = ["python{}.{}-venv".format(*sys.version_info[:2]), "python3-venv"]
    if not any(install_packages([package]) for package in packages):
        raise StopError("This Python has no venv or no ensurepip.\n" + how_to_install(packages[1:]))


def new_venv(folder: Path) -> None:
    """Make an empty virtual environment with pip in it."""
    ensure_venv_module()
    if shell([sys.executable, "-m", "venv", "--clear", folder]) != 0:
        raise StopError(f"{folder} could not be made; the lines above say why. Is the disk full or read-only?")


def pip(folder: Path, *arguments: object) -> None:
    """Run the environment's own pip; StopError when it fails."""
    quiet = [] if sys.stderr.isatty() else ["-q"]
    command = [python_in(folder), "-m", "pip", "--disable-pip-version-check", "install", *quiet, *arguments]
    if shell(command) != 0:
        raise StopError("Libraries could not be installed, see above. Check the network, then run this again.")


def ensure_environment() -> None:
    """Make `.venv` hold exactly the locked libraries; instant when it already does."""
    if made_stamp() == wanted_stamp():
        return
    with one_at_a_time():
        if made_stamp() == wanted_stamp():
            return
        if made_stamp().split(" ")[0] != wanted_stamp().split(" ")[0]:
            say("Making the environment .venv …")
            new_venv(VENV)
        say("Installing the locked libraries (about 300 MB to fetch the first time) …")
        pip(VENV, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCK)
        (VENV / "akashi-stamp").write_text(wanted_stamp(), "ascii")


def inside(command: Sequence[object], **more: str) -> int:
    """Run the environment's Python on the checkout, the terminal's own folder and streams kept; its exit status."""
    env = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1", **more)
    status = subprocess.run([str(python_in(VENV)), "-P", *map(str, command)], check=False, env=env).returncode
    return status if status >= 0 else 128 - status


def setup(_arguments: Sequence[str] = ()) -> int:
    """Make the environment and install what Qt needs of the system."""
    ensure_environment()
    ensure_qt()
    return 0


def has_display() -> bool:
    """True where a window can be shown, or where a platform without a screen was asked for by name."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def user_data() -> Path:
    """The person's own data folder for Akashi."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Akashi"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "akashi"


def run(arguments: list[str]) -> int:
    """Open the desk on the sample office, which is made when missing."""
    if not has_display():
        raise StopError(
            "There is no display, so no window can open. Ways to get one:\n"
            "    on this machine's own screen:   log in to its desktop and run this there\n"
            "    over the network:               ssh -X to this machine, then run this\n"
            "    an invisible one, for scripts:  apt-get install xvfb xauth; xvfb-run -a python3 dev.py run\n"
            "Without a display the command line works:  python3 dev.py akashi --help"
        )
    setup()
    if any(argument.startswith("--office") for argument in arguments):
        return inside(["-m", "desktop", *arguments])
    office = user_data() / "sample.akashi"
    if not office.exists():
        say(f"Making a sample office of 60 invented cases: {office}")
        office.parent.mkdir(parents=True, exist_ok=True)
        make = ["-m", "desktop", "sample", "--cases", "60", "--seed", "1", "--office", office]
        if status := inside(make, AKASHI_PASSPHRASE="sample"):
            return status
    say("Opening the desk. Sign in as examiner1, supervisor1, rules1, auditor1 or admin1; the password is: sample")
    return inside(["-m", "desktop", "--office", office, *arguments], AKASHI_PASSPHRASE="sample")


def akashi(arguments: list[str]) -> int:
    """Run the command line `akashi ARGS…`."""
    ensure_environment()
    return inside(["-m", "desktop", *arguments])


CHECKS = {
    "ruff check": functools.partial(inside, ["-m", "ruff", "check", "."]),
    "ruff format": functools.partial(inside, ["-m", "ruff", "format", "--check", "."]),
    "mypy": functools.partial(inside, ["-m", "mypy"]),
    "import walls": functools.partial(inside, ["-c", "from importlinter.cli import lint_imports_command as go; go()"]),
}


def report(steps: Mapping[str, Callable[[], int]]) -> int:
    """Run every step, also after a failure; then one line each. 1 when any failed."""
    os.chdir(ROOT)
    lines, failed = [], False
    for name, step in steps.items():
        say(f"--- {name}")
        start, status = time.monotonic(), step()
        failed = failed or status != 0
        lines.append(f"{'ok    ' if status == 0 else 'FAILED'}  {name}  ({time.monotonic() - start:.0f} s)")
    say("\n".join(["", *lines]))
    return 1 if failed else 0


def check(_arguments: list[str]) -> int:
    """Style, types and import walls."""
    ensure_environment()
    return report(CHECKS)


def pytest(tier: str, marks: str, arguments: Sequence[str]) -> int:
    """Run pytest over two processes. `tier` tells tests how far to go; `marks` choose which run."""
    skipped = [] if IN_CI else os.environ.get("AKASHI_SKIP_GROUPS", "").split(",")
    names = sorted({name.strip() for name in [*skipped, *ensure_groups()] if name.strip()})
    spread = [] if any(argument.startswith("-n") for argument in arguments) else ["-n", "2", "--dist", "loadfile"]
    command = ["-m", "pytest", *spread, "-m", marks, *arguments]
    return inside(command, AKASHI_TIER=tier, AKASHI_SKIP_GROUPS=",".join(names))


def test(arguments: list[str]) -> int:
    """All checks and tests; with arguments only pytest with those."""
    setup()
    tests = functools.partial(pytest, "test", "not prove and not soak", arguments)
    return report({**({} if arguments else CHECKS), "pytest": tests})


def tier(name: str, marks: str, arguments: Sequence[str]) -> int:
    """A tier beyond the test tier."""
    setup()
    return report({name: functools.partial(pytest, name, marks, arguments)})


def tool(module: str, arguments: Sequence[str]) -> int:
    """A program of the tests."""
    setup()
    return inside(["-m", module, *arguments])


def lock(_arguments: list[str]) -> int:
    """Choose library versions anew for Windows and Linux and every supported Python; hashes only, never an address."""
    if not python_in(OWN / "tools").exists():
        new_venv(OWN / "tools")
        pip(OWN / "tools", "uv>=0.9")
    uv = [python_in(OWN / "tools"), "-m", "uv", "--no-progress"]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "pyproject.toml", folder)
        project = ["--project", folder, "--python", sys.executable]
        export = [*uv, "export", *project, "-q", "--frozen", "--no-emit-project", "--no-header", "--no-annotate"]
        if shell([*uv, "lock", *project], env=dict(os.environ, UV_PYTHON_DOWNLOADS="never")) != 0:
            raise StopError("No set of versions fits; the lines above say what disagrees. Change pyproject.toml.")
        for name, choice in (("requirements.lock", "--no-dev"), ("requirements-dev.lock", "--all-groups")):
            write_lock(ROOT / name, [*export, choice])
    return 0


def write_lock(path: Path, command: Sequence[object]) -> None:
    """Write one lock file from the resolver's export, unless an address stands in it."""
    done = subprocess.run(
        [str(part) for part in command], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0 or "://" in done.stdout or "--index" in done.stdout or "--hash" not in done.stdout:
        raise StopError(f"{path.name} was not written: the export failed or holds an address.\n{done.stderr}")
    path.write_bytes(done.stdout.encode("utf-8"))
    say(f"wrote {path.name}")


COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "open the desk on a sample office"),
    "test": (test, "all checks and tests; with arguments only pytest with those"),
    "check": (check, "style, types and import walls"),
    "setup": (setup, "make the environment and install what Qt needs of the system"),
    "akashi": (akashi, "the command line: akashi ARGS…"),
    "bench": (functools.partial(tool, "tests.bench"), "measure speed and memory"),
    "prove": (functools.partial(tier, "prove", "prove or tiered"), "the long proofs"),
    "soak": (functools.partial(tier, "soak", "soak or tiered"), "hours: a simulated office, every proof that grows"),
    "screenshots": (functools.partial(tool, "tests.screenshots"), "make the pictures of every screen"),
    "rehearse-windows": (functools.partial(tool, "installer.rehearse"), "the Windows chain under wine"),
    "lock": (lock, "choose library versions anew and write the lock files"),
}


def fitting_python() -> list[str] | None:
    """A supported Python elsewhere on this machine, as the start of a command; None when there is none."""
    for major, minor in reversed(PYTHONS):
        if found := shutil.which(f"python{major}.{minor}"):
            return [found]
        if (
            has_any("py")
            and subprocess.run(["py", f"-{major}.{minor}", "-c", ""], check=False, capture_output=True).returncode == 0
        ):
            return ["py", f"-{major}.{minor}"]
    return None


def main(argv: list[str]) -> int:
    """Run one command under a supported Python; an error becomes words and an exit status."""
    if sys.version_info[:2] not in PYTHONS:
        other = fitting_python()
        if other is None:
            say(
                "Akashi needs Python 3.11, 3.12 or 3.13; this is {}.{}. Install one and run it again.".format(
                    *sys.version_info[:2]
                )
            )
            return 3
        return subprocess.run([*other, __file__, *argv], check=False).returncode
    if not argv or argv[0] not in COMMANDS:
        lines = [f"  {name:17}{meaning}" for name, (_, meaning) in COMMANDS.items()]
        say("\n".join(["usage: python dev.py COMMAND [ARGS…]", *lines]))
        return 0 if argv[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[argv[0]][0](argv[1:])
    except StopError as stop:
        say(str(stop))
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
