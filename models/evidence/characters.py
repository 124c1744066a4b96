"""Characters that no text of the office may hold: they mean nothing to a reader, and no database or letter keeps them."""

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and what is no character at all."""


def unwritable(text: str) -> str:
    """The first such character of a text as ``U+0000``; empty where there is none."""
    found = _UNWRITABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
