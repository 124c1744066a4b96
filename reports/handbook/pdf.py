"""Writes the booklet as PDF with Typst: tagged (PDF/UA-1), archival (PDF/A-2a), with an outline, the same bytes for the same framework.

The booklet goes into the template as JSON data; only the program's own fonts are used.
"""

import json
import threading
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from models.errors import BadInput
from reports.handbook import runs
from reports.handbook.values import Book
from reports.handbook.words import Words, plain
from reports.letter_pdf import missing_in
from resources import fonts_dir, handbook

STANDARDS = ("ua-1", "a-2a")
"""PDF/A beside PDF/UA: with it a character that no font draws stops the rendering."""
_DAY = 86_400
_LOCK = threading.Lock()
_AS_IT_IS = frozenset({"key", "language", "alt", "author"})
"""Fields that the template uses as they stand, or that only a reading program hears."""
_SAID = {
    "kicker": "book.kicker", "foot": "book.foot", "contents": "book.contents", "cover-lead": "cover.lead",
    "cover-promise": "cover.promise", "contents-routes": "contents.routes", "contents-criteria": "contents.criteria",
    "contents-more": "contents.more", "open": "route.open", "steps": "route.after", "unpublished": "route.unpublished",
    "others": "route.others", "reasons": "criterion.reasons", "reason": "criterion.reason", "change": "criterion.change",
    "cases": "criterion.cases", "cases_note": "criterion.cases_note", "head_document": "documents.head_document",
    "head_criteria": "documents.head_criteria", "head_about": "desks.head_about", "head_where": "desks.head_where",
    "number": "check.number", "head_question": "check.head_question", "head_answer": "check.head_answer",
    "head_look": "check.head_look", "head_no": "check.head_no", "yes": "check.yes", "no": "check.no",
}  # fmt: skip
"""The template's names of the shared wording that it sets itself."""
_PARTS = ("how", "documents", "after", "desks", "check")
_MONTHS = ("label", "first", "second", "third", "due_first", "due_first_note", "due_second", "due_second_note")


def render(book: Book) -> bytes:
    """The booklet as PDF. Raises ``BadInput`` for a character that no font draws."""
    import typst

    data = json.dumps(data_of(book), ensure_ascii=False, sort_keys=True)
    try:
        with _LOCK:
            made = _compiler().compile(
                sys_inputs={"book": data}, pdf_standards=list(STANDARDS), timestamp=book.stamp * _DAY
            )
    except typst.TypstError as error:
        missing = missing_in(str(error))
        if missing:
            raise BadInput("handbook.missing_glyph", characters=missing) from error
        raise BadInput("handbook.not_rendered", cause=str(error).partition("\n")[0]) from error
    return bytes(made)


def data_of(book: Book) -> dict[str, Any]:
    """What the template is given: every text as runs, beside keys and numbers."""
    words = Words(book.language)
    data: dict[str, Any] = _data(book, book.language)
    data["plainTitle"] = plain(book.title)
    data["words"] = {name: _runs(words.say(key), book.language) for name, key in _said().items()}
    data["words"]["page"] = words.say("book.page", page="{page}")
    data["months"] = {key: _runs(words.say(f"months.{key}"), book.language) for key in _MONTHS}
    data["months"]["alt"] = plain(words.say("months.alt"))
    return data


def _said() -> dict[str, str]:
    said = dict(_SAID)
    said |= {f"{part}-title": f"{part}.title" for part in _PARTS}
    said |= {f"{part}-lead": f"{part}.lead" for part in ("how", "documents", "desks", "check")}
    said |= {
        f"how-{key}": f"how.{key}" for key in ("arrow", "span", "ring", "dashed", "open", "changes", "changes_lead")
    }
    return said | {
        "desks-note": "desks.note",
        "check-kicker": "check.kicker",
        "check-after": "check.after",
        "check-after_text": "check.after_text",
    }


@cache
def _compiler() -> Any:
    """One compiler for all booklets: it keeps the fonts and what it learned of the template."""
    import typst

    source = handbook.template()
    return typst.Compiler(str(source), root=str(source.parent), font_paths=[str(fonts_dir())], ignore_system_fonts=True)


def _data(value: object, language: str) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _field(each.name, getattr(value, each.name), language) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return _runs(value, language)
    return [_data(each, language) for each in value] if isinstance(value, tuple) else value


def _field(name: str, value: object, language: str) -> Any:
    if name == "shows" and isinstance(value, tuple):
        return [[number, key, _runs(title, language)] for number, key, title in value]
    return value if name in _AS_IT_IS else _data(value, language)


def _runs(text: str, language: str) -> list[Any]:
    """The runs of a text; what is nothing but text goes as such."""
    plain_run = runs.Run("")
    return [
        run.text if run == runs.Run(run.text) and run != plain_run else _run(run) for run in runs.of(text, language)
    ]  # fmt: skip


def _run(run: runs.Run) -> dict[str, Any]:
    return {each.name: getattr(run, each.name) for each in fields(run)}
