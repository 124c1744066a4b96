"""Time travel: which findings of decided cases another version of the framework touches, and why. Pure.

Nothing is judged: it says on what a finding rests that the other version has differently, with both values; whether
the finding would be another one is for a person.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from models.casefile.values import CaseFile, Touched
from models.errors import Message
from models.evidence.values import Evidence
from models.facts import catalogue
from models.facts.compute import compute
from models.facts.shown import canonical
from models.facts.values import Fact
from models.findings.values import Finding
from models.frameworks.bearing import measured_by, parameters_of, touches
from models.frameworks.values import Criterion, Framework, Parameter
from models.frameworks.windows import windows


def touched(file: CaseFile, other: Framework) -> tuple[Touched, ...]:
    """The findings of a case that ``other`` touches, and the criteria that it asks anew, in the order of ``other``.

    ``file`` is seen from the day of the decision; of an open case, from today.
    """
    if file.case.route not in {each.key for each in other.routes}:
        why = Message("casefile.touch_no_route", {"route": file.case.route, "version": other.version})
        return tuple(_touched(file, each.criterion, each, (why,)) for each in file.findings)
    after = _facts(file, other)
    asked = other.criteria_for(file.case.route)
    found = [(each.key, tuple(_why(file, each, other, after))) for each in asked]
    gone = [each for each in file.findings if each.criterion not in {one.key for one in asked}]
    why = Message("casefile.touch_removed", {"version": other.version})
    lost = [(each.criterion, (why,)) for each in gone]
    return tuple(_touched(file, key, file.finding(key), reasons) for key, reasons in (*found, *lost) if reasons)


def _touched(file: CaseFile, criterion: str, finding: Finding | None, why: tuple[Message, ...]) -> Touched:
    return Touched(file.case.id, file.case.route, criterion, finding.finding if finding else None, why)


def _why(file: CaseFile, criterion: Criterion, other: Framework, after: Mapping[str, Fact] | None) -> Iterator[Message]:
    """Everything that a finding rests on and that ``other`` has differently."""
    finding = file.finding(criterion.key)
    before = next((each for each in file.criteria if each.key == criterion.key), None)
    if before is None:
        yield Message("casefile.touch_new", {"version": other.version})
        return
    yield from _parameters(file, criterion, other)
    if finding is not None:
        yield from _facts_differ(file, finding, after)
        yield from _reasons(finding, before, criterion)
    if before.mandatory != criterion.mandatory:
        yield Message("casefile.touch_mandatory" if criterion.mandatory else "casefile.touch_not_mandatory")
    if before.letter.standard["ja"] != criterion.letter.standard["ja"]:
        yield Message("casefile.touch_standard")
    elif before.question["ja"] != criterion.question["ja"]:
        yield Message("casefile.touch_question")


def _parameters(file: CaseFile, criterion: Criterion, other: Framework) -> Iterator[Message]:
    route = file.case.route
    old = {each.key: each for each in file.framework.parameters}
    for each in parameters_of(criterion, other):
        before = _value(old.get(each.key), route, file.seen_on)
        after = _value(each, route, file.seen_on)
        if before != after:
            params = {"parameter": each.key, "before": before, "after": after, "facts": _measures(file, each.key)}
            yield Message("casefile.touch_parameter", params)
    there = {each.key for each in other.parameters}
    for each in parameters_of(criterion, file.framework):
        if each.key not in there:
            params = {"parameter": each.key, "before": _value(each, route, file.seen_on), "after": "—"}
            yield Message("casefile.touch_parameter", {**params, "facts": _measures(file, each.key)})


def _value(parameter: Parameter | None, route: str, day: date) -> str:
    """What a parameter asks on a day; a dash where it does not hold then (or asks nothing: 0)."""
    if parameter is None:
        return "—"
    begun = parameter.from_ is None or parameter.from_ <= day
    ended = parameter.until is not None and parameter.until < day
    value = parameter.for_route(route)
    return str(value) if begun and not ended and value else "—"


def _measures(file: CaseFile, parameter: str) -> str:
    """The facts that the parameter measures, with their values: ``F1 = 7``."""
    known = [
        each
        for each in file.facts
        if each.parent is None and each.value is not None and touches(measured_by(parameter), (each.key,))
    ]
    return ", ".join(f"{each.id} = {canonical(each.value)}" for each in known[:4]) or "—"


def _facts(file: CaseFile, other: Framework) -> Mapping[str, Fact] | None:
    """The facts as ``other`` has them counted; ``None`` when it counts like the version of the case."""
    case = file.case
    own = windows(file.framework, case.route, case.received_on, file.seen_on, case.applicant.born_on, file.shelf)
    theirs = windows(other, case.route, case.received_on, file.seen_on, case.applicant.born_on, file.shelf)
    if own == theirs:
        return None
    evidence: tuple[Evidence, ...] = file.evidence
    return {each.id: each for each in compute(evidence, theirs)}


def _facts_differ(file: CaseFile, finding: Finding, after: Mapping[str, Fact] | None) -> Iterator[Message]:
    """Cited facts that the other version's figures give another value."""
    if after is None:
        return
    cited = dict.fromkeys(fact for reason in finding.reasons for fact in reason.facts)
    for each in cited:
        before, now = file.fact(each), after.get(each)
        old, new = (canonical(one.value) if one else "" for one in (before, now))
        if old != new and before is not None:
            params = {"id": each, "fact": catalogue.title(before.key), "before": old or "—", "after": new or "—"}
            yield Message("casefile.touch_fact", params)


def _reasons(finding: Finding, before: Criterion, after: Criterion) -> Iterator[Message]:
    """Codes that the finding uses, and that the other version lacks or words differently."""
    old = {each.code: each.conclusion["ja"] for each in before.reasons} | {
        g.code: g.title["ja"] for g in before.grounds
    }
    new = {each.code: each.conclusion["ja"] for each in after.reasons} | {g.code: g.title["ja"] for g in after.grounds}
    for code in dict.fromkeys(each.code for each in finding.reasons if each.code):
        if code not in new:
            yield Message("casefile.touch_code_gone", {"code": code})
        elif new[code] != old.get(code):
            yield Message("casefile.touch_code_reworded", {"code": code})
