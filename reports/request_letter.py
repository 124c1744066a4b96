"""Renders a request to an applicant as PDF with Typst: tagged (PDF/UA-1) and archival (PDF/A-2a), reproducible to the byte."""

import json
from typing import Any

from models.requests.compose import AUTHORITATIVE, Asked, RequestPaper
from reports.letter_data import as_data, typeset
from reports.letter_pdf import compile_pdf
from reports.letter_runs import of_text
from resources import letters, requests
from resources.letters import readings


def render(paper: RequestPaper) -> bytes:
    """The request as PDF; the same paper gives the same bytes.

    Raises ``BadInput``: a character that no font draws, or an address that the envelope's window cannot show.
    """
    data = json.dumps(data_of(paper), ensure_ascii=False, sort_keys=True)
    return compile_pdf(requests.template(), data, paper.sent_on, paper.case)


def data_of(paper: RequestPaper) -> dict[str, Any]:
    """What the template is given: plain lists, texts and numbers."""
    return {
        "typeset": [{**typeset(each), "easy": each == letters.EASY} for each in paper.languages],
        "title": [readings.plain(each) for each in paper.title],
        "heading": _pair(paper.title, paper),
        "draft": readings.plain(paper.draft),
        "authority": [readings.plain(readings.annotated(each)) for each in paper.authority],
        "unit": [readings.plain(readings.annotated(each)) for each in paper.unit],
        "head": [[label, _runs(value)] for label, value in paper.head],
        "address": _lines(paper.address),
        "name": _runs(paper.addressee, strong=True),
        "enclosed": _runs(paper.enclosed, paper.languages[-1]),
        "lead": _pair(paper.lead, paper),
        "columns": [_pair(each, paper) for each in paper.columns],
        "items": [_item(each, paper) for each in paper.items],
        "until": _pair(paper.until, paper),
        "untilDay": _pair(paper.until_day, paper),
        "sendLabel": _pair(paper.send_label, paper),
        "sendTo": _lines(paper.send_to),
        "noteLabel": _pair(paper.note_label, paper),
        "note": _lines(paper.note),
        "sentences": [_pair(each, paper) for each in paper.sentences],
        "signatory": paper.signatory,
        "footer": _runs("　".join(each for each in (paper.number, paper.case, paper.title[0]) if each)),
    }


def _item(item: Asked, paper: RequestPaper) -> dict[str, Any]:
    why = [each for each in item.why if each]
    return {
        "title": _stacked(item.title, paper),
        "why": _stacked(item.why, paper) if why else [],
        "note": _runs(item.note) if item.note else [],
    }


def _stacked(texts: tuple[str, ...], paper: RequestPaper) -> list[list[list[Any]]]:
    """A text and its translation; where there is none, the text alone."""
    return _pair(texts, paper) if len(set(texts)) > 1 else [_runs(texts[0])]


def _pair(texts: tuple[str, ...], paper: RequestPaper) -> list[list[list[Any]]]:
    return [_runs(text, language) for text, language in zip(texts, paper.languages, strict=True)]


def _lines(text: str) -> list[list[list[Any]]]:
    return [_runs(each) for each in text.splitlines() if each.strip()]


def _runs(text: str, language: str = AUTHORITATIVE, *, strong: bool = False) -> list[list[Any]]:
    return as_data(of_text(text, language, strong=strong))
