"""The consistency report on paper: one page for a busy head, then a section a question; vector charts, fonts embedded."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reportlab.lib.colors import HexColor

from models.consistency.values import Product, Report
from reports.charts import funnel as funnel_charts
from reports.charts.words import say
from reports.consistency import change, closing, outcomes, readings, reasons
from reports.consistency.context import Context, as_it_is
from reports.consistency.front import Front, front, is_short
from reports.consistency.section import Section
from reports.sheet import (
    ACCENT,
    BODY,
    BOTTOM,
    FINE,
    HEADING,
    LEAD,
    MARGIN,
    ROOM,
    SMALL,
    TEXT,
    TINT,
    TITLE,
    TOP,
    Frame,
    Sheet,
    Style,
    document,
    lines,
    table_height,
)

PARTS: tuple[Callable[[Context], Section | None], ...] = (
    outcomes.funnel,
    outcomes.caterpillar,
    outcomes.criteria,
    readings.agreement,
    change.drift,
    reasons.reasons,
    readings.noise,
    reasons.groups,
    closing.protection,
    closing.methods,
)
_LEFT_ROOM, _RIGHT_X = 278.0, MARGIN + 304.0
_RIGHT_ROOM = MARGIN + ROOM - _RIGHT_X
_BIG = Style(12.6, 19.5, bold=True)
_FRONT = Style(9.6, 15.2)


def render(report: Report, lang: str = "ja", title_of: Callable[[str], str] = as_it_is) -> bytes:
    """The report as PDF bytes, the same for the same report. ``title_of`` names criteria and reason codes."""
    pages: dict[str, int] = {}

    def fill(sheet: Sheet) -> None:
        context = Context(report, lang, title_of, dict(pages))
        _fill(sheet, context, pages)

    context = Context(report, lang, title_of)
    title = f"{say(lang, 'name')} {context.kind()} {context.period()}"
    return document(title, product_name(report, lang), lang, fill, frame(context))


def product_name(report: Report, lang: str) -> str:
    """Working paper, release, or not protected at all."""
    if not report.protected:
        return say(lang, "not_for_release")
    return say(lang, "release" if report.product is Product.RELEASE else "working_paper")


def frame(context: Context) -> Frame:
    """Head and foot of every page: what it is about, page x / y, the limit of its purpose."""
    report, hidden = context.report, context.report.protection
    gap = "　" if context.lang == "ja" else "  "
    foot = "none" if not report.protected else str(report.product)
    left = gap.join((context.say("name"), context.kind(), context.period(), *([report.unit] if report.unit else [])))
    return Frame(
        left=left,
        right=lambda page, pages: f"{report.id[:8]}{gap}{context.say('page_of', page=str(page), pages=str(pages))}",
        foot=(
            context.say(f"foot_{foot}", k=hidden.k, rounding=hidden.rounding or 0),
            gap.join((context.say("purpose"), *([context.record()] if report.record else []))),
        ),
        stamp="" if report.protected else context.say("not_for_release"),
    )


def sections(context: Context) -> list[Section]:
    """Every section that the report has figures for."""
    parts: Mapping[bool, tuple[Callable[[Context], Section | None], ...]] = {True: (closing.protection,), False: PARTS}
    made = (part(context) for part in parts[is_short(context.report)])
    return [section for section in made if section is not None]


def _fill(sheet: Sheet, context: Context, pages: dict[str, int]) -> None:
    sheet.start()
    _front(sheet, front(context), context)
    for section in sections(context):
        _section(sheet, section, context, pages, flow=is_short(context.report))


def _front(sheet: Sheet, page: Front, context: Context) -> None:
    sheet.y += 4
    sheet.text(page.question, TITLE)
    sheet.text(page.population, replace(BODY, ink="#555555"))
    sheet.gap(10)
    _lead_box(sheet, page)
    top = sheet.y - 18
    right = _right_column(sheet, page, context, top) if page.numbers else top
    sheet.y = top
    page = _fitting(page, top - BOTTOM - _box_height(page) - 16)
    parts = [part for part in (("see", page.see), ("sure", page.sure), ("look", page.look)) if part[1]]
    for number, (key, texts) in enumerate(parts, 1):
        _numbered(sheet, number, context.say(f"{key}_title"), texts)
    sheet.y = min(sheet.y, right)
    _not_box(sheet, page, context, len(parts) + 1)


def _lead_box(sheet: Sheet, page: Front) -> None:
    room = ROOM - 36
    big, second = lines(page.lead, _BIG, room), lines(page.second, LEAD, room) if page.second else []
    height = _BIG.leading * len(big) + LEAD.leading * len(second) + 22
    sheet.canvas.setFillColor(HexColor(TINT))
    sheet.canvas.rect(MARGIN, sheet.y - height, ROOM, height, stroke=0, fill=1)
    sheet.canvas.setFillColor(HexColor(ACCENT))
    sheet.canvas.rect(MARGIN, sheet.y - height, 4, height, stroke=0, fill=1)
    bottom = sheet.y - height
    sheet.gap(9)
    sheet.text(page.lead, _BIG, MARGIN + 16, room)
    if page.second:
        sheet.gap(2)
        sheet.text(page.second, LEAD, MARGIN + 16, room)
    sheet.y = bottom


def _numbered(sheet: Sheet, number: int, title: str, texts: tuple[str, ...]) -> None:
    sheet.gap(2)
    sheet.line(str(number), replace(HEADING, ink=ACCENT), MARGIN, sheet.y - 14)
    sheet.text(title, HEADING, MARGIN + 20, _LEFT_ROOM)
    for text in texts:
        sheet.gap(1.5)
        sheet.text(text, _FRONT, MARGIN + 20, _LEFT_ROOM - 4)
        sheet.gap(2.5)
    sheet.gap(8)


def _right_column(sheet: Sheet, page: Front, context: Context, top: float) -> float:
    """The small funnel and six numbers; where the column ends."""
    sheet.y = top
    chart = funnel_charts.small(context.report, context.lang, _RIGHT_ROOM + 4, 150.0)
    if chart is not None:
        sheet.text(chart.title, replace(SMALL, bold=True), _RIGHT_X, _RIGHT_ROOM)
        sheet.gap(4)
        sheet.chart(chart, _RIGHT_X)
        sheet.gap(6)
    for label, value in page.numbers:
        sheet.rule(sheet.y, 0.5, _RIGHT_X, _RIGHT_ROOM)
        sheet.text(label, FINE, _RIGHT_X, _RIGHT_ROOM)
        style = replace(BODY, size=11.0, leading=15.0, bold=True)
        for line in lines(value, style, _RIGHT_ROOM):
            sheet.gap(15)
            sheet.line(line, style, _RIGHT_X + _RIGHT_ROOM, sheet.y + 4, right=True)
        sheet.gap(2)
    sheet.rule(sheet.y, 0.5, _RIGHT_X, _RIGHT_ROOM)
    return sheet.y


def _fitting(page: Front, room: float) -> Front:
    """The same page with its least sentences left out until the box below has its place; the sections say them all."""
    while _left_height(page) > room:
        if len(page.sure) > 2:
            page = replace(page, sure=(*page.sure[:1], *page.sure[2:]))
        elif len(page.look) > 3:
            page = replace(page, look=page.look[:-1])
        elif len(page.see) > 2:
            page = replace(page, see=(*page.see[:1], *page.see[2:]))
        else:
            break
    return page


def _left_height(page: Front) -> float:
    parts = [part for part in (page.see, page.sure, page.look) if part]
    texts = [text for part in parts for text in part]
    return 29.0 * len(parts) + sum(4.0 + _FRONT.leading * len(lines(text, _FRONT, _LEFT_ROOM - 4)) for text in texts)


def _box_height(page: Front) -> float:
    return HEADING.leading + SMALL.leading * len(lines(page.is_not, SMALL, ROOM - 56)) + 22


def _not_box(sheet: Sheet, page: Front, context: Context, number: int) -> None:
    """Boxed, at the foot of the page where there is room."""
    room = ROOM - 56
    height = _box_height(page)
    sheet.need(height + 6)
    top = max(min(sheet.y - 10, BOTTOM + height + 10), BOTTOM + height) if number > 1 else sheet.y - 18
    sheet.canvas.setStrokeColor(HexColor(TEXT))
    sheet.canvas.setLineWidth(0.9)
    sheet.canvas.rect(MARGIN, top - height, ROOM, height)
    sheet.y = top - 8
    sheet.line(str(number), replace(HEADING, ink=ACCENT), MARGIN + 14, sheet.y - 14)
    sheet.text(context.say("not_title"), HEADING, MARGIN + 34, room)
    sheet.gap(2)
    sheet.text(page.is_not, SMALL, MARGIN + 34, room)
    sheet.y = top - height


def _section(sheet: Sheet, section: Section, context: Context, pages: dict[str, int], flow: bool) -> None:
    height = _height(section)
    if flow or (sheet.y < TOP and height + 26 < sheet.y - BOTTOM and section.key not in _OWN_PAGE):
        sheet.gap(26)
    else:
        sheet.start()
    pages[section.key] = sheet.page
    sheet.text(section.question, replace(TITLE, size=15.5, leading=23.0))
    sheet.text(section.lead, LEAD)
    sheet.gap(8)
    for chart in section.charts:
        if section.titled:
            sheet.need(chart.height + 24)
            sheet.text(chart.title, replace(SMALL, bold=True))
        sheet.chart(chart)
        sheet.gap(8)
    for table in section.tables:
        sheet.gap(6)
        sheet.table(table)
        sheet.gap(6)
    _notes(sheet, section, context)


_OWN_PAGE = frozenset({"funnel"})


def _notes(sheet: Sheet, section: Section, context: Context) -> None:
    gap = "　" if context.lang == "ja" else ": "
    if section.reading:
        text = context.say("how_to_read") + gap + section.reading
        sheet.need(min(len(lines(text, SMALL, ROOM)), 3) * SMALL.leading)
        sheet.gap(3)
        sheet.text(text, SMALL)
    if section.method:
        sheet.gap(3)
        sheet.text(context.say("method_word") + gap + section.method, FINE)


def _height(section: Section) -> float:
    """How much room a section takes, near enough to decide whether it may share a page."""
    texts = sum(len(lines(each, SMALL, ROOM)) * 16.0 for each in (section.lead, section.reading, section.method))
    charts = sum(chart.height + 30 for chart in section.charts)
    tables = sum(table_height(table) + 12 for table in section.tables)
    return 40.0 + texts + charts + tables


__all__ = ["PARTS", "frame", "product_name", "render", "sections"]
