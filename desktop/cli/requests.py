"""``akashi request …``: ask the applicant, and take in what comes."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput

if TYPE_CHECKING:
    from models.requests.values import Item, Request, RequestDraft, RequestKind

_COLUMNS = ("number", "kind", "state", "due_on", "missing")


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _numbered(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("number", type=int, metavar="NUMBER")


def _prepare_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--kind", choices=("documents", "comment"), default="documents")
    parser.add_argument("--follows", type=int, default=None, metavar="NUMBER")


def _prepare(call: Call) -> Answer:
    from desktop.operations import requests
    from models.requests.values import RequestKind

    args = call.args
    with call.office() as office:
        who = call.person(office)
        made = requests.prepare(office, who, args.case, RequestKind(args.kind), args.follows)
        choices = requests.desk(office, who, args.case).choices
    data = {
        "case": made.case, "kind": made.kind.value, "items": [_item(each) for each in made.items],
        "due_on": made.due_on.isoformat(), "send_to": made.send_to, "follows": made.follows,
        "choices": [_item(each) for each in choices],
    }  # fmt: skip
    rows = [(each.criterion, each.key, each.title.in_(call.options.lang)) for each in made.items]
    head = call.say("request_prepared", case=made.case, day=made.due_on, count=len(rows))
    return Answer(data, (head, *table(("criterion", "key", ""), rows)))


def _send_arguments(parser: argparse.ArgumentParser) -> None:
    _prepare_arguments(parser)
    parser.add_argument("--document", action="append", default=None, metavar="CRITERION/KEY")
    parser.add_argument("--own", action="append", default=None, metavar="CRITERION=WORDS")
    parser.add_argument("--until", default=None, metavar="DATE")
    parser.add_argument("--send-to", default=None, metavar="TEXT")
    parser.add_argument("--note", default="", metavar="TEXT")
    parser.add_argument("--no-wait", action="store_true")
    parser.add_argument("--preview", type=Path, default=None, metavar="FILE")


def _send(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import requests

    with call.office() as office:
        who = call.person(office)
        draft = _draft(call, requests.prepare(office, who, call.args.case, _kind(call), call.args.follows))
        chosen = _chosen(call, (*draft.items, *requests.desk(office, who, call.args.case).choices))
        draft = replace(draft, items=chosen) if chosen else draft
        if call.args.preview is not None:
            write(call.args.preview, requests.preview(office, who, draft))
            return Answer({"case": draft.case, "file": str(call.args.preview)}, (str(call.args.preview),))
        made = requests.send(office, who, draft)
    return Answer(as_data(made), (call.say("request_sent", case=made.case, number=made.number, day=made.due_on),))


def _kind(call: Call) -> "RequestKind":
    from models.requests.values import RequestKind

    return RequestKind(call.args.kind)


def _draft(call: Call, prepared: "RequestDraft") -> "RequestDraft":
    """What was prepared, as far as the line does not say otherwise."""
    args = call.args
    return replace(
        prepared,
        due_on=_day(args.until) if args.until else prepared.due_on,
        send_to=prepared.send_to if args.send_to is None else args.send_to,
        note=args.note,
        waits=not args.no_wait,
    )


def _chosen(call: Call, choices: "tuple[Item, ...]") -> "tuple[Item, ...]":
    """The documents that the line names. Raises ``BadInput`` for one that the framework does not know."""
    from models.requests.rules import own

    known = {f"{each.criterion}/{each.key or (*each.facts, *each.evidence, '')[0]}": each for each in choices}
    found = []
    for name in call.args.document or ():
        if name not in known:
            raise BadInput("cli.no_document", document=name)
        found.append(known[name])
    for words in call.args.own or ():
        criterion, _, title = words.partition("=")
        found.append(own(criterion, title))
    return tuple(found)


def _list(call: Call) -> Answer:
    from desktop.operations import requests

    with call.office() as office:
        found = requests.listing(office, call.person(office), call.args.case)
    rows = [(r.number, r.kind.value, r.state.value, r.due_on.isoformat(), len(r.missing)) for r in found]
    return Answer({"case": call.args.case, "requests": [as_data(each) for each in found]}, table(_COLUMNS, rows))


def _deliver_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--on", required=True, metavar="DATE")


def _deliver(call: Call) -> Answer:
    from desktop.operations import requests

    args = call.args
    with call.office() as office:
        made = requests.deliver(office, call.person(office), args.case, args.number, _day(args.on))
    return Answer(as_data(made), (call.say("request_delivered", case=made.case, number=made.number),))


def _reply_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--came", default="", metavar="1,2,…")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--text", default="", metavar="TEXT")
    parser.add_argument("--on", default=None, metavar="DATE")


def _reply(call: Call) -> Answer:
    from desktop.operations import requests
    from models.requests.values import NewReply

    args = call.args
    with call.office() as office:
        who = call.person(office)
        asked = next((r for r in requests.listing(office, who, args.case) if r.number == args.number), None)
        came = asked.missing if args.all and asked else _places(args.came)
        on = _day(args.on) if args.on else office.clock.today()
        made = requests.answer(office, who, args.case, args.number, NewReply(on, came, args.text))
    said = call.say("request_answered", case=made.case, number=made.number, missing=len(made.missing))
    return Answer(as_data(made), (said,))


def _end_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--why", default="", metavar="TEXT")


def _unanswered(call: Call) -> Answer:
    from desktop.operations import requests

    args = call.args
    with call.office() as office:
        made = requests.give_up(office, call.person(office), args.case, args.number, args.why)
    return Answer(as_data(made), (call.say("request_unanswered", case=made.case, number=made.number),))


def _withdraw(call: Call) -> Answer:
    from desktop.operations import requests

    args = call.args
    with call.office() as office:
        made = requests.withdraw(office, call.person(office), args.case, args.number, args.why)
    return Answer(as_data(made), (call.say("request_withdrawn", case=made.case, number=made.number),))


def _paper_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--language", default=None, metavar="L")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _paper(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import requests

    args = call.args
    with call.office() as office:
        content = requests.paper(office, call.person(office), args.case, args.number, args.language)
    write(args.out, content)
    return Answer({"case": args.case, "request": args.number, "file": str(args.out)}, (str(args.out),))


def _day(text: str) -> date:
    from models.dates.parse import parse_date

    return parse_date(text)


def _places(text: str) -> tuple[int, ...]:
    """``1,3`` as places. Raises ``BadInput``."""
    parts = [each.strip() for each in text.split(",") if each.strip()]
    if not all(each.isdecimal() for each in parts):
        raise BadInput("cli.no_places", text=text)
    return tuple(int(each) for each in parts)


def _item(item: "Item") -> dict[str, object]:
    said: dict[str, object] = {
        "criterion": item.criterion, "key": item.key, "title": dict(item.title), "why": item.why,
    }  # fmt: skip
    return said | {"facts": list(item.facts), "evidence": list(item.evidence)}


def as_data(request: "Request") -> dict[str, object]:
    """A request as JSON."""
    return {
        "case": request.case,
        "number": request.number,
        "kind": request.kind.value,
        "state": request.state.value,
        "document_number": request.document_number,
        "sent_on": request.sent_on.isoformat(),
        "due_on": request.due_on.isoformat(),
        "delivered_on": request.delivered_on.isoformat() if request.delivered_on else None,
        "closed_on": request.closed_on.isoformat() if request.closed_on else None,
        "follows": request.follows,
        "waits": request.waits,
        "items": [{**_item(each), "came": at in request.came} for at, each in enumerate(request.items, 1)],
        "missing": list(request.missing),
        "replies": [
            {
                "received_on": r.received_on.isoformat(),
                "items": list(r.items),
                "text": r.text,
                "evidence": list(r.evidence),
            }
            for r in request.replies
        ],
        "papers": [{"language": each.language, "sha256": each.sha256} for each in request.papers],
    }


COMMANDS = (
    Command("request prepare", _prepare, _prepare_arguments),
    Command("request send", _send, _send_arguments),
    Command("request list", _list, _case),
    Command("request deliver", _deliver, _deliver_arguments),
    Command("request reply", _reply, _reply_arguments),
    Command("request unanswered", _unanswered, _end_arguments),
    Command("request withdraw", _withdraw, _end_arguments),
    Command("request paper", _paper, _paper_arguments),
)
