"""Every sentence stands in Japanese and English, with the same values in it, and no code is without a sentence."""

import ast
import re
import string
import tomllib
from pathlib import Path

import resources
from resources import messages
from tests.house import tree

ERRORS = {
    "Message",
    "problem",
    "AkashiError",
    "BadInput",
    "NotFound",
    "NotPermitted",
    "CheckFailed",
    "Stale",
    "WorldFault",
}
CODE = re.compile(r"[a-z_]+\.[a-z0-9_.]+")


def flat(table: dict[str, object], before: str = "") -> dict[str, str]:
    """A TOML table as dotted keys and texts."""
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= flat(value, f"{before}{key}.") if isinstance(value, dict) else {before + key: str(value)}
    return found


def sentences(path: Path) -> dict[str, str]:
    """Keys and texts of one file; none when there is no file."""
    return flat(tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def places(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def twins() -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """Each room with its Japanese and its English sentences."""
    folder = resources.messages_dir()
    rooms = sorted({path.name.split(".")[0] for path in folder.glob("*.toml")})
    return [(room, sentences(folder / f"{room}.ja.toml"), sentences(folder / f"{room}.en.toml")) for room in rooms]


def test_both_languages_have_the_same_keys() -> None:
    assert {room: sorted(set(ja) ^ set(en)) for room, ja, en in twins() if set(ja) != set(en)} == {}


def test_both_languages_fill_in_the_same_values() -> None:
    apart = [
        f"{room}.{key}" for room, ja, en in twins() for key in set(ja) & set(en) if places(ja[key]) != places(en[key])
    ]
    assert sorted(apart) == []


def test_no_sentence_is_empty() -> None:
    assert [
        f"{room}.{key}"
        for room, ja, en in twins()
        for key in {**ja, **en}
        if not (ja.get(key, "").strip() and en.get(key, "").strip())
    ] == []


def codes(module: ast.Module) -> list[tuple[str, int]]:
    """Message codes that a module raises or says, where they stand as a plain string."""
    found = []
    for called, call in tree.calls(module):
        first = call.args[0] if call.args else None
        if called in ERRORS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.append((first.value, call.lineno))
    return found


def test_every_code_has_a_sentence() -> None:
    known = {f"{room}.{key}" for room, ja, _ in twins() for key in ja}
    missing = [
        f"{name}:{line} {code}"
        for name, _, module in tree.sources()
        if not name.startswith("tests/")
        for code, line in codes(module)
        if CODE.fullmatch(code) and code not in known
    ]
    assert missing == []


def test_one_is_told_in_the_singular_and_no_other_number() -> None:
    assert messages.text("desk.days_late", "en", {"n": 1}) == "1 day late"
    assert messages.text("desk.days_late", "en", {"n": 11}) == "11 days late"
    assert messages.text("cli.verified", "en", {"events": "1"}) == "The record holds: 1 event."
    several = messages.counted("{rows} rows were in {n} criteria of {people} people", {"rows": 1, "n": 1, "people": 2})
    assert several == "{rows} row was in {n} criterion of {people} people"
