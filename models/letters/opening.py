"""The sections before the reasons: the application and the rules applied, and every criterion in one table."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from models.findings.values import FindingState
from models.frameworks.values import Criterion, Transition
from models.letters import facts_text, figures
from models.letters.matter import Matter
from models.letters.sentences import NOTHING, Body, Bound, free
from models.letters.unmet import framework_sentence
from models.letters.values import Cell, Figure, FigureKind, Sentence

_REMARK = re.compile(r"（.*）$| \(.*\)$")


def application(matter: Matter, body: Body) -> None:
    """Section 1: what was applied for and when, who decided, under which law and version."""
    body.section(matter.wording["section.application"])
    body.paragraph(
        [_applied(matter), matter.writer.say("application.route", "application.route", route=matter.route())]
    )
    body.paragraph([_decided(matter)])
    body.paragraph(_rules(matter), anchor="rules")


def criteria(matter: Matter, body: Body) -> None:
    """Section 2: every criterion with its source, finding, facts and evidence; favourable ones too."""
    say, wording = matter.writer.say, matter.wording
    body.section(wording["section.criteria"])
    body.paragraph(_counts(matter), anchor="criteria")
    names = ("number", "name", "source", "finding", "facts", "evidence")
    head = [wording[f"criteria.{each}"] for each in names]
    rows = [_row(matter, each) for each in matter.file.criteria]
    body.table("criteria", wording["criteria.caption"], head, rows)
    body.paragraph([say("criteria.note", "criteria.note", paragraph=matter.writer.paragraph("documents"))])
    for criterion in matter.met:
        body.paragraph(_words(matter, criterion))


def _applied(matter: Matter) -> Sentence:
    case = matter.file.case
    received = figures.day_with_era(case.received_on, "case.received_on", matter.wording)
    given: dict[str, Figure] = {"received": received, "kind": matter.kind()}
    if case.receipt_number is None:
        return matter.writer.say("application.applied", "application.applied_plain", **given)
    given["receipt"] = figures.name(case.receipt_number, "case.receipt_number")
    return matter.writer.say("application.applied", "application.applied", **given)


def _decided(matter: Matter) -> Sentence:
    decided = figures.day_with_era(matter.context.decided_on, "letter.decided_on", matter.wording)
    head, wording = matter.context.letterhead, matter.wording
    # An office that has not said who signs speaks for itself.
    who = wording.titled(head.signatory) or wording.of(head.authority)
    signatory = figures.word("signatory", who, "letter.signatory")
    key = "application.refused" if matter.refused else "application.granted"
    return matter.writer.say("application.decided", key, decided=decided, signatory=signatory)


def _rules(matter: Matter) -> Iterator[Sentence]:
    say, framework = matter.writer.say, matter.file.framework
    yield say("application.law", "application.law", law=matter.law())
    yield say("application.guideline", matter.by_kind("application.guideline"), guideline=matter.guideline())
    version = figures.name(framework.version, "framework.version")
    since = figures.day(framework.in_force_from, "framework.in_force_from", matter.wording)
    yield say("application.version", matter.by_kind("application.version"), version=version, **{"from": since})
    both = framework.in_force_on(matter.file.case.received_on)
    yield say("application.in_force", "application.version_both" if both else "application.version_decision")
    used = [each for each in framework.transitions if _holds(each, matter)]
    for each in used:
        yield say(f"application.transition.{each.key}", "application.transition", **transition_slots(matter, each))
    if not used:
        yield say("application.no_transition", "application.no_transition")


def transition_slots(matter: Matter, rule: Transition) -> dict[str, Figure]:
    """A transitional rule and where it stands, as bound words."""
    text = matter.wording.of(rule.text).rstrip("。.")
    return {
        "rule": figures.word(rule.key, text, f"transition.{rule.key}"),
        "reference": figures.word(rule.key, matter.wording.of(rule.reference.text), f"transition.{rule.key}#reference"),
    }


def _holds(rule: Transition, matter: Matter) -> bool:
    day = matter.context.decided_on
    return (rule.from_ is None or rule.from_ <= day) and (rule.until is None or day <= rule.until)


def _counts(matter: Matter) -> Iterator[Sentence]:
    say = matter.writer.say
    all_ = figures.count(len(matter.file.criteria), "count.criteria")
    met, unmet = figures.count(len(matter.met), "count.met"), figures.count(len(matter.unmet), "count.unmet")
    yield say("criteria.intro", "criteria.intro", all=all_)
    yield say("criteria.counts", "criteria.counts" if matter.unmet else "criteria.counts_all", met=met, unmet=unmet)
    if matter.not_asked:
        yield say(
            "criteria.not_asked", "criteria.not_asked", count=figures.count(len(matter.not_asked), "count.not_asked")
        )
    if matter.asked + len(matter.not_asked) == len(matter.file.criteria):
        yield say("criteria.decided", "criteria.decided")
    if any(each.indicator for each in matter.file.criteria):
        yield say("criteria.indicator", "criteria.indicator")


def _row(matter: Matter, criterion: Criterion) -> tuple[Cell, ...]:
    key, writer = criterion.key, matter.writer
    on, strong = matter.bound_to(criterion), matter.state(criterion) is FindingState.NOT_MET
    place = f"criteria.{key}"
    name = matter.name(criterion)
    if criterion.indicator:
        name += matter.wording["frame.open"] + matter.wording["criteria.is_indicator"] + matter.wording["frame.close"]
    cells = (
        writer.value(f"{place}.number", matter.number(criterion), Bound(key)),
        writer.value(f"{place}.name", figures.word(key, name, f"criterion.{key}#name"), Bound(key)),
        writer.value(
            f"{place}.source", figures.word(key, _reference(matter, criterion), f"reference.{key}"), Bound(key)
        ),
        writer.value(f"{place}.finding", _finding(matter, criterion), on),
        rests_on(matter, criterion, f"{place}.facts"),
        _evidence(matter, criterion, f"{place}.evidence", on),
    )
    number, *others = [_strong(each, strong) for each in cells]
    return (Cell(number, "end"), *map(Cell, others))


def _words(matter: Matter, criterion: Criterion) -> Iterator[Sentence]:
    """What the examiner wrote on a criterion that is met: they write where data speaks against the applicant."""
    written = [(place, reason.text.strip()) for place, reason in enumerate(matter.reasons(criterion), 1)]
    written = [each for each in written if each[1]]
    if not written:
        return
    key, on = criterion.key, matter.bound_to(criterion)
    name = figures.word(key, matter.name(criterion), f"criterion.{key}#name")
    yield matter.writer.say(f"criteria.{key}.words", "criteria.words", on, number=matter.number(criterion), name=name)
    for place, text in written:
        yield free(f"criteria.{key}.text.{place}", text, on, f"finding.{key}.{place}", matter.writer.language)


def _reference(matter: Matter, criterion: Criterion) -> str:
    """Where the criterion stands, without the remark behind it: the section on it gives that too."""
    return _unremarked(matter.wording.of(criterion.reference.text))


@lru_cache(maxsize=1024)
def _unremarked(reference: str) -> str:
    return _REMARK.sub("", reference)


def _finding(matter: Matter, criterion: Criterion) -> Figure:
    state = matter.state(criterion)
    known = state if state.is_answer else "open"
    return figures.word(state.value, matter.wording[f"finding.{known}"], f"finding.{criterion.key}")


def rests_on(matter: Matter, criterion: Criterion, sid: str) -> Sentence:
    """The sentence of a criterion's facts in the tables: the framework's for a met one, the first fact's for an unmet one."""
    on, state = matter.bound_to(criterion), matter.state(criterion)
    if state is FindingState.NOT_APPLICABLE:
        return framework_sentence(matter, sid, criterion.letter.not_applicable, on)
    if state is FindingState.NOT_MET:
        found = deciding(matter, criterion, sid)
        if found:
            return facts_text.shortest(matter, found)
    if state is FindingState.MET:
        return framework_sentence(matter, sid, criterion.letter.met, on)
    return matter.writer.words(sid, matter.wording["frame.none"], on)


def deciding(matter: Matter, criterion: Criterion, sid: str) -> tuple[Sentence, ...]:
    """The facts that decided an unmet criterion, as sentences: at most three, fewer where many criteria are unmet."""
    cited = matter.cited(criterion)
    spoken = facts_text.spoken(cited) or cited
    on = matter.bound_to(criterion)
    said = [
        facts_text.sentence(matter, each, on, sid if n == 0 else f"{sid}.{n}")
        for n, each in enumerate(spoken[: _shown(matter)])
    ]
    return tuple(said)


def _shown(matter: Matter) -> int:
    """How many facts a row of page 1 has room for."""
    unmet = len(matter.unmet)
    return 3 if unmet <= 3 else 2 if unmet <= 6 else 1


def _evidence(matter: Matter, criterion: Criterion, sid: str, on: Bound) -> Sentence:
    used = [each.number for each in matter.shelf.of_criterion(criterion.key)]
    if not used:
        return matter.writer.words(sid, matter.wording["frame.none"], NOTHING)
    text = ", ".join(str(each) for each in used)
    return matter.writer.value(sid, Figure(FigureKind.NAME, text, text, f"evidence.{criterion.key}"), on)


def _strong(sentence: Sentence, strong: bool) -> Sentence:
    return sentence if sentence.strong == strong else replace(sentence, strong=strong)
