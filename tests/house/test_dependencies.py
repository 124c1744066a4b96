"""The libraries, audited without a network: what is installed is what is locked, agrees with itself, and is not known to be weak."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from installer import bom
from tests.house import tree

DEV, RUNTIME = "requirements-dev.lock", "requirements.lock"
TOOLS = frozenset({"pip", "setuptools", "wheel", "akashi"})
"""What a virtual environment brings itself, and the program; none of it is locked or shipped."""
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==([^\s;]+)(?: ; ([^\\\n]+))?", re.MULTILINE)
Advisory = Mapping[str, str]


@cache
def locked(name: str, *, here: bool = True) -> dict[str, set[str]]:
    """Libraries of a lock file with their versions; ``here``: those for this Python and system only."""
    found: dict[str, set[str]] = {}
    for library, version, marker in _PIN.findall((tree.ROOT / name).read_text("ascii")):
        if not (here and marker and not Marker(marker.strip()).evaluate()):
            found.setdefault(canonicalize_name(library), set()).add(version)
    return found


@cache
def installed() -> dict[str, metadata.Distribution]:
    """What stands in the environment."""
    return {canonicalize_name(each.name): each for each in metadata.distributions()}


@cache
def project() -> dict[str, Any]:
    """``pyproject.toml``."""
    return tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))


def needs(name: str, extras: frozenset[str] = frozenset({""})) -> Iterator[Requirement]:
    """What an installed library says it needs here, or what ``pyproject.toml`` says for it."""
    instead = {each["name"]: each["requires-dist"] for each in project()["tool"]["uv"]["dependency-metadata"]}
    for line in instead.get(name, installed()[name].requires or ()):
        need = Requirement(line)
        if need.marker is None or any(need.marker.evaluate({"extra": each}) for each in extras):
            yield need


def advisories() -> tuple[Advisory, ...]:
    """The known weaknesses."""
    return tuple(tomllib.loads(Path(__file__).with_name("advisories.toml").read_text("utf-8"))["advisory"])


def weak(pins: Mapping[str, set[str]], known: tuple[Advisory, ...]) -> list[str]:
    """A line for each locked version that an advisory speaks of, with the remedy."""
    return [
        f"{each['package']} {version}: {each['id']} ({each['what']}), told in {each['source']}. Raise its lower bound in "
        f"pyproject.toml above {each['affected']}, then: python dev.py lock"
        for each in known
        for version in sorted(pins.get(each["package"], ()))
        if Version(version) in SpecifierSet(each["affected"], prereleases=True)
    ]


def test_what_is_installed_is_what_is_locked() -> None:
    there = {name: each.version for name, each in installed().items() if name not in TOOLS}
    pins = locked(DEV)
    strange = {name: version for name, version in there.items() if version not in pins.get(name, ())}
    assert strange == {}, "not locked so: python dev.py lock, or remove .venv and: python dev.py setup"
    assert set(pins) - set(there) == set(), "locked and not installed: python dev.py setup"


def test_every_library_has_what_it_needs() -> None:
    amiss = [
        f"{name} needs {need}, and {installed()[wanted].version if wanted in installed() else 'nothing'} is there"
        for name in installed()
        if name not in TOOLS
        for need in needs(name)
        if (wanted := canonicalize_name(need.name)) not in installed()
        or not need.specifier.contains(installed()[wanted].version, prereleases=True)
    ]
    assert amiss == [], "python dev.py lock"


def test_nothing_is_shipped_that_nothing_asks_for() -> None:
    """What the program names, what that needs, and so on, is what the lock for users holds."""
    left, reached = [Requirement(each) for each in project()["project"]["dependencies"]], set[str]()
    asked: set[tuple[str, frozenset[str]]] = set()
    while left:
        need = left.pop()
        what = canonicalize_name(need.name), frozenset({"", *need.extras})
        if what not in asked:
            asked.add(what)
            reached.add(what[0])
            left += needs(*what)
    assert reached == set(locked(RUNTIME))


def test_the_bill_of_materials_names_each_library_once_a_version_with_its_hashes() -> None:
    told = bom.libraries((tree.ROOT / RUNTIME).read_text("ascii"))
    named = [(canonicalize_name(str(each["name"])), each["version"]) for each in told]
    pins = locked(RUNTIME, here=False)
    assert sorted(named) == sorted((name, version) for name, several in pins.items() for version in several)
    assert all(each["hashes"] for each in told)


@pytest.mark.parametrize("name", [RUNTIME, DEV])
def test_no_locked_library_is_known_to_be_weak(name: str) -> None:
    assert weak(locked(name, here=False), advisories()) == []


def test_a_weak_one_is_named_with_its_remedy() -> None:
    (line,) = weak({"lxml": {"6.0.2", "6.1.0"}}, advisories())
    assert "lxml 6.0.2" in line
    assert "CVE-2026-41066" in line
    assert "dev.py lock" in line


def test_advisories_say_what_they_must() -> None:
    told = tomllib.loads(Path(__file__).with_name("advisories.toml").read_text("utf-8"))
    assert isinstance(told["looked_up"], date)
    for each in advisories():
        assert set(each) == {"package", "id", "affected", "source", "what"}, each
        assert re.fullmatch(r"(CVE-\d{4}-\d+|GHSA(-[a-z0-9]{4}){3}|PYSEC-\d{4}-\d+)", each["id"]), each
        assert each["source"].startswith("https://")
        assert each["package"] in locked(DEV, here=False), "nothing locks it any more: take it out"
        assert SpecifierSet(each["affected"])
