"""The command line: ``akashi COMMAND …``. Without a command it opens the desk. No Qt is imported for a command."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.errors import AkashiError, BadInput, WorldFault

if TYPE_CHECKING:
    from desktop.cli.options import Options


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 a check found something, 2 usage or not permitted, 3 the world's fault."""
    from desktop.cli import options, output

    output.use_utf8()
    words = sys.argv[1:] if argv is None else argv
    try:
        chosen, rest = options.split(words)
    except BadInput as error:
        return output.give_error(error, "--json" in words, options.own_language())
    try:
        return _run(chosen, rest)
    except SystemExit as exit_:
        return _status(exit_)
    except BrokenPipeError:
        # Whoever read the answer (head, less) has seen enough; nothing more may be written, not even at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  the last resort: nobody is shown a traceback
        return output.give_error(_in_words(error), chosen.as_json, chosen.lang)


FIRST_PAINT = ["self-test", "--first-paint"]
"""Times a start from outside, so nothing may load for it that a start does not load."""


def _run(chosen: "Options", rest: list[str]) -> int:
    if not rest or rest == FIRST_PAINT:
        return _desk(chosen, time_it=bool(rest))
    from desktop.cli import output
    from desktop.cli.call import Call
    from desktop.cli.parser import parse

    _check_characters([*rest, chosen.office or "", chosen.login or ""])
    command, args = parse(rest, chosen.lang)
    if command is None:
        return _desk(chosen)
    return output.give(command.run(Call(chosen, args)), chosen.as_json)


def _desk(chosen: "Options", time_it: bool = False) -> int:
    """Open the desk. It does not wait for the parser of all commands, nor for what they import."""
    _check_characters([chosen.office or ""])
    if time_it:
        from desktop import selftest
        from desktop.cli import output

        seconds = selftest.first_paint()
        answer = output.Answer({"ok": True, "first_paint": round(seconds, 3)}, (f"{seconds:.2f} s",))
        return output.give(answer, chosen.as_json)
    from desktop import app

    return app.main(chosen.office, chosen.lang)


def _check_characters(words: Sequence[str]) -> None:
    """Bytes that are no text in this computer's encoding arrive as halves of characters; nothing here could keep them."""
    from models.evidence.characters import unwritable

    for word in words:
        if character := unwritable(word):
            raise BadInput("gate.unwritable", character=character)


def _in_words(error: BaseException) -> AkashiError:
    """Any error as one that can be told to a person."""
    if isinstance(error, AkashiError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return WorldFault("cli.cancelled")
    if isinstance(error, OSError):
        return WorldFault("cli.world", why=error.strerror or type(error).__name__, file=error.filename or "")
    return _crashed(error)


def _crashed(error: BaseException) -> WorldFault:
    from desktop.cli import crash
    from desktop.cli.call import own_folder

    path = crash.write(error, own_folder())
    return WorldFault("cli.crashed", file=path) if path else WorldFault("cli.crashed_unwritten")


def _status(exit_: SystemExit) -> int:
    return exit_.code if isinstance(exit_.code, int) else 2
