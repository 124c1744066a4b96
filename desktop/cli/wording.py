"""``akashi wording …``: the sentences of a letter, what may be worded, what is wrong; ``plain`` for any text."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput, Severity

if TYPE_CHECKING:
    from desktop.operations.lettering import Sheet
    from models.decisions.values import Outcome
    from models.errors import Problem


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--outcome", choices=("grant", "refuse"), default=None)
    parser.add_argument("--weighing", default="", metavar="TEXT")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--language", default="ja", metavar="L")


def _sentence_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sentence", metavar="SENTENCE")
    _list_arguments(parser)


def _reword_arguments(parser: argparse.ArgumentParser) -> None:
    _sentence_arguments(parser)
    parser.add_argument("--text", required=True, metavar="TEXT")


def _plain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--language", choices=("ja", "ja-easy", "en"), default="ja")


def _list(call: Call) -> Answer:
    from desktop.operations import lettering

    args = call.args
    with call.office() as office:
        sheet = lettering.read(office, call.actor(office), args.case, args.language, _outcome(call), args.weighing)
    rows = [_row(sheet, each.id) for each in sheet.letter.sentences()]
    lines = table(("id", "worded", "text"), [[row["id"], "●" if row["worded"] else "", row["text"]] for row in rows])
    return Answer({"case": args.case, "language": args.language, "sentences": rows}, lines)


def _row(sheet: "Sheet", sid: str) -> dict[str, object]:
    sentence, original = sheet.sentence(sid), sheet.original(sid)
    assert sentence is not None
    return {
        "id": sid, "text": sentence.text, "may_reword": sheet.may_reword(sid), "worded": bool(sentence.standard),
        "standard": original.text if original else "", "criterion": sentence.criterion,
    }  # fmt: skip


def _reword(call: Call) -> Answer:
    return _write(call, call.args.text)


def _restore(call: Call) -> Answer:
    return _write(call, "")


def _write(call: Call, text: str) -> Answer:
    from desktop.operations import lettering
    from models.letters.rewording.values import WordingDraft

    args = call.args
    draft = WordingDraft(args.case, args.language, args.sentence, text)
    with call.office() as office:
        who = call.person(office)
        made = lettering.reword(office, who, draft, None, _outcome(call), args.weighing)
        sheet = lettering.read(office, who, args.case, args.language, _outcome(call), args.weighing)
    found = [each for each in sheet.problems if each.place == args.sentence]
    data = {
        "case": made.case, "language": made.language, "revision": made.revision, "pattern": made.pattern,
        "sentence": made.sentence, "problems": _told(call, found),
    }  # fmt: skip
    said = call.say("reworded" if made.pattern else "wording_restored", case=made.case, sentence=made.sentence)
    return Answer(data, (said, *(f"  {each.text(call.options.lang)}" for each in found)))


def _problems(call: Call) -> Answer:
    from desktop.operations import lettering

    args = call.args
    with call.office() as office:
        found = lettering.check(office, call.actor(office), args.case, _outcome(call), args.weighing)
    blocks = any(each.severity is Severity.BLOCK for each in found)
    lines = [f"{each.place}: {each.text(call.options.lang)}" for each in found] or [call.say("wording_clear")]
    return Answer({"case": args.case, "ok": not blocks, "problems": _told(call, found)}, tuple(lines), int(blocks))


def _plain(call: Call) -> Answer:
    from models.wording import plain, readability

    path: Path = call.args.file
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("cli.text_unreadable", file=str(path)) from error
    language, lang = call.args.language, call.options.lang
    hints, figure = plain.look(text, language), readability.of(text, language)
    data = {
        "language": language,
        "readability": {"figure": round(figure.figure, 1), "method": figure.method} if figure else None,
        "hints": [
            {"kind": each.kind.value, "start": each.start, "end": each.end, "words": each.words, "instead": each.instead,
             "why": each.message.text(lang)}
            for each in hints
        ],
    }  # fmt: skip
    lines = [f"{each.start + 1}: {each.message.text(lang)}" for each in hints] or [call.say("plain_clear")]
    return Answer(data, (*lines, figure.message.text(lang)) if figure else tuple(lines))


def _told(call: Call, found: "list[Problem] | tuple[Problem, ...]") -> list[dict[str, str]]:
    return [
        {"place": each.place, "severity": each.severity.value, "code": each.message.code, "cause": each.text(call.options.lang)}
        for each in found
    ]  # fmt: skip


def _outcome(call: Call) -> "Outcome | None":
    from models.decisions.values import Outcome

    return Outcome(call.args.outcome) if call.args.outcome else None


COMMANDS = (
    Command("wording list", _list, _list_arguments),
    Command("wording reword", _reword, _reword_arguments),
    Command("wording restore", _restore, _sentence_arguments),
    Command("wording problems", _problems, _case),
    Command("wording plain", _plain, _plain_arguments),
)
