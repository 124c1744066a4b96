"""``akashi propose``, ``return``, ``countersign`` and ``issue``: the decision's way."""

import argparse
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import ready, write
from desktop.cli.output import Answer
from desktop.operations.files import file_name


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _propose_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--outcome", choices=("grant", "refuse"), required=True)
    parser.add_argument("--weighing", default="", metavar="TEXT")
    parser.add_argument("--period", default=None, metavar="P")
    parser.add_argument("--status", default=None, metavar="S")


def _propose(call: Call) -> Answer:
    from desktop.operations import decisions
    from models.decisions.values import Outcome

    args = call.args
    with call.office() as office:
        who = call.person(office)
        unheard = decisions.unheard(office, who, args.case)
        made = decisions.propose(office, who, args.case, Outcome(args.outcome), args.weighing, args.period, args.status)
    told = [each.text(call.options.lang) for each in unheard]
    data = {
        "case": made.case, "round": made.round, "outcome": made.outcome.value, "by": made.by, "state": "proposed",
        "warnings": told,
    }  # fmt: skip
    return Answer(data, (call.say("proposed", case=made.case, outcome=call.say(made.outcome.value)), *told))


def _return_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--comment", required=True, metavar="TEXT")


def _return(call: Call) -> Answer:
    from desktop.operations import decisions

    with call.office() as office:
        made = decisions.send_back(office, call.person(office), call.args.case, call.args.comment)
    data = {"case": made.case, "round": made.round, "comment": made.comment, "by": made.by, "state": "returned"}
    return Answer(data, (call.say("returned", case=made.case),))


def _countersign_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--deputy", default="", metavar="TEXT")


def _countersign(call: Call) -> Answer:
    """The signature that is due: one on the way leaves the case proposed, the last one decides."""
    from desktop.operations import decisions
    from models.decisions.values import Countersignature

    with call.office() as office:
        made = decisions.sign(office, call.person(office), call.args.case, call.args.deputy)
    data: dict[str, object] = {"case": made.case, "round": made.round, "by": made.by}
    if not isinstance(made, Countersignature):
        data |= {"state": "proposed", "step": made.step}
        return Answer(data, (call.say("endorsed", case=made.case, step=made.step, title=made.title),))
    data |= {"content_digest": made.content_digest, "state": "countersigned"}
    return Answer(data, (call.say("countersigned", case=made.case),))


def _issue_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--twin", action="append", default=[], metavar="L")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def _issue(call: Call) -> Answer:
    from desktop.operations import letters, signatories

    folder, case = call.args.out, call.args.case
    # Before the act: an unusable folder must not leave an issued case behind.
    with ready(folder), call.office() as office:
        who = call.person(office)
        call.tell(signatories.missing(office, who, {case}))
        issued = letters.issue(office, who, case, twins=call.args.twin)
    files = []
    for letter in issued:
        path = folder / f"{file_name(letter.case)}.{letter.language}.{letter.format}"
        write(path, letter.content)
        files.append(
            {"language": letter.language, "format": letter.format, "number": letter.number, "sha256": letter.sha256,
             "file": str(path)}
        )  # fmt: skip
    lines = [call.say("issued", case=call.args.case), *(str(each["file"]) for each in files)]
    return Answer({"case": call.args.case, "state": "issued", "letters": files}, tuple(lines))


COMMANDS = (
    Command("propose", _propose, _propose_arguments),
    Command("return", _return, _return_arguments),
    Command("countersign", _countersign, _countersign_arguments),
    Command("issue", _issue, _issue_arguments),
)
