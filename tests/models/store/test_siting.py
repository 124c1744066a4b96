"""An office is refused where it would be damaged, and under names that Windows does not keep."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.operations import offices, restoring
from models.errors import AkashiError, BadInput
from models.store import siting
from models.store.siting import Ground
from tests import builders

PEOPLE = r"C:\Users"  # parted, so that no folder of one machine stands in the tree
HOME = PEOPLE + r"\花子\AppData\Local\akashi"


def windows(*synced: str, far: str = "", marks: tuple[str, ...] = ()) -> Ground:
    """A Windows computer in the hand."""
    return Ground(True, synced, lambda place: bool(far) and place.startswith(far), lambda place: place in marks)


def refused(place: str, ground: Ground) -> str:
    """The code of the refusal; empty when an office may lie there."""
    try:
        siting.check(place, ground)
    except BadInput as error:
        told = error
    else:
        return ""
    assert all(place in told.text(lang) for lang in ("ja", "en"))
    return told.message.code.removeprefix("store.")


@pytest.mark.parametrize(
    "place",
    [
        HOME + r"\office.akashi", r"D:\第一課\事務所 2026.akashi", r"C:\console\context.akashi", r"C:\COM10\lpt.akashi",
        PEOPLE + r"\a\OneDriver\o.akashi", r"C:\.hidden\..dots\o.akashi", r"C:\a\..\b\o.akashi",
    ],
)  # fmt: skip
def test_a_folder_of_this_computer_is_good(place: str) -> None:
    assert refused(place, windows()) == ""


@pytest.mark.parametrize(
    "name",
    [
        "CON", "con.akashi", "NUL", "nul.tar.akashi", "AUX.akashi", "PRN", "COM1.akashi", "lpt9.akashi", "COM¹.akashi",
        "CONIN$", "nul .akashi",
    ],
)  # fmt: skip
def test_names_of_devices_are_refused(name: str) -> None:
    assert refused(rf"{HOME}\{name}", windows()) == "reserved_name"
    assert refused(rf"C:\{name}\office.akashi", windows()) == "reserved_name"
    assert refused(f"/srv/a/{name}", Ground(False)) == ""


@pytest.mark.parametrize(
    "name", ["office.akashi.", "office.akashi ", "a:b.akashi", "what?.akashi", 'a"b.akashi', "a\tb.akashi"]
)
def test_names_that_windows_changes_are_refused(name: str) -> None:
    assert refused(rf"{HOME}\{name}", windows()) == "unkept_name"


def test_a_path_leaves_room_for_the_backups_beside_it() -> None:
    most = siting.LONGEST - siting.BESIDE
    root = "C:\\"
    assert refused(root + "a" * (most - len(root)), windows()) == ""
    assert refused(root + "a" * (most - len(root) + 1), windows()) == "long_path"
    # Windows counts a character beyond the first plane as two.
    assert refused(root + "\U00020bb7" * ((most - len(root)) // 2 + 1), windows()) == "long_path"
    longest = r".backups\.before-upgrade-0000_a_name_of_a_step-1000000.akashi.part-journal"
    assert len(longest) <= siting.BESIDE + len("-journal")


@pytest.mark.parametrize(
    "place", [r"\\server\share\o.akashi", "//server/share/o.akashi", r"\\?\UNC\server\share\o.akashi"]
)
def test_a_network_share_is_refused(place: str) -> None:
    assert refused(place, windows()) == "network_share"


def test_a_letter_that_stands_for_a_share_is_refused() -> None:
    assert refused(r"S:\office.akashi", windows(far="S:")) == "network_share"


@pytest.mark.parametrize(
    "folder",
    [
        PEOPLE + r"\a\OneDrive", PEOPLE + r"\a\OneDrive - 入管庁\書類", PEOPLE + r"\a\Dropbox (Office)", r"D:\Google Drive\x",
        PEOPLE + r"\a\iCloudDrive", PEOPLE + r"\a\Nextcloud",
    ],
)  # fmt: skip
def test_a_synchronized_folder_is_refused(folder: str) -> None:
    assert refused(rf"{folder}\office.akashi", windows()) == "synchronized_folder"


def test_a_synchronized_folder_of_another_name_is_found() -> None:
    assert refused(r"D:\Wolke\a\o.akashi", windows(r"d:\wolke")) == "synchronized_folder"
    assert refused(r"D:\Wolke\a\o.akashi", windows(marks=(r"D:\Wolke\.dropbox.cache",))) == "synchronized_folder"
    assert siting.roots({"OneDrive": r"C:\a", "OneDriveCommercial": r"C:\a", "OTHER": "x"}) == (r"C:\a",)


def test_a_mounted_share_is_found_on_linux() -> None:
    mounts = (
        "22 1 254:0 / / rw - ext4 /dev/vda rw\n"
        "40 22 0:50 / /mnt/all\\040cases rw,relatime - cifs //server/x rw\n"
        "41 40 0:51 / /mnt/all\\040cases/here rw - tmpfs tmpfs rw\n"
    )
    assert siting.mounted_far("/mnt/all cases/o.akashi", mounts)
    assert not siting.mounted_far("/mnt/all cases/here/o.akashi", mounts)
    assert not siting.mounted_far("/mnt/all casesx/o.akashi", mounts)
    assert not siting.mounted_far("/home/o.akashi", mounts)


@pytest.mark.parametrize("act", ["make", "open", "restore"])
def test_every_way_to_an_office_asks(act: str, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    where = folder / "office.akashi"
    acts: dict[str, Callable[[], object]] = {
        "make": lambda: offices.create(where, builders.PASSPHRASE, "A"),
        "open": lambda: offices.open_(where, builders.PASSPHRASE),
        "restore": lambda: restoring.restore(tmp_path / "b.akashi", where, builders.PASSPHRASE),
    }
    with pytest.raises(AkashiError, match="synchronizes"):
        acts[act]()
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="making a link is a right of its own on Windows")
def test_a_link_into_a_synchronized_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(BadInput, match="Dropbox"):
        siting.require(tmp_path / "mine" / "office.akashi")


def test_a_folder_of_the_tests_is_good(tmp_path: Path) -> None:
    siting.require(tmp_path / "office.akashi")
