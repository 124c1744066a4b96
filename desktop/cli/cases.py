"""``akashi case list`` and ``akashi case show``."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from desktop.cli import attachments, inquiries, likecases, requests
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.cases.rules import due_if_resumed
from models.decisions.rules import unheard
from models.duedates.rules import differing
from models.facts.staleness import is_stale, stale
from models.requests.comments import put_to_them

if TYPE_CHECKING:
    from models.casefile.values import CaseFile
    from models.evidence.values import Evidence
    from models.facts.values import Fact
    from models.frameworks.values import Criterion
    from models.requests.values import Unasked

_COLUMNS = ("case", "kind", "route", "state", "unit", "due_on")


def _list(call: Call) -> Answer:
    from desktop.operations import cases

    with call.office() as office:
        call.actor(office)
        found = cases.listing(office)
    rows = [
        {"case": c.id, "kind": c.kind.value, "route": c.route, "state": c.state.value, "unit": c.unit,
         "due_on": c.due_on.isoformat()}
        for c in found
    ]  # fmt: skip
    return Answer({"cases": rows}, table(_COLUMNS, [list(row.values()) for row in rows]))


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _show(call: Call) -> Answer:
    from desktop.operations import cases

    with call.office() as office:
        file = cases.open_case(office, call.actor(office), call.args.case)
    return Answer(as_data(file), tuple(_lines(call, file)))


def as_data(file: "CaseFile") -> dict[str, object]:
    """The case as the contract of files has it."""
    case = file.case
    return {
        "case": case.id,
        "kind": case.kind.value,
        "route": case.route,
        "state": case.state.value,
        "waiting_for": case.waiting_for.value if case.waiting_for else None,
        "closed_as": case.closed_as.value if case.closed_as else None,
        "due_on": case.due_on.isoformat(),
        "waiting_since": case.waiting_since.isoformat() if case.waiting_since else None,
        "waited_days": case.waited_days,
        "due_on_if_resumed_today": due_if_resumed(case.due_on, case.waiting_since, file.seen_on).isoformat(),
        "unit": case.unit,
        "assigned_to": case.assigned_to,
        "framework": {"id": case.framework.id, "version": case.framework.version},
        "criteria": [_criterion(file, each) for each in file.criteria],
        "facts": [_fact(file, each) for each in file.facts],
        "evidence": [_evidence(each, file.seen_on) for each in file.evidence],
        "findings": [_finding(file, each.key) for each in file.criteria if file.finding(each.key)],
        "unheard": [
            {"criterion": each.criterion, "lack": each.lack.value, "ids": list(each.ids)} for each in unheard(file)
        ],
        "comparisons": [likecases.as_data(each) for each in file.comparisons],
        "attachments": [attachments.as_data(each) for each in file.attachments],
        "due_days_differ": [
            {
                "evidence": each.evidence,
                "duty": each.duty.value,
                "period": each.period,
                "due_on": each.due_on.isoformat(),
                "computed": each.computed.isoformat(),
            }
            for each in differing(file.evidence, file.due_dates)
        ],
        "unasked": [_unasked(each) for each in file.unasked],
        "requests": [requests.as_data(each) for each in file.requests],
        "inquiries": [inquiries.as_data(each) for each in file.inquiries],
        "retention": _retention(file),
        "events": [{"seq": e.seq, "at": e.at.isoformat(), "who": e.who, "kind": e.kind} for e in file.events],
    }


def _retention(file: "CaseFile") -> dict[str, object]:
    """The class and days of an ended case; what holds it back, open or ended."""
    kept, held = file.kept, file.held_back
    days = (kept.started_on, kept.earliest_on) if kept else (None, None)
    return {
        "class": kept.retention.key if kept else None,
        "started_on": days[0].isoformat() if days[0] else None,
        "earliest_on": days[1].isoformat() if days[1] else None,
        "held": {"by": held.by, "why": held.why} if held else None,
    }


def _criterion(file: "CaseFile", criterion: "Criterion") -> dict[str, object]:
    return {
        "key": criterion.key,
        "section": criterion.section,
        "mandatory": criterion.mandatory,
        "finding": file.state_of(criterion.key).value,
        "reasons": [reason.code for reason in criterion.reasons],
        "facts": [fact.id for fact in file.facts_of(criterion)],
    }


def _fact(file: "CaseFile", fact: "Fact") -> dict[str, object]:
    """``put_to_applicant``: of linked data that speak against the applicant, whether they could comment; else null."""
    value = fact.value.isoformat() if isinstance(fact.value, date) else fact.value
    return {
        "id": fact.id, "key": fact.key, "value": value, "unit": fact.unit.value, "sources": list(fact.sources),
        "as_of": fact.as_of.isoformat() if fact.as_of else None, "stale": is_stale(fact.as_of, file.seen_on),
        "adverse": fact.adverse, "put_to_applicant": _put(file, fact),
    }  # fmt: skip


def _put(file: "CaseFile", fact: "Fact") -> bool | None:
    return put_to_them(fact, file.facts, file.evidence, file.requests)


def _evidence(piece: "Evidence", seen_on: date) -> dict[str, object]:
    return {
        "id": piece.id,
        "kind": piece.kind.value,
        "about": piece.about,
        "values": dict(piece.values),
        "source": piece.source,
        "as_of": piece.as_of.isoformat() if piece.as_of else None,
        "superseded_by": piece.superseded_by,
        "stale": bool(stale((piece,), seen_on)),
    }


def _finding(file: "CaseFile", key: str) -> dict[str, object]:
    found = file.finding(key)
    assert found is not None
    reasons = [
        {"code": r.code, "facts": list(r.facts), "evidence": list(r.evidence), "text": r.text} for r in found.reasons
    ]
    return {"criterion": key, "finding": found.finding.value, "by": found.by, "reasons": reasons}


def _unasked(each: "Unasked") -> dict[str, object]:
    return {
        "criterion": each.criterion, "about": list(each.about), "why": each.why, "by": each.by, "at": each.at.isoformat(),
    }  # fmt: skip


def _lines(call: Call, file: "CaseFile") -> list[str]:
    case, lang = file.case, call.options.lang
    head = call.say("case_head", case=case.id, kind=case.kind.value, route=case.route, state=case.state.value,
                    due_on=case.due_on, framework=f"{case.framework.id} {case.framework.version}")  # fmt: skip
    findings = [(c.key, file.state_of(c.key).value, c.title.in_(lang)) for c in file.criteria]
    facts = [
        (f.id, f.key, _shown(f), " ".join(f.sources[:6]), _mark(call, file, f)) for f in file.facts if f.parent is None
    ]
    events = [(e.seq, f"{e.at:%Y-%m-%d %H:%M}", e.who, e.kind) for e in file.events]
    return [
        head,
        "",
        *table((call.say("criterion"), call.say("finding"), ""), findings),
        "",
        *table((call.say("fact"), "", call.say("value"), call.say("sources"), ""), facts),
        "",
        *table(("seq", "at", "who", "kind"), events),
    ]


def _mark(call: Call, file: "CaseFile", fact: "Fact") -> str:
    put = _put(file, fact)
    if put is None:
        return call.say("fact_adverse") if fact.adverse else ""
    return call.say("fact_adverse_put" if put else "fact_adverse_not_put")


def _shown(fact: "Fact") -> str:
    return "-" if fact.value is None else str(fact.value)


def _move_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("version", metavar="VERSION")
    parser.add_argument("--why", default="", metavar="TEXT")


def _move(call: Call) -> Answer:
    from desktop.operations import cases

    with call.office() as office:
        made = cases.move_framework(office, call.person(office), call.args.case, call.args.version, call.args.why)
    framework = {"id": made.framework.id, "version": made.framework.version}
    data = {"case": made.id, "framework": framework, "due_on": made.due_on.isoformat(), "state": made.state.value}
    return Answer(data, (call.say("moved", case=made.id, framework=f"{made.framework.id} {made.framework.version}"),))


def _confirm_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("criterion", nargs="*", metavar="CRITERION")


def _confirm(call: Call) -> Answer:
    """Findings whose facts changed, confirmed as they stand: the named ones, or every one that the gate names."""
    from desktop.operations import findings

    args = call.args
    with call.office() as office:
        made = findings.confirm(office, call.person(office), args.case, tuple(args.criterion))
    data = {"case": args.case, "confirmed": [{"criterion": each.criterion, "revision": each.revision} for each in made]}
    return Answer(data, (call.say("confirmed", case=args.case, count=len(made)),))


def _unasked_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--why", required=True, metavar="TEXT")
    parser.add_argument("--criterion", action="append", default=None, metavar="KEY")


def _leave_unasked(call: Call) -> Answer:
    """Why the applicant is not asked: on the named criteria, or on every one that the gate names."""
    from desktop.operations import cases, requests

    args = call.args
    with call.office() as office:
        who = call.person(office)
        named = args.criterion or list(
            dict.fromkeys(u.criterion for u in unheard(cases.open_case(office, who, args.case)))
        )
        made = [requests.leave_unasked(office, who, args.case, key, args.why) for key in named]
    data = {"case": args.case, "unasked": [_unasked(each) for each in made]}
    return Answer(data, (call.say("unasked", case=args.case, count=len(made)),))


COMMANDS = (
    Command("case list", _list),
    Command("case show", _show, _case),
    Command("case move", _move, _move_arguments),
    Command("case confirm", _confirm, _confirm_arguments),
    Command("case unasked", _leave_unasked, _unasked_arguments),
)
