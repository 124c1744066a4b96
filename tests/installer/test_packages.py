"""The sources of installer and MSI are well formed, say the same things, and never touch a person's data."""

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from installer import crt, installed, msi, package, parts, rehearse, wine

NSI = (parts.ROOT / "installer" / "akashi.nsi").read_text("utf-8")
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A frozen folder in small."""
    for name in ("Akashi.exe", "akashi.com", "_internal/a.dll", "_internal/resources/fonts/a.ttf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def section(name: str) -> str:
    """The lines of a section of the installer's script."""
    return NSI.split(f"Section{name}\n", 1)[1].split("SectionEnd", 1)[0]


def test_the_installer_needs_no_administrator() -> None:
    assert "RequestExecutionLevel user" in NSI
    assert not re.findall(r"^\s*Write\w+ (?!HKCU)\w+", NSI.replace("WriteUninstaller", ""), re.MULTILINE)


def test_every_sentence_of_the_installer_stands_in_both_languages() -> None:
    said: dict[str, set[str]] = {}
    for name, language in re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", NSI, re.MULTILINE):
        said.setdefault(name, set()).add(language)
    assert said
    assert all(languages == {"ENGLISH", "JAPANESE"} for languages in said.values())
    assert set(re.findall(r"\$\((\w+)\)", NSI)) <= set(said)


def test_every_key_that_is_written_is_taken_away_again() -> None:
    written = set(re.findall(r'^\s*WriteReg\w+ HKCU "([^"]+)"', NSI, re.MULTILINE))
    removed = tuple(re.findall(r'DeleteRegKey HKCU "([^"]+)"', section(' "Uninstall"')))
    assert written
    assert [key for key in written if not key.startswith(removed)] == []


def test_the_uninstaller_keeps_data_and_says_where() -> None:
    gone = re.findall(r'(?:RMDir /r|Delete) "([^"]+)"', NSI)
    assert gone
    assert all(place.startswith(("$INSTDIR\\", "$SMPROGRAMS\\")) for place in gone)
    assert NSI.count(r"$LOCALAPPDATA\akashi ") == 2
    assert "Policies" not in "".join(re.findall(r"DeleteRegKey.*", NSI))


def test_an_upgrade_takes_old_libraries_away_first() -> None:
    steps = section("")
    assert steps.index("StopIfRunning") < steps.index("RemoveProgram") < steps.index("File /r")


def test_the_package_for_a_computer_holds_every_file_once(folder: Path) -> None:
    root = ElementTree.fromstring(msi.source(folder, "1.2.3"))
    sources = [each.get("Source") for each in root.iter(f"{WIX}File")]
    assert sorted(map(str, sources)) == sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )
    components = [each.get("Id") for each in root.iter(f"{WIX}Component")]
    assert len(components) == len(set(components))
    assert {each.get("Id") for each in root.iter(f"{WIX}ComponentRef")} == set(components)
    ids = [each.get("Id") for each in root.iter() if each.get("Id") and each.tag != f"{WIX}ComponentRef"]
    assert len(ids) == len(set(ids))
    told = next(root.iter(f"{WIX}Package"))
    assert told.get("InstallScope") == "perMachine"


def test_a_later_package_replaces_an_earlier_one(folder: Path) -> None:
    """Windows knows it by the upgrade code, and a file's component by an identity that stays."""
    first, second = (ElementTree.fromstring(msi.source(folder, version)) for version in ("1.0.0", "1.0.1"))
    products = [next(root.iter(f"{WIX}Product")) for root in (first, second)]
    assert products[0].get("UpgradeCode") == products[1].get("UpgradeCode")
    assert [each.get("Version") for each in products] == ["1.0.0", "1.0.1"]
    guids = [[each.get("Guid") for each in root.iter(f"{WIX}Component")] for root in (first, second)]
    assert guids[0] == guids[1]


def test_the_msi_is_written_in_plain_letters(folder: Path) -> None:
    assert msi.source(folder, "1.0").replace(str(folder), "").isascii()


def test_a_step_whose_ground_failed_is_named_and_not_skipped() -> None:
    found = rehearse.Rehearsal()

    def fails() -> str:
        raise rehearse.StepError("it broke")

    found.step("first", fails)
    found.step("second", lambda: "never", ["first"])
    found.step("third", lambda: "never", ["second"])
    found.step("fourth", lambda: "well")
    table = found.table()
    assert re.search(r"first .* FAILED  it broke", table)
    assert re.search(r"second .* NOT RUN: first failed", table)
    assert re.search(r"third .* NOT RUN: second failed", table)
    assert re.search(r"fourth .* ok  well", table)
    assert "not tried: real Windows" in table
    assert found.broken == {"first", "second", "third"}


def test_every_step_stands_on_steps_that_are_there() -> None:
    names = [name for name, _, _ in installed.STEPS]
    for index, (_, _, needs) in enumerate(installed.STEPS):
        assert set(needs) <= set(names[:index])


def test_every_test_of_the_core_is_there() -> None:
    assert [path for path in rehearse.CORE if not (parts.ROOT / path).exists()] == []


def test_what_a_windows_library_asks_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "\tDLL Name: icuuc.dll\n\tvma:  Hint/Ord Member-Name Bound-To\n"
        "\t9989e8\t  263  ucnv_open\n\t9989f4\t  225  ucnv_close\n\n 00996864\n"
    )
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: type("Done", (), {"stdout": told}))
    assert wine.imports([Path("a.dll")]) == {"icuuc.dll": {"ucnv_open", "ucnv_close"}}


def test_a_library_that_is_none_is_not_mended() -> None:
    with pytest.raises(ValueError, match="no section"):
        crt.offset(b"MZ" + bytes(0x3A) + b"\x40\0\0\0" + bytes(200), 4096)


def test_the_workflow_builds_signs_and_publishes() -> None:
    job = yaml.safe_load((parts.ROOT / ".github" / "workflows" / "windows.yml").read_text("utf-8"))["jobs"]["build"]
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert job["runs-on"].startswith("windows")
    assert "python installer/build.py" in commands
    assert package.SIGN in commands
    assert "rehearse.CORE" in commands
    assert "/qn" in commands
    # A hosted runner says CI=true, which lets dev.py skip no group: every step that skips some says otherwise.
    assert all(step["env"].get("CI") == "false" for step in job["steps"] if "AKASHI_SKIP_GROUPS" in step.get("env", {}))
    published = job["steps"][-1]["with"]["path"]
    assert all(word in published for word in ("setup.exe", ".msi", "bom.json", "SHA256SUMS"))
