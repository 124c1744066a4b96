"""``akashi framework drafts``, ``draft``, ``text``, ``write``, ``propose``, ``withdraw``, ``return``, ``publish``, ``give-up`` and
``overtaken``: an office's own versions."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import files
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput, NotFound

if TYPE_CHECKING:
    from desktop.operations.frameworks import Overtaken
    from models.frameworks.drafts.values import Draft
    from models.people.values import Actor
    from models.store.office import Office

_COLUMNS = ("draft", "framework", "based_on", "state", "revisions", "by")


def _draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", metavar="DRAFT")


def _commented(parser: argparse.ArgumentParser) -> None:
    _draft(parser)
    parser.add_argument("--comment", default="", metavar="TEXT")


def _list(call: Call) -> Answer:
    from desktop.operations import drafting

    with call.office() as office:
        found = drafting.listing(office, call.actor(office))
        own = drafting.published(office)
    published = [
        {"id": p.framework, "version": p.version, "in_force_from": p.in_force_from.isoformat(), "digest": p.digest,
         "draft": p.draft, "proposed_by": p.proposed_by, "published_by": p.published_by}
        for p in own
    ]  # fmt: skip
    rows = [_data(each) for each in found]
    return Answer(
        {"drafts": rows, "published": published},
        table(_COLUMNS, [[str(row[name]) for name in _COLUMNS] for row in rows]),
    )


def _data(draft: "Draft") -> dict[str, object]:
    asked = draft.proposal
    return {
        "draft": draft.id,
        "framework": draft.framework,
        "based_on": draft.based_on,
        "state": draft.state.value,
        "revisions": len(draft.revisions),
        "by": draft.by,
        "proposed": {"version": asked.version, "in_force_from": str(asked.in_force_from), "by": asked.by} if asked else None,
    }  # fmt: skip


def _begin_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("framework", metavar="FRAMEWORK")


def _begin(call: Call) -> Answer:
    from desktop.operations import drafting, frameworks

    with call.office() as office:
        made = drafting.begin(office, call.person(office), frameworks.named(call.args.framework, office).ref).draft
    return Answer(_data(made), (call.say("draft_begun", draft=made.id, version=made.based_on),))


def _text_arguments(parser: argparse.ArgumentParser) -> None:
    _draft(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _text(call: Call) -> Answer:
    from desktop.operations import drafting

    with call.office() as office:
        found = drafting.opened(office, call.actor(office), call.args.draft)
    files.write(call.args.out, found.text.encode())
    return Answer(
        {**_data(found.draft), "file": str(call.args.out)}, (call.say("draft_text_written", file=str(call.args.out)),)
    )


def _write_arguments(parser: argparse.ArgumentParser) -> None:
    _draft(parser)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--note", default="", metavar="TEXT")


def _write(call: Call) -> Answer:
    from desktop.operations import drafting

    path: Path = call.args.file
    if not path.is_file():
        raise NotFound("cli.no_file", file=path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("frameworks.unreadable", file=path.name, cause=str(error)) from error
    with call.office() as office:
        who = call.person(office)
        before = drafting.opened(office, who, call.args.draft)
        drafting.save(office, who, before.draft.id, text, before.draft.saving)
        kept = drafting.keep(office, who, before.draft.id, call.args.note)
        found = drafting.examine(text, drafting.base_of(office, kept))
    lang = call.options.lang
    problems = [{"place": p.place, "code": p.message.code, "cause": p.text(lang)} for p in found.problems]
    said = call.say("draft_written", draft=kept.id, revision=len(kept.revisions), changes=len(found.changes))
    lines = (said, *(f"{p['place']}: {p['cause']}" for p in problems))
    changes = [each.place for each in found.changes]
    return Answer({**_data(kept), "problems": problems, "changes": changes}, lines)


def _propose_arguments(parser: argparse.ArgumentParser) -> None:
    _commented(parser)
    parser.add_argument("--from", dest="in_force_from", required=True, metavar="DATE")


def _propose(call: Call) -> Answer:
    from desktop.operations import drafting
    from models.dates.parse import parse_date

    args = call.args
    day = parse_date(args.in_force_from)
    with call.office() as office:
        made = drafting.propose(office, call.person(office), args.draft, day, args.comment)
    asked = made.proposal
    version = asked.version if asked else ""
    return Answer(_data(made), (call.say("draft_proposed", draft=made.id, version=version, day=day),))


def _step(name: str, said: str) -> Callable[[Call], Answer]:
    """A command that takes one step with a draft: ``name`` is the operation, ``said`` what is answered."""

    def run(call: Call) -> Answer:
        from desktop.operations import drafting

        act: Callable[[Office, Actor, str, str], Draft] = getattr(drafting, name)
        with call.office() as office:
            made = act(office, call.person(office), call.args.draft, call.args.comment)
        return Answer(_data(made), (call.say(said, draft=made.id),))

    return run


def _publish(call: Call) -> Answer:
    from desktop.operations import drafting

    with call.office() as office:
        made = drafting.publish(office, call.person(office), call.args.draft, call.args.comment)
    data = {
        "draft": made.draft, "id": made.framework, "version": made.version, "digest": made.digest,
        "in_force_from": made.in_force_from.isoformat(), "proposed_by": made.proposed_by, "published_by": made.published_by,
    }  # fmt: skip
    said = call.say("draft_published", framework=f"{made.framework} {made.version}", day=made.in_force_from)
    return Answer(data, (said,))


def _overtaken(call: Call) -> Answer:
    from desktop.operations import frameworks

    with call.office() as office, call.ticker("looking_at_open") as ticker:
        found = frameworks.overtaken(office, call.actor(office), ticker)
    lines = [call.say("overtaken", cases=len(found), findings=sum(len(each.touched) for each in found))]
    for each in found:
        lines.append(f"{each.case}  {each.before.version} → {each.after.version}")
        lines += [f"  {one.criterion}: {one.finding.value if one.finding else '-'}" for one in each.touched]
    return Answer({"cases": [_case(each, call.options.lang) for each in found]}, tuple(lines))


def _case(each: "Overtaken", lang: str) -> dict[str, object]:
    findings = [
        {
            "criterion": one.criterion,
            "finding": one.finding.value if one.finding else None,
            "why": [message.text(lang) for message in one.why],
        }
        for one in each.touched
    ]
    return {
        "case": each.case,
        "route": each.route,
        "version": each.before.version,
        "governs": {"id": each.after.id, "version": each.after.version},
        "findings": findings,
    }


COMMANDS = (
    Command("framework drafts", _list),
    Command("framework draft", _begin, _begin_arguments),
    Command("framework text", _text, _text_arguments),
    Command("framework write", _write, _write_arguments),
    Command("framework propose", _propose, _propose_arguments),
    Command("framework withdraw", _step("withdraw", "draft_withdrawn"), _commented),
    Command("framework return", _step("send_back", "draft_returned"), _commented),
    Command("framework give-up", _step("give_up", "draft_given_up"), _commented),
    Command("framework publish", _publish, _commented),
    Command("framework overtaken", _overtaken),
)
