"""Which page of the guide belongs to which screen. Plain Python: the window, the dialogs and the tests ask it."""

import re
from collections.abc import Mapping
from pathlib import Path

INDEX = "index"
PAGES: Mapping[str, str] = {
    "shell": "keys",
    "authority": "authority",
    "board": "board",
    "calibration": "calibration",
    "casefile": "case",
    "consistency": "consistency",
    "countersign": "countersign",
    "duedates": "duedates",
    "frameworks": "frameworks",
    "intake": "import",
    "issuing": "issuing",
    "lettering": "wording",
    "linked": "linked",
    "people": "people",
    "queue": "queue",
    "records": "records",
    "requests": "requests",
    "retention": "retention",
    "signin": "signin",
    "turns": "turns",
}
"""The page of each room of the desk; ``shell`` is what lies in ``desktop/`` itself. Each room has one: a test asks the tree."""

CASE_TABS: Mapping[str, str] = {
    "criteria": "case",
    "payments": "timeline",
    "evidence": "evidence",
    "requests": "requests",
    "letter": "letter",
    "history": "history",
    "turns": "turns",
    "decision": "countersign",
    "check": "check",
}
"""The page of each tab of a case."""


def anchor(heading: str) -> str:
    """How a link names a heading: in small letters, without signs, words joined by hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def room_of(module: str) -> str:
    """The room that a module lies in: ``desktop.queue.panel`` is of ``queue``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 2 else "shell"


def page_of(module: str) -> str:
    """The page for what a module shows; the contents where a room has none yet."""
    return PAGES.get(room_of(module), INDEX)


def all_pages(folder: Path) -> tuple[str, ...]:
    """The names of the pages that lie in a language's folder."""
    return tuple(sorted(page.stem for page in folder.glob("*.md")))
