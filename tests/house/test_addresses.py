"""The tree names no package registry and no one machine; a lock file holds hashes and nothing to fetch from."""

import re

import pytest

from tests.house import tree

# Joined here, so that this file does not name them itself.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("debian", "org"),
        ("archive", "ubuntu", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("nuget", "org"),
        ("rubygems", "org"),
        ("proxy", "golang", "org"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
    ]
]
MACHINE = re.compile(r"(?:^|[^\w./~-])/(?:work|root|home/\w+|Users/\w+)/", re.MULTILINE)
WINDOWS_HOME = re.compile(r"[A-Z]:\\+Users\\+\w", re.IGNORECASE)


def machine_paths(text: str) -> list[str]:
    """The lines that name a folder of one machine."""
    return [line.strip() for line in text.splitlines() if MACHINE.search(line) or WINDOWS_HOME.search(line)]


def test_no_file_names_a_package_registry() -> None:
    named = [(name, host) for name, text in tree.texts() for host in REGISTRIES if host in text.lower()]
    assert named == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    named = {
        name: found
        for name, text in tree.texts()
        if name != "tests/house/test_addresses.py" and (found := machine_paths(text))
    }
    assert named == {}


def test_nothing_reads_outside_the_checkout() -> None:
    outside = ".." + "/shared"
    assert [name for name, text in tree.texts() if outside in text] == []


@pytest.mark.parametrize(
    "line", ["cd /" + "work/main", "HOME=/" + "root/x", '"/' + 'home/ann/x"', "C:" + "\\Users\\ann"]
)
def test_a_machine_path_is_seen(line: str) -> None:
    assert machine_paths(line)


@pytest.mark.parametrize("line", ["Work/rest is /work", "case/work/rest", "~/" + "root/x", "https://a.example/work/x"])
def test_other_words_are_no_machine_path(line: str) -> None:
    assert not machine_paths(line)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_hashes_and_no_address(name: str) -> None:
    text = (tree.ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][a-z0-9._-]*(?:\[[a-z,]+\])?==[^\s;]+", text, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert "://" not in text
    assert "index-url" not in text
    assert len(pins) == len(blocks) > 30
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_shipped_libraries_are_the_tested_ones() -> None:
    """The runtime lock is a part of the developer's: what is tested is what is shipped."""
    runtime, everything = (
        set(re.split(r"\n(?=\S)", (tree.ROOT / name).read_text(encoding="utf-8").strip()))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime < everything
