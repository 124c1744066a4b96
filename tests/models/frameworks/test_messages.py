"""Every sentence that the rule rooms can say stands in both languages; and none stands there that nobody says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import models
from models.evidence.values import End
from models.facts import catalogue
from models.facts.duties import Mark
from models.facts.values import Unit
from models.requests.comments import Lack
from resources import messages

ROOT = Path(models.__file__).parent
PREFIXES = {"dates": "dates.", "facts": "facts.", "frameworks": "frameworks."}


def strings(room: str) -> Iterator[str]:
    """Every plain string in a room's modules, docstrings and all."""
    for path in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def built_codes() -> set[str]:
    """Codes of facts that are put together from parts."""
    parts = catalogue.DUTY_PARTS
    found = {f"how_duty_{part}" for part in parts} | {f"how_duty_window_{part}" for part in parts if part != "problems"}
    found |= {f"how_month_{mark}" for mark in (Mark.LATE, Mark.UNPAID, Mark.UNDATED, Mark.CONTRADICTING)}
    found |= {f"title_duty_{part}" for part in parts} | {f"title_duty_window_{part}" for part in parts}
    found |= {"title_" + key.replace(".", "_") for key in catalogue.entries() if not key.startswith("obligations.")}
    found |= {f"title_points_item_{item}" for item in catalogue.POINT_ITEMS}
    found |= {f"duty_{duty}" for duty in catalogue.DUTY_BASE} | {"title_income_year"}
    units = (Unit.MONTHS, Unit.YEARS, Unit.DAYS, Unit.YEN)
    return found | {f"unit_{unit}{one}" for unit in units for one in ("", "_one")}


def said(room: str) -> set[str]:
    """The keys of a room's sentences that its code names."""
    known = set(messages.catalogue(room, "ja"))
    plain = {text.rpartition(".")[2] for text in strings(room)} & known
    built = built_codes() if room == "facts" else set()
    stays = {f"how_{kind}" for kind in strings("facts")} if room == "facts" else set()
    return plain | built | (stays & known)


@pytest.mark.parametrize("room", PREFIXES)
def test_nothing_is_written_that_nobody_says(room: str) -> None:
    assert sorted(set(messages.catalogue(room, "ja")) - said(room)) == []


def test_built_codes_have_sentences() -> None:
    for lang in messages.LANGUAGES:
        assert sorted(built_codes() - set(messages.catalogue("facts", lang))) == []


def name_of(called: ast.expr) -> str:
    """The name behind which a call goes."""
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def test_faults_of_frameworks_have_sentences() -> None:
    """Codes that are given to ``wrong`` or ``_problem``, or come out of ``wording.faults``."""
    codes: set[str] = set()
    for path in sorted((ROOT / "frameworks").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) in ("wrong", "_problem"):
                codes |= {str(each.value) for each in node.args[:1] if isinstance(each, ast.Constant)}
    codes |= {
        "slot_unknown_fact",
        "slot_unknown_parameter",
        "slot_unknown",
        "slot_not_here",
        "unclosed_slot",
        "slots_differ",
    }
    assert len(codes) > 25
    for lang in messages.LANGUAGES:
        assert sorted(code for code in codes if not messages.has(f"frameworks.{code}", lang)) == []


def test_gate_codes_have_sentences_and_are_all_used() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("findings", "decisions")
        for path in sorted((ROOT / room).rglob("*.py"))
    )
    codes = set(re.findall(r'"gate\.([a-z_]+)"', text)) | {each.value for each in Lack}
    codes |= {f"attestation_{each.value}" for each in End}
    for lang in messages.LANGUAGES:
        assert codes == set(messages.catalogue("gate", lang))
