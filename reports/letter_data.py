"""What the letter's template is given: the letter as plain lists, texts and numbers."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from models.letters.values import (
    SPACELESS,
    Block,
    Box,
    Heading,
    Letter,
    Paragraph,
    Sentence,
    Strip,
    Table,
    TimeBar,
    Unmet,
)
from reports import letter_qr, letter_ruby
from reports.letter_runs import Run, of_sentence, of_sentences, of_text
from resources import letters
from resources.letters import readings

_LATIN, _HAN = "Noto Sans", "Noto Sans JP"
_SCRIPTS = {
    "ja": ("ja", "JP", _HAN),
    "ja-easy": ("ja", "JP", _HAN),
    "zh-Hans": ("zh", "CN", "Noto Sans SC"),
    "zh-Hant": ("zh", "TW", "Noto Sans TC"),
    "ko": ("ko", "KR", "Noto Sans KR"),
    "th": ("th", "TH", "Noto Sans Thai"),
    "ne": ("ne", "NP", "Noto Sans Devanagari"),
}
"""Language, region and first font; every other language is set in Noto Sans."""
Flow = str | list[str | list[Any]]
_COLON = "："
_NOT_KNOWN = re.compile("[^ -?A-~\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_UNKNOWN = 1000.0


def data_of(versions: Sequence[Letter]) -> str:
    """What the template is given, as JSON: the letters that are set one after the other."""
    return json.dumps([values_of(each) for each in versions], ensure_ascii=False, sort_keys=True)


def values_of(letter: Letter) -> dict[str, Any]:
    """One letter as the template reads it. ``…Wide``: the most ems that a text takes, so that what surely fits is not measured."""
    language = letter.language
    first = letter.first
    assert first is not None
    gap = "" if language in SPACELESS else " "
    return {
        **typeset(language),
        "easy": language == letters.EASY,
        "title": readings.plain(letter.title),
        "page": _page(letter),
        "notes": [readings.plain(letter.label("draft_note"))] if letter.draft else [],
        "authority": _plain(letter.authority, language),
        "author": readings.plain(letter.authority),
        "unit": _plain(letter.office_unit, language),
        "head": [[_plain(each.label, language), _plain(each.value, language)] for each in letter.head],
        "address": [_plain(each, language) for each in letter.addressee] if language == "ja" else [],
        "addressWide": max(*map(_wide, letter.addressee), 1.25 * _wide(_name(letter))) if letter.addressee else 0,
        "name": _plain(_name(letter), language, strong=True),
        "pointer": [_plain(each, _language_of_pointer(each, language)) for each in first.pointer],
        "heading": _plain(first.heading, language),
        "outcome": flow(of_sentence(first.outcome, language)),
        "outcomeWide": _wide(first.outcome.text),
        "lead": _join(first.lead, language),
        "unchanged": _join(first.unchanged, language),
        "fields": [[_plain(each.label, language), _plain(each.value, language)] for each in first.facts],
        "why": _why(letter),
        "basis": flow((*of_sentence(first.basis, language), *of_text(f"{gap}{letter.label('details')}", language))),
        "do": _plain(first.do_heading, language),
        "boxes": [_box(each, language) for each in first.boxes],
        "blocks": [_block(each, letter) for each in letter.blocks],
        "steps": {step.value: _plain(label, language) for step, label in letter.step_labels},
        "criterion": _plain(letter.label("criterion"), language),
        "signed": _plain(letter.responsible, language),
        "signedLabel": _plain(letter.label("signed"), language),
        "signatory": _plain(letter.signatory, language, strong=True),
        "window": letter.window,
        "qr": qr_svg(letter),
        "qrAlt": readings.plain(letter.label("qr")),
    }


def typeset(language: str) -> dict[str, Any]:
    """The language as Typst knows it, its region, and its fonts: the letter's own forms of Han come first."""
    lang, region, own = _SCRIPTS.get(language, (language, "", "Noto Sans"))
    fonts = dict.fromkeys((own, *((_LATIN, _HAN) if own != _HAN else (_HAN, _LATIN)), "IPAmjMincho"))
    return {"lang": lang, "region": region, "fonts": list(fonts)}


def _language_of_pointer(text: str, language: str) -> str:
    """Page 1 in Japanese says in the applicant's language where the translation is."""
    others = (each for each in letters.languages() if letters.wording(each)["pointer.enclosed"] == text)
    return next(others, language)


def qr_svg(letter: Letter) -> str:
    """The QR code: ``AKASHI1 <letter no.> <check no.>``, nothing else."""
    return letter_qr.svg(f"AKASHI1 {letter.number or letter.case} {letter.check_number}")


def _name(letter: Letter) -> str:
    return f"{letter.addressee_name} {letter.label('honorific')}"


def _footer(letter: Letter) -> str:
    parts = (letter.number, letter.case, letter.footer)
    return (
        "　".join(each for each in parts if each)
        if letter.language in SPACELESS
        else "  ".join(each for each in parts if each)
    )


def as_data(runs: Iterable[Run]) -> list[list[Any]]:
    """Runs as the other templates read them."""
    return [[run.text, run.strong, run.keep, run.lang, letter_ruby.data(run.pieces)] for run in runs]


def flow(runs: Iterable[Run]) -> Flow:
    """Runs as the letter's template reads them: what is plain text is nothing but a text, also where it is all there is."""
    found: list[str | list[Any]] = []
    for run in runs:
        if run.strong or run.keep or run.lang or run.pieces or _COLON in run.text:
            found.append([run.text, run.strong, run.keep, run.lang, letter_ruby.data(run.pieces)])
        elif found and isinstance(found[-1], str):
            found[-1] += run.text
        else:
            found.append(run.text)
    return found[0] if len(found) == 1 and isinstance(found[0], str) else found


def _page(letter: Letter) -> dict[str, Any]:
    """What its pages say of a letter."""
    language = letter.language
    return {
        "ja": language in ("ja", letters.EASY),
        "japanese": language == "ja",
        "draft": readings.plain(letter.draft_mark),
        "running": _plain(letter.running_title, language),
        "footer": _plain(_footer(letter), language),
    }


def _wide(text: str) -> float:
    """The most ems that a text can take in one line: digits are narrower than an em, what is not known may be wider."""
    said = readings.plain(text)
    return _UNKNOWN if _NOT_KNOWN.search(said) else len(said) - 0.4 * sum(map(str.isdigit, said))


def _join(sentences: Iterable[Sentence], language: str) -> Flow:
    return flow(of_sentences(sentences, language))


def _plain(text: str, language: str, *, strong: bool = False) -> Flow:
    return flow(of_text(text, language, strong=strong))


def _why(letter: Letter) -> dict[str, Any]:
    first = letter.first
    assert first is not None
    refused = letter.outcome == "refuse"
    width = 3 if letter.outcome == "grant" else 4
    return {
        "heading": _plain(first.why_heading, letter.language),
        "head": [_plain(each, letter.language) for each in first.why_head[:width]],
        "rows": [_unmet(each, letter.language)[:width] for each in first.unmet],
        "grey": refused,
        "met": _join((first.met_line,), letter.language) if first.met_line else [],
    }


def _unmet(row: Unmet, language: str) -> list[Any]:
    name = _plain(f"{row.number}  {row.name}", language, strong=True)
    finding = flow(of_text(row.finding, language, row.said_in, strong=True))
    return [name, finding, _join(row.deciding, language), flow(of_text(row.paragraphs, language, row.said_in))]


def _box(box: Box, language: str) -> list[Any]:
    answer = _plain(box.answer, language, strong=True)
    return [_plain(box.label, language), answer, _join(box.sentences, language), _kept_wide(answer)]


def _kept_wide(runs: Flow) -> float:
    """The most ems that a run takes which is kept on one line."""
    kept = (run[0] for run in runs if not isinstance(run, str) and run[2]) if not isinstance(runs, str) else ()
    return max(map(_wide, kept), default=0)


def _block(block: Block, letter: Letter) -> dict[str, Any]:
    language = letter.language
    if isinstance(block, Heading):
        text, finding = _plain(block.text, language), _plain(block.finding, language)
        return {"type": f"h{block.level}", "number": block.number, "text": text, "finding": finding}
    if isinstance(block, Paragraph):
        strong = bool(block.sentences) and all(each.strong for each in block.sentences)
        if block.listed:
            items = [_join((each,), language) for each in block.sentences]
            return {
                "type": "par",
                "number": block.number,
                "step": block.step.value,
                "parts": items[:1],
                "items": items[1:],
                "strong": strong,
            }
        parts = [runs for group in _groups(block.sentences) for runs in _lines(group, language)]
        return {
            "type": "par",
            "number": block.number,
            "step": block.step.value,
            "parts": parts,
            "items": [],
            "strong": strong,
        }
    if isinstance(block, Table):
        return _table(block, language)
    return _strip(block, language) if isinstance(block, Strip) else _timebar(block, language)


def _lines(group: tuple[Sentence, ...], language: str) -> list[Flow]:
    """The lines of a person's text as they broke it; standard sentences run on."""
    if not group[0].free:
        return [_join(group, language)]
    sentence = group[0]
    lines = [line for line in sentence.text.splitlines() if line.strip()]
    return [flow(of_text(line, language, sentence.lang, strong=sentence.strong)) for line in lines]


def _groups(sentences: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """A person's own text stands in a paragraph of its own, apart from the standard sentences around it."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if found and not sentence.free and not found[-1][0].free:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return [tuple(each) for each in found]


def _table(table: Table, language: str) -> dict[str, Any]:
    rows = [[flow(of_sentence(cell.sentence, language)) for cell in row] for row in table.rows]
    grey = [row[0].sentence.strong for row in table.rows]
    return {
        "type": "table",
        "kind": table.kind,
        "head": [_plain(each, language) for each in table.head],
        "rows": rows,
        "grey": grey,
        "ends": list(table.ends),
    }


def _strip(strip: Strip, language: str) -> dict[str, Any]:
    return {
        "type": "strip",
        "months": [asdict(each) for each in strip.months],
        "alt": readings.plain(strip.alt),
        "legend": [[state, _plain(words, language)] for state, words in strip.legend],
    }


def _timebar(bar: TimeBar, language: str) -> dict[str, Any]:
    """Days as fractions of the bar's length; a tick for each first of January, named as often as there is room."""
    days = [day for span in bar.spans for day in (span.start, span.end)] + [day for day, _ in bar.marks]
    first, last = min(days), max(days)

    def at(day: date) -> float:
        return round((day - first).days / max(1, (last - first).days), 5)

    years = list(range(first.year + 1, last.year + 1))
    every = 1 if len(years) <= 6 else 2
    return {
        "type": "timebar",
        "spans": [[at(span.start), at(span.end), span.kind, _plain(span.label, language)] for span in bar.spans],
        "marks": [[at(day), _plain(label, language)] for day, label in bar.marks],
        "ticks": [[at(date(year, 1, 1)), str(year) if place % every == 0 else ""] for place, year in enumerate(years)],
        "alt": readings.plain(bar.alt),
    }
