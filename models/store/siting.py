"""Where an office file may lie: in a folder of this computer, under a name that Windows keeps as it is written.

SQLite's locks do not hold on a network drive, and a program that synchronizes a folder copies a file while it is being written; both
end in a damaged office (facts: better-bibtex #2695, calibre-web #1709). Windows opens devices under some names, drops dots and spaces at
the end of a name, and knows no path beyond 259 characters unless every program and the computer allow it.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from models.errors import BadInput

LONGEST = 259
"""Characters (UTF-16 units) of a path on Windows without its extension for long ones (MAX_PATH less the closing zero)."""
BESIDE = 73
"""What the longest name beside an office adds to its path: its folder of backups, and in it a copy before an upgrade."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_SYNCED = re.compile(
    r"(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google ?drive|googledrivestream|iclouddrive|icloud drive|nextcloud|owncloud|syncthing)",
    re.IGNORECASE,
)
"""What programs call the folder that they synchronize, when nobody renames it."""
_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".tmp.drivedownload", ".owncloudsync.log")
"""What such programs leave in that folder, whatever it is called."""
_ROOTS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables in which OneDrive says where its folders are."""
_FAR = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs"}
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of this computer: whether its names are Windows', the folders that are synchronized, and two questions
    about a place: whether it lies on a network drive, and whether a file is there."""

    windows: bool
    synced: tuple[str, ...] = ()
    far: Callable[[str], bool] = field(default=lambda _place: False)
    there: Callable[[str], bool] = field(default=os.path.exists)

    def pure(self, place: str) -> PurePath:
        """The path as this computer's names are read."""
        return PureWindowsPath(place) if self.windows else PurePosixPath(place)


def require(path: Path) -> None:
    """Raises ``BadInput`` when an office must not lie there; the text says why and what to do instead."""
    real = os.path.realpath(path)
    ground = of_this_computer()
    for place in dict.fromkeys((str(path), real)):  # a junction may lead to a network drive
        check(place, ground)


def check(place: str, ground: Ground) -> None:
    """The same for any computer. Raises ``BadInput``."""
    path = ground.pure(place)
    if ground.windows:
        _names(path)
    if place.startswith(("\\\\", "//")) or ground.far(place):
        raise BadInput("store.network_share", where=place)
    if by := synchronized(path, ground):
        raise BadInput("store.synchronized_folder", where=place, folder=by)


def _names(path: PurePath) -> None:
    for name in path.parts[1:] if path.anchor else path.parts:
        if _DEVICE.fullmatch(name.split(".")[0].rstrip()):
            raise BadInput("store.reserved_name", where=str(path), name=name)
        if name not in (".", "..") and (name.endswith((".", " ")) or _FORBIDDEN.search(name)):
            raise BadInput("store.unkept_name", where=str(path), name=name)
    if (units := len(str(path).encode("utf-16-le", "surrogatepass")) // 2) > LONGEST - BESIDE:
        raise BadInput("store.long_path", where=str(path), units=units, most=LONGEST - BESIDE)


def synchronized(path: PurePath, ground: Ground) -> str:
    """The folder above a place that another program synchronizes; empty when none does."""
    roots = [ground.pure(each) for each in ground.synced]
    for folder in path.parents:
        if folder in roots or _SYNCED.fullmatch(folder.name):
            return str(folder)
        if folder.name and any(ground.there(str(folder / mark)) for mark in _MARKS):
            return str(folder)
    return ""


def roots(variables: Mapping[str, str]) -> tuple[str, ...]:
    """The folders that OneDrive names."""
    return tuple(dict.fromkeys(variables[name] for name in _ROOTS if variables.get(name)))


def mounted_far(place: str, mounts: str) -> bool:
    """Whether a place lies on a network file system, by the lines of Linux's ``/proc/self/mountinfo``."""
    found, kind = "", ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        point = left.split(" ")[4].replace("\\040", " ") if left.count(" ") >= 4 else ""
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if point and inside and len(point) >= len(found):
            found, kind = point, right.split(" ")[0]
    return kind in _FAR


if sys.platform == "win32":
    import ctypes

    _REMOTE = 4  # DRIVE_REMOTE

    def _far(place: str) -> bool:
        root = PureWindowsPath(place).anchor
        return bool(root) and ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE

else:

    def _far(place: str) -> bool:
        mounts = Path("/proc/self/mountinfo")
        return mounted_far(place, mounts.read_text("utf-8", "replace")) if mounts.is_file() else False


def of_this_computer() -> Ground:
    """What is known of this computer now."""
    return Ground(sys.platform == "win32", roots(os.environ), _far)
