"""The yearly bulletin on paper."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.colors import HexColor

from models.consistency.values import Bulletin
from reports.bulletin_content import Account, account
from reports.charts.words import say
from reports.consistency.context import as_it_is
from reports.consistency.section import Section
from reports.sheet import (
    ACCENT,
    BODY,
    BOTTOM,
    LEAD,
    MARGIN,
    ROOM,
    TINT,
    TITLE,
    Frame,
    Sheet,
    Style,
    document,
    lines,
    table_height,
)

_BIG = Style(15.0, 23.0, bold=True)
_QUESTION = replace(TITLE, size=13.0, leading=20.0)


def render(bulletin: Bulletin, lang: str = "ja", title_of: Callable[[str], str] = as_it_is) -> bytes:
    """The bulletin as PDF bytes, the same for the same bulletin."""
    said = account(bulletin, lang, title_of)
    name = say(lang, "bulletin_name")

    def right(page: int, pages: int) -> str:
        return say(lang, "page_of", page=str(page), pages=str(pages))

    frame = Frame(f"{name}  {said.about}", right, tuple(filter(None, (said.foot, said.record))))
    return document(said.title, name, lang, lambda sheet: _fill(sheet, said), frame)


def _fill(sheet: Sheet, said: Account) -> None:
    sheet.start()
    sheet.y += 4
    sheet.text(said.title, replace(TITLE, size=19.0, leading=28.0))
    sheet.text(said.about, replace(BODY, ink="#555555"))
    sheet.gap(10)
    _lead(sheet, said)
    for section in said.sections:
        _section(sheet, section)


def _lead(sheet: Sheet, said: Account) -> None:
    room = ROOM - 36
    height = _BIG.leading * len(lines(said.lead, _BIG, room)) + LEAD.leading * len(lines(said.second, LEAD, room)) + 24
    sheet.canvas.setFillColor(HexColor(TINT))
    sheet.canvas.rect(MARGIN, sheet.y - height, ROOM, height, stroke=0, fill=1)
    sheet.canvas.setFillColor(HexColor(ACCENT))
    sheet.canvas.rect(MARGIN, sheet.y - height, 4, height, stroke=0, fill=1)
    bottom = sheet.y - height
    sheet.gap(9)
    sheet.text(said.lead, _BIG, MARGIN + 16, room)
    sheet.gap(2)
    sheet.text(said.second, LEAD, MARGIN + 16, room)
    sheet.y = bottom


def _section(sheet: Sheet, section: Section) -> None:
    charts = sum(chart.height + (28 if chart.legend else 10) for chart in section.charts)
    texts = _QUESTION.leading + LEAD.leading * len(lines(section.lead, LEAD, ROOM))
    tables = sum(table_height(table) + 12 for table in section.tables)
    if sheet.y - 24 - min(charts + texts + tables + 10, 500.0) < BOTTOM:
        sheet.start()
    else:
        sheet.gap(24)
    sheet.text(section.question, _QUESTION)
    sheet.text(section.lead, LEAD)
    sheet.gap(6)
    for chart in section.charts:
        sheet.chart(chart)
        sheet.gap(6)
    for table in section.tables:
        sheet.gap(4)
        sheet.table(table)
