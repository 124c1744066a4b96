"""What is wrong with a line, in the reader's language: the parser of the standard library speaks only English."""

import argparse
import re
from typing import Any, NoReturn

from models.errors import BadInput
from resources import messages

_ARGUMENT = r"^argument (?P<name>.+?): "
_SAID = tuple(
    (re.compile(pattern, re.DOTALL), code)
    for pattern, code in (
        (r"^the following arguments are required: (?P<name>.+)$", "usage_required"),
        (r"^one of the arguments (?P<name>.+) is required$", "usage_one_of"),
        (r"^unrecognized arguments: (?P<name>.+)$", "usage_unknown"),
        (_ARGUMENT + r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)$", "usage_choice"),
        (_ARGUMENT + r"invalid (?P<kind>.+?) value: (?P<value>.+)$", "usage_value"),
        (_ARGUMENT + r"expected (?:one argument|at least one argument|[0-9]+ arguments?)$", "usage_expected"),
        (_ARGUMENT + r"not allowed with argument (?P<other>.+)$", "usage_not_with"),
        (_ARGUMENT + r"ignored explicit argument (?P<value>.+)$", "usage_no_value"),
    )
)
_GROUPS = {"positional arguments": "help_arguments", "options": "help_options"}


def told(message: str, lang: str) -> str:
    """A complaint of the parser in ``lang``; as it came where it is one that we do not know."""
    for pattern, code in _SAID:
        if found := pattern.match(message):
            said = found.groupdict()
            if said.get("kind") == "int":
                said["kind"] = messages.text("cli.usage_int", lang)
            return messages.text(f"cli.{code}", lang, said)
    return message


class Parser(argparse.ArgumentParser):
    """Says what is wrong, and how to write it, in the reader's language."""

    def __init__(self, *, lang: str = "en", **rest: Any) -> None:
        super().__init__(**rest)
        self.lang = lang
        for action in self._actions:
            if action.dest == "help":
                action.help = self._word("option_help")

    def error(self, message: str) -> NoReturn:
        """Raises ``BadInput``, so that wrong usage is told like any other error."""
        raise BadInput("cli.usage_error", what=told(message, self.lang), command=self.prog)

    def format_usage(self) -> str:
        """How to write the command, in one line or two."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, self._word("usage") + " ")
        return formatter.format_help()

    def format_help(self) -> str:
        """How to write the command, what it does, and each of its arguments."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, self._word("usage") + " ")
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(self._heading(group.title))
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _heading(self, title: str | None) -> str | None:
        return self._word(_GROUPS[title]) if title in _GROUPS else title

    def _word(self, code: str) -> str:
        return messages.text(f"cli.{code}", self.lang)
