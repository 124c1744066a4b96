"""``akashi assess``: findings from a file."""

import argparse
import json
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer
from models.errors import BadInput, NotFound, Problem, Severity


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.json")


def _run(call: Call) -> Answer:
    from desktop.operations import findings

    payload = read(call.args.file)
    with call.office() as office:
        assessed = findings.assess(office, call.person(office), payload)
    lang = call.options.lang
    cases = [
        {
            "case": each.case,
            "recorded": [finding.criterion for finding in each.findings],
            "gate": {
                "ok": each.gate.ok,
                "problems": [
                    {"place": p.place, "severity": p.severity.value, "code": p.message.code, "cause": p.text(lang)}
                    for p in each.gate.problems
                ],
            },
        }
        for each in assessed
    ]
    lines = [line for each in assessed for line in _lines(call, each.case, len(each.findings), each.gate.problems)]
    return Answer({"cases": cases}, tuple(lines))


def _lines(call: Call, case: str, recorded: int, problems: tuple[Problem, ...]) -> list[str]:
    """One line a case, and below it what stands in the way of a proposal."""
    blocked = any(problem.severity is Severity.BLOCK for problem in problems)
    head = call.say("assessed_blocked" if blocked else "assessed", case=case, recorded=recorded)
    return [head, *(f"  {problem.place}: {problem.text(call.options.lang)}" for problem in problems)]


def read(path: Path) -> dict[str, object]:
    """The assessment file: a JSON object. Raises ``NotFound`` or ``BadInput`` with the place of the error."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        payload = json.loads(text, object_pairs_hook=_each_name_once)
        json.dumps(payload, ensure_ascii=False).encode("utf-8")
    except FileNotFoundError:
        raise NotFound("cli.no_file", file=path.name) from None
    except UnicodeDecodeError as error:
        raise BadInput("cli.bad_json", file=path.name, line=1, column=error.start, why="UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadInput("cli.bad_json", file=path.name, line=error.lineno, column=error.colno, why=error.msg) from error
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise BadInput("gate.unwritable", character=f"U+{half:04X}") from error
    except RecursionError:
        raise BadInput("findings.assess_nested", file=path.name) from None
    if not isinstance(payload, dict):
        raise BadInput("cli.bad_json", file=path.name, line=1, column=1, why="{…}")
    return payload


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of the file. Raises ``BadInput`` for a name that stands twice: which of the two is meant is not ours to guess."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise BadInput("findings.assess_twice", name=name)
        found[name] = value
    return found


COMMANDS = (Command("assess", _run, _arguments),)
