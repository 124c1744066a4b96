"""``akashi like`` and ``akashi distinguish``: how like cases were found, once the own finding stands."""

import argparse
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import Message

if TYPE_CHECKING:
    from models.likecases.values import Comparison, LikeCases


def _like_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("criterion", metavar="CRITERION")


def _like(call: Call) -> Answer:
    from desktop.operations import likecases

    args = call.args
    with call.office() as office:
        found = likecases.compare(office, call.person(office), args.case, args.criterion, whole=True)
    return Answer({"case": args.case, **_as_data(found)}, tuple(_lines(found, call.options.lang)))


def _as_data(found: "LikeCases") -> dict[str, object]:
    basis = [{"trait": each.key, "band": each.band} for each in found.basis]
    return {
        "criterion": found.criterion, "revision": found.revision, "finding": found.finding.value, "years": found.years,
        "fewer_than": _least() if found.hidden else None, "total": None if found.hidden else found.total,
        "counts": {state.value: number for state, number in found.counts}, "basis": basis, "differs": found.differs,
        "rows": [{"quarter": each.quarter, "finding": each.finding.value} for each in found.rows],
    }  # fmt: skip


def _least() -> int:
    from models.likecases.rules import LEAST

    return LEAST


def _lines(found: "LikeCases", lang: str) -> list[str]:
    """What a person reads: how many, how found, in what alike, and by quarter."""
    if found.hidden:
        return [Message("likecases.few", {"least": _least()}).text(lang)]
    between = "、" if lang == "ja" else ", "
    counts = between.join(_counted(state.value, number, lang) for state, number in found.counts)
    said = {"total": found.total, "counts": counts, "years": found.years}
    traits = between.join(each.text(lang) for each in found.basis)
    quarters = dict.fromkeys((each.quarter, each.finding) for each in found.rows)
    several = [
        (quarter, finding, sum((each.quarter, each.finding) == (quarter, finding) for each in found.rows))
        for quarter, finding in quarters
    ]
    first = {each.quarter: each for each in found.rows}
    rows = [(first[q].decided.text(lang), _counted(finding.value, number, lang)) for q, finding, number in several]
    lines = [Message("likecases.head", said).text(lang), Message("likecases.basis", {"traits": traits}).text(lang)]
    finding = Message(f"likecases.finding_{found.finding.value}")
    asks = [Message("likecases.must_differ", {"finding": finding}).text(lang)] if found.differs else []
    return [*lines, *table(("", ""), rows)[1:], *asks]


def _counted(finding: str, number: int, lang: str) -> str:
    return Message("likecases.counted", {"finding": Message(f"likecases.finding_{finding}"), "number": number}).text(
        lang
    )


def as_data(found: "Comparison") -> dict[str, object]:
    """What was compared, as ``case show`` tells it."""
    said = found.distinction
    words = {"text": said.text, "by": said.by, "at": said.at.isoformat(), "number": said.number} if said else None
    return {
        "criterion": found.criterion, "revision": found.revision, "finding": found.shown.finding.value,
        "fewer_than": _least() if found.hidden else None, "total": None if found.hidden else found.total,
        "counts": {state.value: number for state, number in found.counts}, "differs": found.differs,
        "by": found.by, "at": found.at.isoformat(), "distinction": words,
    }  # fmt: skip


def _distinguish_arguments(parser: argparse.ArgumentParser) -> None:
    _like_arguments(parser)
    parser.add_argument("--text", required=True, metavar="TEXT")


def _distinguish(call: Call) -> Answer:
    from desktop.operations import likecases

    args = call.args
    with call.office() as office:
        made = likecases.distinguish(office, call.person(office), args.case, args.criterion, args.text)
    data = {
        "case": args.case, "criterion": args.criterion, "revision": made.revision, "number": made.number,
        "text": made.text, "by": made.by,
    }  # fmt: skip
    return Answer(data, (call.say("distinguished", case=args.case, criterion=args.criterion),))


COMMANDS = (
    Command("like", _like, _like_arguments),
    Command("distinguish", _distinguish, _distinguish_arguments),
)
