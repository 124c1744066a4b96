"""Builds what is shipped: freezes the program, proves the frozen copy, and on Windows packages it.

    python installer/build.py                 this system: freeze, trim, prove; on Windows also installer and MSI
    python installer/build.py --linux         the same on Linux, where nothing is packaged (the word only says so)
    python installer/build.py --freeze        only freeze and trim
    python installer/build.py --package DIR   only package a folder frozen on Windows (or by Windows' Python under wine)

The results lie in `dist/linux` or `dist/windows` (or `--out DIR`). Exit status: 0 built and proved, 1 a proof failed, 3 a tool is missing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402  the checkout is put on the path above, as this file is run by name
from installer import package, parts  # noqa: E402

BUILD = ROOT / "build"
LOCK = ROOT / "installer" / "requirements.lock"
STARTS = 10


def default_out() -> Path:
    """Where results lie when nothing else is said: one folder a system."""
    return ROOT / "dist" / ("windows" if sys.platform == "win32" else "linux")


def console_program(folder: Path) -> Path:
    """The program for the command line in a frozen folder."""
    return next(each for name in ("akashi.com", "akashi") if (each := folder / name).is_file())


def in_environment() -> bool:
    """Whether this Python can freeze: it has the locked libraries and the freezer."""
    return all(importlib.util.find_spec(name) for name in ("PyInstaller", "PySide6", "typst"))


def again_in_environment(arguments: list[str]) -> int:
    """Make the environment `.dev/freeze` when it is missing, and run this file in it; its exit status."""
    folder = dev.OWN / "freeze"
    stamp = folder / "stamp"
    wanted = (dev.ROOT / "requirements.lock").read_text("utf-8") + LOCK.read_text("utf-8")
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        dev.say("Making the environment that freezes …")
        dev.OWN.mkdir(exist_ok=True)
        dev.new_venv(folder)
        for lock in (ROOT / "requirements.lock", LOCK):
            dev.pip(folder, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock)
        stamp.write_text(wanted, "utf-8")
    command = [dev.python_in(folder), Path(__file__), *arguments]
    return subprocess.run([str(part) for part in command], check=False).returncode


def freeze(out: Path) -> Path:
    """Run PyInstaller into ``out``, then put names right; the frozen folder."""
    from installer import about

    work = BUILD / out.name
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    folder = out / parts.NAME
    shutil.rmtree(folder, ignore_errors=True)
    about.write_icon(out / "akashi.ico")
    shutil.copy(out / "akashi.ico", work)
    (work / "version.txt").write_text(about.version_info(parts.version()), "utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(work / "pyinstaller"), str(ROOT / "installer/akashi.spec")]
    env = dict(os.environ, PYTHONPATH=str(ROOT), AKASHI_BUILD_WORK=str(work))
    subprocess.run(command, check=True, env=env, cwd=ROOT)
    trim(folder)
    return folder


def trim(folder: Path) -> None:
    """Name the command line's program as Windows wants it; on Linux drop symbols that only a debugger reads."""
    named = folder / "akashi-console.exe"
    if named.is_file():
        named.replace(folder / "akashi.com")
        (folder / "akashi-console.pkg").unlink()  # akashi.com looks for akashi.pkg, which to Windows is Akashi.pkg
    strip = shutil.which("strip")
    if sys.platform == "win32" or strip is None:
        return
    for file in (folder / "_internal").rglob("*.so*"):
        # Libraries that a wheel's maker renamed and patched do not survive being stripped.
        if not file.is_symlink() and not any(part.endswith(".libs") for part in file.parts):
            subprocess.run([strip, "--strip-unneeded", str(file)], check=False, capture_output=True)


def prove(folder: Path) -> bool:
    """Print sizes and their reasons, run the self-test of the frozen copy, measure its start; whether all limits hold."""
    checks = [sizes(folder), self_test(folder), first_paint(folder)]
    return all(checks)


def sizes(folder: Path) -> bool:
    """Print how large the program is and why; whether it is within its limit and every large part has a reason."""
    whole = parts.total(folder) / 1e6
    limit = parts.INSTALLED_LIMIT_MB[sys.platform]
    ok = whole <= limit
    print(f"installed size {whole:.0f} MB (limit {limit} MB): {verdict(ok)}")
    largest = parts.largest(folder)
    for part in largest:
        print(f"  {part.size / 1e6:6.1f} MB  {part.name:24} {part.reason or 'NO REASON GIVEN in installer/parts.py'}")
    return ok and all(part.reason for part in largest)


def self_test(folder: Path) -> bool:
    """Run the frozen copy's own proof, with nothing of this checkout in its environment."""
    done = run_frozen([console_program(folder), "self-test", "--json", "--lang", "en"])
    try:
        steps = json.loads(done.stdout)["steps"]
    except (ValueError, KeyError):
        print(f"self-test: no answer, exit status {done.returncode}\n{done.stdout}\n{done.stderr}")
        return False
    for step in steps:
        print(f"  self-test {step['step']:12} {verdict(step['ok'])}  {step['seconds']:.1f} s  {step['cause']}")
    return done.returncode == 0


def first_paint(folder: Path) -> bool:
    """Start the frozen copy until its first window is drawn, ten times after one for the caches; whether the median holds."""
    command = [console_program(folder), "self-test", "--first-paint"]
    seconds: list[float] = []
    worked = 0.0
    for _ in range(STARTS + 1):
        start, worked = time.perf_counter(), processor_time()
        done = run_frozen(command)
        if done.returncode != 0:
            print(f"first paint: exit status {done.returncode}\n{done.stderr}")
            return False
        seconds.append(time.perf_counter() - start)
    middle = statistics.median(seconds[1:])
    ok = middle <= parts.FIRST_PAINT_LIMIT_S
    told = " ".join(f"{each:.2f}" for each in seconds[1:])
    print(
        f"warm start to first paint, whole process, median of {STARTS}: {middle:.2f} s "
        f"(limit {parts.FIRST_PAINT_LIMIT_S:.0f} s): {verdict(ok)}  [{told}]; "
        f"processor time of the last {processor_time() - worked:.2f} s (on a busy machine the rest is waiting)"
    )
    return ok


def processor_time() -> float:
    """Seconds of processor time that programs started from here have used; 0 where that is not told."""
    used = os.times()
    return used.children_user + used.children_system


def run_frozen(command: list[object]) -> subprocess.CompletedProcess[str]:
    """Run a frozen program apart from this Python: its variables would lead it to our libraries."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "AKASHI"))}
    env["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    words = [str(part) for part in command]
    return subprocess.run(words, check=False, capture_output=True, text=True, encoding="utf-8", env=env, timeout=600)


def verdict(ok: bool) -> str:
    """``ok`` or ``FAILED``, as wide as each other."""
    return "ok    " if ok else "FAILED"


def main(arguments: list[str]) -> int:
    """Build; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--linux", action="store_true")
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--prove", action="store_true", help="only prove what was frozen before")
    parser.add_argument("--out", type=Path, default=default_out(), metavar="DIR")
    parser.add_argument("--package", type=Path, metavar="DIR")
    args = parser.parse_args(arguments)
    try:
        if args.package:
            return 0 if package.make(args.package, args.out) else 1
        if not in_environment():
            return again_in_environment(arguments)
        folder = args.out / parts.NAME if args.prove else freeze(args.out)
        if args.freeze:
            return 0
        ok = prove(folder)
        if sys.platform == "win32" and not args.prove:
            ok = package.make(folder, args.out) and ok
        elif not args.prove:
            print("not packaged: installer and MSI are for Windows; `python dev.py rehearse-windows` rehearses them")
    except (dev.StopError, package.MissingToolError) as stop:
        dev.say(str(stop))
        return 3
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
