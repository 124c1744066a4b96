"""The forty letters that are kept as goldens: kinds, outcomes, routes and languages; a twin and a correction among them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from models.decisions.values import Outcome
from models.findings.values import Finding, Reason
from models.frameworks import library
from models.frameworks.values import Framework
from models.letters.compose import compose
from models.letters.corrections import compose as corrections
from models.letters.corrections import text
from models.letters.corrections.values import Correction, Item
from models.letters.values import Letter, Paragraph
from resources import letters
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of, reasons

TWIN = "twin-ja-ne"
TEXT = "資料のとおりです。"
WHOLE = ("pension", "continuous_residence")
"""Not met in the refusals that stand in every language."""
DECISIVE = {
    "pension": ("P-02", ("F133", "F33.2025-06", "F33.2025-07", "F33.2025-08")),
    "continuous_residence": ("Z-01", ("F3", "F2", "F4", "F5")),
}
OTHERS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("ja", "permanent_residence", "spouse", ("marriage", "spouse_residence")),
    ("zh-Hans", "permanent_residence", "points_80", ("points_at_application",)),
    ("pt", "permanent_residence", "long_term_resident", ()),
    ("ja", "extension", "general", ("actual_activity", "tax_and_premiums")),
    ("en", "extension", "student", ()),
    ("ja-easy", "extension", "family", ("livelihood",)),
    ("ja", "change_of_status", "temporary_visitor", ("special_circumstances",)),
    ("en", "change_of_status", "general", ("activity", "landing_criteria", "notifications")),
    ("ja-easy", "change_of_status", "general", ()),
    ("ja", "naturalization", "general", ("address_five_years", "good_conduct")),
    ("en", "naturalization", "spouse", ()),
    ("ja-easy", "naturalization", "general", ("livelihood",)),
)
"""Language, framework, route and what is not met (nothing: a grant)."""


@dataclass(frozen=True, slots=True)
class Golden:
    """One kept letter: the pages are those of ``letters`` one after the other; of a ``twin``, side by side."""

    name: str
    letters: tuple[Letter, ...]
    twin: bool = False


def names() -> tuple[str, ...]:
    """All forty."""
    whole = [f"{language}-{outcome}" for language in letters.known() for outcome in Outcome]
    other = [f"{language}-{framework}-{route}" for language, framework, route, _ in OTHERS]
    return (*whole, *other, TWIN, "correction-ja")


def single() -> tuple[str, ...]:
    """All but the twin; none is written for that."""
    return tuple(each for each in names() if each != TWIN)


@cache
def of(name: str) -> Golden:
    """One of them. Raises ``KeyError`` for a name that is none."""
    if name == TWIN:
        return Golden(name, (_shipped("ja", Outcome.REFUSE), _shipped("ne", Outcome.REFUSE)), twin=True)
    if name == "correction-ja":
        return Golden(name, _corrected())
    others = {
        f"{language}-{framework}-{route}": (language, framework, route, unmet)
        for language, framework, route, unmet in OTHERS
    }
    if name in others:
        return Golden(name, (_other(*others[name]),))
    language, _, outcome = name.rpartition("-")
    # The sample's own small framework, with a whole file, speaks Japanese and English only.
    own = language in ("ja", "en")
    return Golden(name, (sample.letter(language, Outcome(outcome)) if own else _shipped(language, Outcome(outcome)),))


def _framework(key: str) -> Framework:
    return next(each for each in library.all_() if each.id == key)


def _shipped(language: str, outcome: Outcome) -> Letter:
    unmet = WHOLE if outcome is Outcome.REFUSE else ()
    return _other(language, "permanent_residence", "general", unmet)


def _other(language: str, key: str, route: str, unmet: tuple[str, ...]) -> Letter:
    framework = _framework(key)
    codes = dict(_last_codes(framework, route, unmet))
    assert len(codes) == len(unmet), "every criterion named is one of the route's"
    file = file_of(framework, route, codes)
    told = sample.proposal(Outcome.REFUSE if unmet else Outcome.GRANT, sample.WEIGHING if unmet else "")
    if unmet == WHOLE:
        file = replace(file, findings=tuple(_decisive(each) for each in file.findings))
    file = replace(file, rounds=(replace(file.rounds[0], proposal=told),))
    return compose(file, told, sample.context(), language)


def _decisive(finding: Finding) -> Finding:
    """Under the code that the facts call for, on the facts that decide."""
    if finding.criterion not in DECISIVE:
        return finding
    code, facts = DECISIVE[finding.criterion]
    return replace(finding, reasons=(Reason(code, facts, ("E2",), TEXT),))


def _last_codes(framework: Framework, route: str, unmet: tuple[str, ...]) -> Iterator[tuple[str, Reason]]:
    for criterion, code in reasons(framework, route):
        if criterion.key in unmet:
            yield criterion.key, Reason(code.code, (), ("E2",), TEXT)


def _corrected() -> tuple[Letter, ...]:
    """A correction of the Japanese refusal: its front page, and the corrected text behind it."""
    old = sample.letter()
    paragraph = next(each for each in old.blocks if isinstance(each, Paragraph))
    items = (Item(paragraph.number, "一般の類型", "定住者の類型", "申請書の類型を書き違えていました。"),)
    base = sample.letter(number=f"{old.number}{corrections.MARK}1", dispatched_on=date(2026, 12, 1))
    told = Correction(
        case=old.case, round=1, number_before=old.number, sha256_before="0123456789abcdef" * 4, dispatched_before=sample.SENT,
        items=items, reason="申請書の類型を書き違えていました。", proposed_by="examiner1", proposed_at=sample.AT,
    )  # fmt: skip
    return (*corrections.fronts((base,), told), *corrections.numbered(text.corrected((base,), items)))
