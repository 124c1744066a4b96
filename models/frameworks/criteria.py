"""The criteria of a framework file: the question, what bears on it, the reason codes and the wording."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass

from models.evidence.values import EvidenceKind
from models.facts import catalogue
from models.frameworks import wording
from models.frameworks.fields import Fields
from models.frameworks.nodes import Table
from models.frameworks.values import Criterion, EvidenceAsk, Ground, HandbookWording, LetterWording, ReasonCode
from models.localized import Localized

CHANGE_RULES = (
    "residence_years",
    "work_years",
    "marriage_years",
    "status_years",
    "recognition_years",
    "coming_of_age",
    "months_on_time",
)
"""The computations of the earliest day that a reason code may name (``models.letters.changes``)."""
_KEYS = (
    "key",
    "section",
    "title",
    "question",
    "reference",
    "responsible",
    "facts",
    "evidence",
    "grounds",
    "reasons",
    "guidance",
    "letter",
)
_HANDBOOK = tuple(each.name for each in dataclasses.fields(HandbookWording) if each.name != "cases")
_LETTER = ("name", "standard", "met", "facts_intro", "not_applicable")


@dataclass(frozen=True, slots=True)
class Names:
    """What a criterion may refer to."""

    routes: Collection[str]
    sections: Collection[str]
    parameters: Collection[str]


def criterion(names: Names, fields: Fields, table: Table) -> Criterion:
    """One criterion; what is wrong with it is collected in ``fields``."""
    fields.known(table, "criteria", _KEYS, ("mandatory", "indicator", "routes", "handbook"))
    section = fields.text(table, "section")
    if section and section not in names.sections:
        fields.wrong("unknown_section", table.lines["section"], name=section, allowed=", ".join(names.sections))
    indicator, mandatory = fields.flag(table, "indicator"), fields.flag(table, "mandatory")
    if indicator and mandatory:
        fields.wrong("indicator_mandatory", table.line)
    found = Criterion(
        key=fields.text(table, "key"),
        section=section,
        title=plain_words(fields, table, "title"),
        question=plain_words(fields, table, "question"),
        reference=fields.citation(table, "reference"),
        responsible=fields.text(table, "responsible"),
        mandatory=mandatory,
        indicator=indicator,
        routes=fields.names(table, "routes", names.routes.__contains__, "unknown_route"),
        facts=fields.names(table, "facts", catalogue.exists, "unknown_fact"),
        evidence=tuple(_ask(fields, each) for each in fields.tables(table, "evidence")),
        grounds=tuple(_ground(fields, each) for each in fields.tables(table, "grounds")),
        reasons=tuple(_reason(names, fields, each) for each in fields.tables(table, "reasons")),
        guidance=plain_words(fields, table, "guidance"),
        letter=_letter(names, fields, table),
        handbook=_handbook(fields, table),
    )
    _not_empty(fields, table, found)
    return found


def plain_words(fields: Fields, table: Table, key: str) -> Localized:
    """A wording in which no slot may stand."""
    return _checked(fields, table, key, (), filled=False)


def _checked(fields: Fields, table: Table, key: str, parameters: Collection[str], *, filled: bool) -> Localized:
    words = fields.words(table, key)
    for code, params in wording.faults(words, parameters, filled=filled):
        fields.wrong(code, table.lines[key], key=key, **params)
    return words


def _not_empty(fields: Fields, table: Table, found: Criterion) -> None:
    """Something must bear on a criterion, and "not met" must be sayable, unless nothing can be failed in it."""
    filled = {"facts": found.facts, "evidence": found.evidence, "grounds": found.grounds}
    if not found.indicator:
        filled["reasons"] = found.reasons
    for key, value in filled.items():
        if key in table.entries and not value:
            fields.wrong("empty_list", table.lines[key], key=key)


def _ask(fields: Fields, table: Table) -> EvidenceAsk:
    fields.known(table, "evidence", ("key", "title", "kinds"))
    kinds = fields.names(table, "kinds", lambda name: name in set(EvidenceKind), "unknown_kind_of_evidence")
    return EvidenceAsk(fields.text(table, "key"), plain_words(fields, table, "title"), kinds)


def _ground(fields: Fields, table: Table) -> Ground:
    fields.known(table, "grounds", ("code", "title"))
    return Ground(fields.text(table, "code"), plain_words(fields, table, "title"))


def _reason(names: Names, fields: Fields, table: Table) -> ReasonCode:
    fields.known(table, "reasons", ("code", "title", "conclusion", "change"), ("change_rule",))
    rule = fields.text(table, "change_rule") or None
    if rule is not None and rule not in CHANGE_RULES:
        fields.wrong("unknown_change_rule", table.lines["change_rule"], name=rule, allowed=", ".join(CHANGE_RULES))
    return ReasonCode(
        fields.text(table, "code"),
        plain_words(fields, table, "title"),
        _checked(fields, table, "conclusion", names.parameters, filled=True),
        _checked(fields, table, "change", names.parameters, filled=True),
        rule,
    )


def _letter(names: Names, fields: Fields, table: Table) -> LetterWording:
    letter = fields.table(table, "letter")
    if "letter" in table.entries:
        fields.known(letter, "letter", _LETTER)
    name = plain_words(fields, letter, "name")
    rest = [_checked(fields, letter, key, names.parameters, filled=True) for key in _LETTER[1:]]
    return LetterWording(name, *rest)


def _handbook(fields: Fields, table: Table) -> HandbookWording:
    inner = fields.table(table, "handbook")
    fields.known(inner, "handbook", (), (*_HANDBOOK, "cases"))
    words = {key: plain_words(fields, inner, key) for key in _HANDBOOK if key in inner.entries}
    cases = tuple(fields.words_in(each, "cases") for each in fields.tables(inner, "cases"))
    return HandbookWording(**words, cases=cases)
