"""Makes of a frozen Windows folder what is shipped: installer, MSI, signatures when a certificate is given, hashes, bill of materials."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from installer import about, bom, msi, parts

SIGN = "AKASHI_SIGN"
"""Names the command that signs a file in place, for example signtool with its options; the file's path is added."""


class MissingToolError(Exception):
    """A packager is not installed; the text says which and where it comes from."""


def make(folder: Path, out: Path, version: str = "") -> bool:
    """Package the frozen folder; whether every limit holds. Raises ``MissingToolError``; a packager that fails ends the build."""
    version = version or parts.version()
    out.mkdir(parents=True, exist_ok=True)
    if not (folder / "Akashi.exe").is_file():
        raise MissingToolError(f"{folder} holds no Akashi.exe: freeze on Windows, or with Windows' Python under wine.")
    for program in (folder / "Akashi.exe", folder / "akashi.com"):
        sign(program)
    files = [for_one(folder, out, version), for_all(folder, out, version)]
    for file in files:
        sign(file)
    files.append(bom.write(out / f"akashi-{version}-bom.json", version))
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n", "ascii")
    print("\n".join(lines))
    verdicts = [within(file, limit(file)) for file in files]  # every size is printed, also after one that is too large
    return all(verdicts)


def limit(file: Path) -> int:
    """How large a package may be, in MB. wixl knows only the oldest compression of cabinets; WiX, which ships, packs tighter."""
    return parts.WIXL_LIMIT_MB if file.suffix == ".msi" and sys.platform != "win32" else parts.SETUP_LIMIT_MB


def within(file: Path, most: int) -> bool:
    """Print a package's size; whether it is within the limit, in MB."""
    size = file.stat().st_size / 1e6
    ok = size <= most
    why = "" if most == parts.SETUP_LIMIT_MB else "; of the rehearsal: wixl packs by MSZIP, WiX on Windows by LZX"
    print(f"{file.name} {size:.1f} MB (limit {most} MB{why}): {'ok' if ok else 'FAILED'}")
    return ok


def for_one(folder: Path, out: Path, version: str, quick: bool = False) -> Path:
    """The installer for one person, by NSIS; ``quick`` packs without compressing, for a rehearsal."""
    makensis = tool("makensis", "NSIS (Debian: nsis; Windows: nsis.sourceforge.io)")
    made = out / f"akashi-{version}-setup.exe"
    values = {
        "VERSION": version,
        "FOUR": ".".join(map(str, about.four(version))),
        "SOURCE": str(folder.resolve()),
        "OUT": str(made.resolve()),
        "ICON": str(icon(folder)),
    }
    if sys.platform != "win32":
        values["TARGET"] = "amd64-unicode"  # wine without its 32-bit half runs no other
    if quick:
        values["QUICK"] = "1"
    words = [f"-D{name}={value}" for name, value in values.items()]
    run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *words, str(parts.ROOT / "installer" / "akashi.nsi")])
    return made


def icon(folder: Path) -> Path:
    """The icon that the freeze put beside its folder."""
    return (folder.parent / "akashi.ico").resolve()


def for_all(folder: Path, out: Path, version: str) -> Path:
    """The MSI for a whole computer: by WiX 3 on Windows, by wixl elsewhere."""
    out = out.resolve()
    made = out / f"akashi-{version}.msi"
    written = out / "akashi.wxs"
    written.write_text(msi.source(folder.resolve(), version), "utf-8")
    if sys.platform == "win32":
        at = Path(os.environ.get("WIX", "")) / "bin"
        candle, light = (tool(str(at / name) if at.is_dir() else name, "WiX 3.14") for name in ("candle", "light"))
        run([candle, "-nologo", "-arch", "x64", "-o", str(out / "akashi.wixobj"), str(written)], folder)
        run([light, "-nologo", "-sval", "-spdb", "-o", str(made), str(out / "akashi.wixobj")], folder)
        (out / "akashi.wixobj").unlink()
    else:
        run([tool("wixl", "wixl (Debian: wixl)"), "-a", "x64", "-o", str(made), str(written)], folder)
    written.unlink()
    return made


def sign(file: Path) -> None:
    """Sign a file when a certificate is given; say it when none is."""
    command = os.environ.get(SIGN, "")
    if not command:
        print(f"not signed (no {SIGN}): {file.name}")
        return
    if subprocess.run(f'{command} "{file}"', shell=True, check=False).returncode:  # noqa: S602  the builder's own command
        raise MissingToolError(f"{file.name} was not signed: {SIGN} failed, see above.")


def tool(name: str, source: str) -> str:
    """A packager's path. Raises ``MissingToolError``."""
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(f"{Path(name).name} is missing. Install {source} and run this again.")
    return found


def run(command: Sequence[str], folder: Path | None = None) -> None:
    """Run a packager in a folder. Raises ``MissingToolError`` when it fails."""
    start = time.monotonic()
    status = subprocess.run(command, check=False, cwd=folder).returncode
    name = Path(command[0]).stem
    if status:
        raise MissingToolError(f"{name} failed with exit status {status}, see above.")
    print(f"{name} took {time.monotonic() - start:.0f} s")
