"""``akashi letters``: issue many, check one that somebody brings, make one again, and write down what became of it."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import ready, write
from desktop.cli.output import Answer, error_data, table
from models.errors import BadInput, NotFound, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from models.errors import Problem
    from models.letters.deliveries.values import Log

STEPS = ("posted", "registered", "handed_over", "delivered", "returned")


def _issue_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--twin", action="append", default=[], metavar="L")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def _ready(call: Call) -> Answer:
    """What stands against each letter that waits, and what a person should look at before it goes out."""
    from desktop.operations import batch, letters, signatories

    with call.office() as office:
        who = call.person(office)
        waiting = [each for each in batch.ready(office, who) if each.case in call.args.cases or not call.args.cases]
        unsigned = signatories.by_case(office, who, {each.case for each in waiting})
        found = {each.case: (*letters.check(office, who, each.case), *unsigned.get(each.case, ())) for each in waiting}
        _written(call, batch.drafts(office, who, [case for case in found if _issuable(found[case])]))
    lang = call.options.lang
    told = [
        {"case": case, "ok": _issuable(problems),
         "problems": [{"place": e.place, "severity": e.severity.value, "code": e.message.code, "cause": e.text(lang)} for e in problems]}
        for case, problems in found.items()
    ]  # fmt: skip
    lines = [f"{case}: {each.text(lang)}" for case, problems in found.items() for each in problems]
    lines += [call.say("letter_ready", case=case) for case, problems in found.items() if not problems]
    missed = [each for each in call.args.cases if each not in found]
    lines += [call.say("letter_not_waiting", case=each) for each in missed]
    return Answer(
        {"letters": told, "not_waiting": missed},
        tuple(lines) or (call.say("letters_none_waiting"),),
        _status(told, missed),
    )


def _issuable(problems: "Sequence[Problem]") -> bool:
    return not any(each.severity is Severity.BLOCK for each in problems)


def _written(call: Call, drafts: "Iterator[tuple[str, Callable[[], bytes]]]") -> None:
    """Put the drafts into the folder that was named; nothing is drawn where none was."""
    from desktop.operations import files

    folder = call.args.out
    if folder is None:
        return
    files.usable(folder)
    for case, drawn in drafts:
        files.write(folder / f"{files.file_name(case)}.ja.pdf", drawn())


def _status(told: list[dict[str, object]], missed: list[str]) -> int:
    return int(bool(missed) or not all(each["ok"] for each in told))


def _issue(call: Call) -> Answer:
    from desktop.operations import batch, files, letters, people, signatories

    args, folder = call.args, call.args.out
    if bool(args.cases) == args.all:
        raise BadInput("issuing.cases_or_all")
    with ready(folder), call.office() as office, call.ticker("ticker_letters") as ticker:
        who = call.person(office)
        chosen = args.cases or [each.case for each in batch.ready(office, who)]
        call.tell(signatories.missing(office, who, set(chosen)))
        who = people.bind(office, who, letters.ISSUE, batch.documents(office, who, chosen))
        made = batch.issue(office, who, chosen, ticker, files.into(folder), args.twin)
    lang = call.options.lang
    data = {
        "issued": [{"case": each.case, "number": each.number} for each in made.issued],
        "failed": [{"case": each.case, **error_data(each.error, lang)} for each in made.failed if each.error],
        "left": list(made.left),
    }
    lines = [call.say("letters_issued", done=len(made.issued), failed=len(made.failed))]
    lines += [f"{each.case}: {each.error.text(lang)}" for each in made.failed if each.error]
    return Answer(data, tuple(lines), status=1 if made.failed else 0)


def _ready_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR")


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _check(call: Call) -> Answer:
    from desktop.operations import checking

    file: Path = call.args.file
    if not file.is_file():
        raise NotFound("issuing.no_file", file=file)
    with call.office() as office:
        found = checking.check(office, call.actor(office), file.read_bytes())
    letter = found.letter
    data = {
        "ok": found.ok, "sha256": found.sha256, "sealed": letter is not None, "in_force": found.in_force,
        "case": letter.case if letter else None, "number": letter.number if letter else None,
        "language": letter.language if letter else None, "signature_holds": found.signature_holds,
        "certificate": found.fingerprint or None, "signer": found.signer or None, "signed_at": found.signed_at,
    }  # fmt: skip
    lines = [
        call.say("letter_is_sealed", case=letter.case, number=letter.number)
        if letter
        else call.say("letter_not_sealed")
    ]
    if letter is not None and not found.in_force:
        lines.append(call.say("letter_superseded"))
    if letter is None or letter.format == "pdf" or found.fingerprint:
        lines.append(call.say("signature_holds" if found.signature_holds else "signature_broken"))
    return Answer(data, tuple(lines), status=0 if found.ok else 1)


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _remake(call: Call) -> Answer:
    from desktop.operations import sealing
    from desktop.operations.sealing import Again

    with call.office() as office:
        made = sealing.remake(office, call.actor(office), call.args.case)
    told = [
        {
            "language": each.language,
            "number": each.number,
            "answer": each.answer.value,
            "renderer": each.renderer,
            "renderer_here": each.ours,
        }
        for each in made
    ]
    lines = [
        f"{each.number} {each.language}: {call.say('again_' + each.answer.value, renderer=each.renderer, ours=each.ours)}"
        for each in made
    ]
    bad = any(each.answer is Again.DIFFERENT for each in made)
    return Answer({"case": call.args.case, "letters": told}, tuple(lines), status=1 if bad else 0)


def _delivery_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--step", choices=STEPS, default=None)
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="D")
    parser.add_argument("--by", default="", metavar="NAME")
    parser.add_argument("--tracking", default="", metavar="T")
    parser.add_argument("--note", default="", metavar="TEXT")


def _delivery(call: Call) -> Answer:
    from desktop.operations import deliveries
    from models.letters.deliveries.values import NewDelivery, Step

    args = call.args
    with call.office() as office:
        if args.step is None:
            return _log(call, deliveries.log(office, call.actor(office), args.case))
        who = call.person(office)
        on, by = args.on or office.clock.today(), args.by or who.name
        made = deliveries.note(office, who, NewDelivery(args.case, Step(args.step), on, by, args.tracking, args.note))
    data = {"case": made.case, "number": made.number, "attempt": made.attempt, "step": made.step.value, "on": made.on}
    return Answer(data, (call.say("delivery_noted", number=made.number, attempt=made.attempt),))


def _log(call: Call, log: "Log") -> Answer:
    from models.errors import Message

    lang = call.options.lang
    data = {
        "case": call.args.case,
        "deliveries": [
            {"number": e.number, "attempt": e.attempt, "step": e.step.value, "on": e.on, "by": e.by_whom,
             "tracking": e.tracking, "note": e.note, "recorded_by": e.recorded_by} for e in log.deliveries
        ],
        "explanations": [
            {"number": e.number, "on": e.on, "by": e.given_by, "language": e.language, "interpreter": e.interpreter,
             "asked": e.asked, "answered": e.answered, "recorded_by": e.recorded_by} for e in log.explanations
        ],
    }  # fmt: skip
    rows = [
        (
            each.number,
            str(each.attempt),
            Message(f"issuing.step_{each.step.value}").text(lang),
            each.on,
            each.by_whom,
            each.tracking,
        )
        for each in log.deliveries
    ]
    rows += [(e.number, "", call.say("explained"), e.on, e.given_by, e.interpreter) for e in log.explanations]
    head = call.say("delivery_head").split("|")
    return Answer(data, table(head, rows) if rows else (call.say("delivery_none"),))


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="D")
    parser.add_argument("--by", default="", metavar="NAME")
    parser.add_argument("--language", default="ja", metavar="L")
    parser.add_argument("--interpreter", default="", metavar="NAME")
    parser.add_argument("--asked", default="", metavar="TEXT")
    parser.add_argument("--answered", default="", metavar="TEXT")


def _explain(call: Call) -> Answer:
    from desktop.operations import deliveries
    from models.letters.deliveries.values import NewExplanation

    args = call.args
    with call.office() as office:
        who = call.person(office)
        on, by = args.on or office.clock.today(), args.by or who.name
        new = NewExplanation(args.case, on, by, args.language, args.interpreter, args.asked, args.answered)
        made = deliveries.explain(office, who, new)
    data = {"case": made.case, "number": made.number, "on": made.on, "by": made.given_by, "language": made.language}
    return Answer(data, (call.say("explanation_noted", number=made.number),))


def _envelope_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--size", choices=("dl", "long3"), default="dl")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _envelope(call: Call) -> Answer:
    from desktop.operations import envelopes

    args = call.args
    with call.office() as office:
        content = envelopes.render(office, call.person(office), args.case, args.size)
    write(args.out, content)
    return Answer(
        {"case": args.case, "size": args.size, "file": str(args.out)}, (call.say("envelope_written", file=args.out),)
    )


COMMANDS = (
    Command("letters ready", _ready, _ready_arguments),
    Command("letters issue", _issue, _issue_arguments),
    Command("letters check", _check, _check_arguments),
    Command("letters remake", _remake, _case),
    Command("letters delivery", _delivery, _delivery_arguments),
    Command("letters explained", _explain, _explain_arguments),
    Command("letters envelope", _envelope, _envelope_arguments),
)
