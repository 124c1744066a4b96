"""The recipe is complete: what the program reads at run time travels with it, and what is shipped is named."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from desktop import selftest
from installer import about, bom, package, parts
from tests.house import tree


def bundled() -> dict[str, str]:
    """Every data file: its place in the bundle, and where it comes from."""
    return {f"{place}/{Path(source).name}": source for source, place in parts.data_files()}


def test_every_resource_travels() -> None:
    """Everything under resources that is not a module, found here by walking and not by the recipe's own list."""
    found = {
        path.relative_to(parts.ROOT).as_posix()
        for path in (parts.ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    assert found
    assert found - set(bundled()) == set()


def test_every_migration_travels_as_source() -> None:
    versions = parts.ROOT / parts.MIGRATIONS / "versions"
    found = {path.relative_to(parts.ROOT).as_posix() for path in versions.glob("*.py")}
    assert found
    assert {*found, f"{parts.MIGRATIONS}/env.py"} - set(bundled()) == set()


def test_every_module_is_named_to_the_freezer() -> None:
    """Tables are found by name at run time; commands load their rooms late."""
    named = set(parts.modules())
    assert {"models.cases.tables", "desktop.cli.sample", "reports.letter_pdf", "resources.messages"} <= named
    rooms = {name.split("/")[0] for name, _, _ in tree.sources()} & set(parts.ROOMS)
    assert rooms == set(parts.ROOMS)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/opengl32sw.dll", "PySide6/Qt6Quick.dll", "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6/Qt/lib/libQt6Qml.so.6", "PySide6/translations/qtbase_de.qm", "PySide6/plugins/platforms/qdirect2d.dll",
    ],
)  # fmt: skip
def test_what_no_screen_uses_stays_out(place: str) -> None:
    assert not parts.wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/platforms/libqoffscreen.so", "PySide6/Qt6Svg.dll",
        "PySide6/plugins/imageformats/qsvg.dll", "PySide6/plugins/styles/qmodernwindowsstyle.dll", "PySide6/Qt6Network.dll",
        "PySide6/translations/qtbase_ja.qm", "PySide6/plugins/iconengines/qsvgicon.dll", "PySide6/Qt6PrintSupport.dll",
    ],
)  # fmt: skip
def test_what_the_desk_needs_goes_in(place: str) -> None:
    assert parts.wanted(place)


def test_the_largest_parts_are_counted_and_explained(tmp_path: Path) -> None:
    for name, size in (
        ("_internal/scipy/a.so", 30),
        ("_internal/scipy.libs/b.so", 20),
        ("_internal/resources/fonts/x.ttf", 40),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(size))
    found = parts.largest(tmp_path)
    assert [(part.name, part.size) for part in found] == [("scipy", 50), ("resources/fonts", 40)]
    assert all(part.reason for part in found)
    assert parts.total(tmp_path) == 90
    assert parts.reason("a part that nobody knows") == ""


def test_windows_is_told_the_version_of_pyproject() -> None:
    written = re.search(r'^version = "([^"]+)"', (parts.ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert written is not None
    assert parts.version() == written[1]
    told = about.version_info(parts.version())
    assert told.count(f"StringStruct('ProductVersion', '{written[1]}')") == 2
    assert "filevers=(1, 2, 0, 0)" in about.version_info("1.2")


def test_an_icon_holds_its_pictures() -> None:
    made = about.icon_file([(16, b"small"), (256, b"large")])
    assert made[:6] == b"\0\0\1\0\2\0"
    assert (made[6], made[22]) == (16, 0)  # 256 is written as 0
    assert made.endswith(b"smalllarge")


def test_the_bill_names_every_locked_library_and_font() -> None:
    told = bom.document("1.0")
    text = json.dumps(told)
    lock = (parts.ROOT / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9._-]+)(?:\[[^]]+\])?==", lock, re.MULTILINE))
    parts_ = told["components"]
    assert isinstance(parts_, list)
    named = {each["name"] for each in parts_}
    assert pinned - named == set()
    assert {"ipamjm.ttf", "NotoSansJP-Regular.ttf"} <= named
    assert "Bootloader-exception" in text
    assert all(each["hashes"] for each in parts_ if each["type"] == "library" and each["name"] != "Python")
    assert {"Python"} <= named
    assert all(each["licenses"][0]["license"] for each in parts_)


def test_a_bill_is_the_same_for_the_same_build() -> None:
    assert bom.document("1.0") == bom.document("1.0")
    assert bom.document("1.0")["serialNumber"] != bom.document("1.1")["serialNumber"]
    assert str(bom.document("1.0")["serialNumber"]).startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("place", "left_out"),
    [
        ("libX11.so.6", True), ("libstdc++.so.6", True), ("libpython3.11.so.1.0", False), ("libcrypto.so.3", False),
        ("psycopg_binary.libs/libkrb5-f18b4d11.so.3.3", False), ("PySide6/Qt/lib/libQt6Core.so.6", False),
    ],
)  # fmt: skip
def test_linux_brings_its_own_desktop(place: str, left_out: bool) -> None:
    assert parts.of_the_system(place) == (left_out and sys.platform.startswith("linux"))


def test_the_build_tools_are_locked_without_an_address() -> None:
    for name in ("requirements.lock", "rehearsal.lock"):
        text = (parts.ROOT / "installer" / name).read_text("utf-8")
        blocks = re.split(r"\n(?=\S)", text.strip())
        assert all("==" in block and "--hash=sha256:" in block for block in blocks)
        assert "://" not in text


def test_nothing_is_packaged_that_was_not_frozen_for_windows(tmp_path: Path) -> None:
    with pytest.raises(package.MissingToolError, match=r"Akashi\.exe"):
        package.make(tmp_path, tmp_path)


def test_a_tool_that_is_missing_is_named_with_where_it_comes_from() -> None:
    with pytest.raises(package.MissingToolError, match="Debian: none"):
        package.tool("no-such-packager", "it (Debian: none)")


def test_a_signature_that_fails_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "Akashi.exe"
    file.write_bytes(b"MZ")
    monkeypatch.delenv(package.SIGN, raising=False)
    package.sign(file)
    monkeypatch.setenv(package.SIGN, "exit 3 #" if os.name != "nt" else "cmd /c exit 3 &")
    with pytest.raises(package.MissingToolError, match="not signed"):
        package.sign(file)


def test_the_first_paint_is_timed() -> None:
    assert 0 < selftest.first_paint() < 30
