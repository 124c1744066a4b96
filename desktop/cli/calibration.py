"""``akashi calibration``: draw a round of blind double assessment, read a case of it, record what was found."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput, NotFound
from resources import messages

if TYPE_CHECKING:
    from models.calibration.values import BlindCase, Reading, Round


def _draw_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--kind", metavar="KIND")
    parser.add_argument("--each", type=int, default=2, metavar="N")
    parser.add_argument("--readers", default="", metavar="LOGIN,LOGIN")


def _draw(call: Call) -> Answer:
    from desktop.operations import calibration
    from models.calibration.values import Asked

    args = call.args
    readers = tuple(each.strip() for each in args.readers.split(",") if each.strip())
    with call.office() as office:
        made = calibration.draw(office, call.actor(office), Asked(args.size, args.seed, args.kind, args.each, readers))
    said = messages.text(
        "calibration.drawn", call.options.lang, {"round": made.number, "cases": made.cases, "wanted": made.wanted}
    )
    return Answer(_round(made), (said,))


def _round(made: "Round") -> dict[str, Any]:
    return {
        "round": made.number, "drawn_by": made.drawn_by, "drawn_at": made.drawn_at.isoformat(), "kind": made.kind,
        "cases": made.cases, "each": made.each, "wanted": made.wanted, "given": made.given,
    }  # fmt: skip


def _list(call: Call) -> Answer:
    from desktop.operations import calibration

    with call.office() as office:
        actor = call.actor(office)
        every, own = calibration.rounds(office), calibration.to_read(office, actor)
    rows = [(str(each.number), str(each.cases), f"{each.given} / {each.wanted}") for each in every]
    heads = tuple(
        messages.text(f"calibration.head_{name}", call.options.lang) for name in ("round", "cases", "readings")
    )
    waiting = messages.text("calibration.waiting", call.options.lang, {"number": len(own)})
    data = {"rounds": [_round(each) for each in every], "to_read": [[each.round, each.place] for each in own]}
    return Answer(data, (*table(heads, rows), waiting))


def _read_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("round", type=int, metavar="ROUND")
    parser.add_argument("place", type=int, metavar="PLACE")


def _read(call: Call) -> Answer:
    from desktop.operations import calibration
    from models.calibration.values import Place

    with call.office() as office:
        seen = calibration.open_(office, call.actor(office), Place(call.args.round, call.args.place))
    lang = call.options.lang
    lines = [f"{each.key}: {each.question.in_(lang)}" for each in seen.criteria]
    facts = [f"{each.id} {each.key}: {_plain(each.value)}" for each in seen.facts if each.parent is None]
    return Answer(_blind(seen), (*lines, "", *facts))


def _blind(seen: "BlindCase") -> dict[str, Any]:
    return {
        "round": seen.round,
        "place": seen.place,
        "kind": seen.kind,
        "route": seen.route,
        "framework": {"id": seen.framework.id, "version": seen.framework.version},
        "seen_on": seen.seen_on.isoformat(),
        "criteria": [each.key for each in seen.criteria],
        "facts": [{"id": each.id, "key": each.key, "value": _plain(each.value)} for each in seen.facts],
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _record_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.json")


def _record(call: Call) -> Answer:
    from desktop.operations import calibration

    reading = _reading(call.args.file)
    with call.office() as office:
        calibration.record(office, call.actor(office), reading)
    params = {"round": reading.round, "place": reading.place}
    return Answer({**params, "recorded": True}, (messages.text("calibration.recorded", call.options.lang, params),))


def _reading(path: Path) -> "Reading":
    """``{"round": 1, "place": 3, "outcome": "grant", "findings": {"criterion": "met"}}``. Raises ``BadInput``."""
    from models.calibration.values import Reading
    from models.decisions.values import Outcome
    from models.findings.values import FindingState

    if not path.is_file():
        raise NotFound("intake.no_file", file=path.name)
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        found = {str(key): FindingState(value) for key, value in told["findings"].items()}
        return Reading(int(told["round"]), int(told["place"]), found, Outcome(told["outcome"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput("calibration.bad_reading", file=path.name) from error


COMMANDS = (
    Command("calibration draw", _draw, _draw_arguments),
    Command("calibration list", _list),
    Command("calibration read", _read, _read_arguments),
    Command("calibration record", _record, _record_arguments),
)
