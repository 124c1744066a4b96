"""``akashi framework list``, ``check``, ``diff`` and ``simulate``."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import NotFound

if TYPE_CHECKING:
    from models.casefile.values import Decided, Simulation, Touched
    from models.frameworks.differences import Change
    from models.frameworks.values import Framework
    from models.store.office import Office


def _list(call: Call) -> Answer:
    from models.frameworks import library

    known = library.all_() if call.options.office is None else _of_office(call)
    rows = [
        {"id": f.id, "version": f.version, "kind": f.kind, "in_force_from": f.in_force_from.isoformat()} for f in known
    ]
    return Answer(
        {"frameworks": rows}, table(("id", "version", "kind", "in_force_from"), [list(r.values()) for r in rows])
    )


def _of_office(call: Call) -> "tuple[Framework, ...]":
    from desktop.operations import frameworks

    with call.office() as office:
        return frameworks.here(office).frameworks


@contextmanager
def named_office(call: Call) -> "Iterator[Office | None]":
    """The office of ``--office``, for its own versions; none without it: frameworks need no office."""
    if call.options.office is None:
        yield None
    else:
        with call.office() as office:
            yield office


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _check(call: Call) -> Answer:
    from models.frameworks import library
    from models.frameworks.unverified import unverified

    path: Path = call.args.file
    if not path.is_file():
        raise NotFound("cli.no_file", file=path.name)
    lang = call.options.lang
    problems = [
        {"place": p.place, "severity": p.severity.value, "code": p.message.code, "cause": p.text(lang)}
        for p in library.check(path)
    ]
    ok = not any(p["severity"] == "block" for p in problems)
    said = call.say("framework_sound" if ok else "framework_unsound", file=path.name, number=len(problems))
    marked = unverified(library.named(str(path))) if ok else ()
    lines = [said, *(f"{p['place']}: {p['cause']}" for p in problems)]
    if marked:
        lines += ["", call.say("framework_unverified", number=len(marked))]
        lines += [f"  {each.place}: {each.says.in_(lang)} ({each.source.in_(lang)})" for each in marked]
    spoken = _translations(path) if ok else ()
    if spoken:
        lines += ["", call.say("framework_translations"), *(f"  {name}: {said}" for name, said in spoken)]
    told = [{"place": e.place, "says": e.says.in_(lang), "source": e.source.in_(lang)} for e in marked]
    data = {"file": path.name, "ok": ok, "problems": problems, "unverified": told, "languages": dict(spoken)}
    return Answer(data, tuple(lines), status=0 if ok else 1)


def _translations(path: Path) -> tuple[tuple[str, str], ...]:
    """The languages that a framework's letters can be written in, with their status; ``+stale`` after a change of its text."""
    from models.frameworks import library
    from models.letters import drift
    from models.letters.wording import languages

    framework = library.named(str(path))
    return tuple((each, drift.standing(each, (framework,))) for each in languages(framework))


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("first", metavar="A")
    parser.add_argument("second", metavar="B")


def _diff(call: Call) -> Answer:
    from desktop.operations import frameworks

    with named_office(call) as office:
        first, second = (frameworks.named(each, office) for each in (call.args.first, call.args.second))
    found = frameworks.differences(first, second)
    data = {
        "first": _version(first),
        "second": _version(second),
        "same": not found,
        "changes": [_change(c) for c in found],
    }
    names = {"first": _name(first), "second": _name(second)}
    said = call.say("framework_differ", **names, number=len(found)) if found else call.say("framework_same", **names)
    return Answer(data, (said, *(line for each in found for line in _change_lines(call, each))))


def _version(framework: "Framework") -> dict[str, object]:
    until = framework.in_force_until
    return {
        "id": framework.id,
        "version": framework.version,
        "in_force_from": framework.in_force_from.isoformat(),
        "in_force_until": until.isoformat() if until else None,
    }


def _name(framework: "Framework") -> str:
    return f"{framework.id} {framework.version}"


def _change(each: "Change") -> dict[str, object]:
    return {
        "place": each.place, "criterion": each.criterion, "how": each.how.value, "before": each.before, "after": each.after
    }  # fmt: skip


def _change_lines(call: Call, each: "Change") -> Iterator[str]:
    yield f"{call.say(f'how_{each.how.value}')}  {each.place}"
    if each.before:
        yield f"  - {each.before}"
    if each.after:
        yield f"  + {each.after}"


def _simulate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("framework", metavar="FRAMEWORK")


def _simulate(call: Call) -> Answer:
    from desktop.operations import frameworks

    with call.office() as office, call.ticker("simulating") as ticker:
        other = frameworks.named(call.args.framework, office)
        actor = call.actor(office)
        found = frameworks.simulate(office, actor, other, ticker)
        waiting = frameworks.open_cases_touched(office, actor, other)
    lang = call.options.lang
    data = {
        "framework": _version(other),
        "looked_at": found.looked_at,
        "same_version": found.same,
        "cases": [_decided(each, lang) for each in found.cases],
        "open_cases": [{"case": each.case, "route": each.route, **_touched(each, lang)} for each in waiting],
    }
    return Answer(data, (*_simulated(call, other, found), *_open(call, waiting)))


def _decided(each: "Decided", lang: str) -> dict[str, object]:
    return {
        "case": each.case,
        "route": each.route,
        "outcome": each.outcome.value,
        "decided_on": each.decided_on.isoformat(),
        "version": each.version,
        "findings": [_touched(one, lang) for one in each.touched],
    }


def _touched(each: "Touched", lang: str) -> dict[str, object]:
    why = [{"code": message.code.partition(".")[2], "cause": message.text(lang)} for message in each.why]
    return {"criterion": each.criterion, "finding": each.finding.value if each.finding else None, "why": why}


def _simulated(call: Call, other: "Framework", found: "Simulation") -> Iterator[str]:
    number = sum(len(each.touched) for each in found.cases)
    yield call.say("simulated", framework=_name(other), looked=found.looked_at, same=found.same, cases=len(found.cases),
                   findings=number)  # fmt: skip
    for case in found.cases:
        yield ""
        yield call.say("simulated_case", case=case.case, route=case.route, outcome=call.say(case.outcome.value),
                       day=case.decided_on, version=case.version)  # fmt: skip
        for each in case.touched:
            yield f"  {each.criterion}: {each.finding.value if each.finding else '-'}"
            yield from (f"    {message.text(call.options.lang)}" for message in each.why)


def _open(call: Call, waiting: "tuple[Touched, ...]") -> Iterator[str]:
    """The open cases that have to be moved when the version takes effect, and what of them is to be looked at again."""
    if waiting:
        yield ""
        yield call.say("simulated_open", cases=len({each.case for each in waiting}), findings=len(waiting))
        for each in waiting:
            yield f"  {each.case}  {each.criterion}: {each.finding.value if each.finding else '-'}"


COMMANDS = (
    Command("framework list", _list),
    Command("framework check", _check, _check_arguments),
    Command("framework diff", _diff, _diff_arguments),
    Command("framework simulate", _simulate, _simulate_arguments),
)
