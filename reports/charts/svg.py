"""Paints a chart as SVG for a page that is read in a browser: the same marks, no script, no font of its own."""

from xml.sax.saxutils import escape, quoteattr

from reports.charts.scene import Anchor, Area, Chart, Dash, Ink, Item, Line, Point, Shape, Words

_COLORS = {
    Ink.TEXT: "#1A1E23",
    Ink.TEXT2: "#4A525C",
    Ink.GRID: "#D9DDE3",
    Ink.EDGE: "#7B8591",
    Ink.BAND: "#DCE6F3",
    Ink.BAND_OUTER: "#EDF2F9",
    Ink.ACCENT: "#1F5091",
    Ink.WATCH: "#7D5000",
    Ink.REVIEW: "#84265E",
    Ink.GHOST: "#9BA4AF",
}
_DASHES = {Dash.SOLID: "", Dash.DASHED: ' stroke-dasharray="4 3"', Dash.DOTTED: ' stroke-dasharray="1 2"'}


def svg(chart: Chart, described: str) -> str:
    """The drawing as one element; ``described`` is what it says, for those who do not see it."""
    marks = "".join(_mark(item) for item in chart.items)
    box = f"0 0 {chart.width:g} {chart.height:g}"
    return f'<svg viewBox="{box}" role="img" aria-label={quoteattr(described)} xmlns="http://www.w3.org/2000/svg">{marks}</svg>'


def point_svg(shape: Shape, ink: Ink) -> str:
    """One sign of a legend."""
    mark = _point(Point(7, 7, shape, ink, 9))
    return f'<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">{mark}</svg>'


def _mark(item: Item) -> str:
    match item:
        case Line():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in item.points)
            ink = f'stroke="{_COLORS[item.ink]}" stroke-width="{item.width:g}"{_DASHES[item.dash]}'
            return f'<polyline points="{points}" fill="none" {ink}/>'
        case Area():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in item.points)
            return f'<polygon points="{points}" fill="{_COLORS[item.ink]}"/>'
        case Words():
            return _words(item)
        case Point():
            return _point(item)


def _words(words: Words) -> str:
    anchor = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}[words.anchor]
    bold = ' font-weight="700"' if words.bold else ""
    turned = f' transform="rotate(-90 {words.x:.1f} {words.y:.1f})"' if words.turned else ""
    place = f'x="{words.x:.1f}" y="{words.y:.1f}" font-size="{words.size:g}" text-anchor="{anchor}"'
    return f'<text {place} fill="{_COLORS[words.ink]}"{bold}{turned}>{escape(words.text)}</text>'


def _point(point: Point) -> str:
    ink, half = _COLORS[point.ink], point.size / 2
    fill = "#FFFFFF" if point.shape in (Shape.RING, Shape.DIAMOND) else ink
    if point.shape in (Shape.RING, Shape.DISC):
        return f'<circle cx="{point.x:.1f}" cy="{point.y:.1f}" r="{half:g}" fill="{fill}" stroke="{ink}" stroke-width="1.1"/>'
    if point.shape is Shape.SQUARE:
        return f'<rect x="{point.x - half:.1f}" y="{point.y - half:.1f}" width="{point.size:g}" height="{point.size:g}" fill="{ink}"/>'
    if point.shape is Shape.TICK:
        return f'<path d="M{point.x:.1f} {point.y - half:.1f}v{point.size:g}" stroke="{ink}" stroke-width="1.1"/>'
    side = half + 1
    path = f"M{point.x - side:.1f} {point.y:.1f}l{side:g} {side:g}l{side:g} {-side:g}l{-side:g} {-side:g}z"
    dot = f'<circle cx="{point.x:.1f}" cy="{point.y:.1f}" r="1.2" fill="{ink}"/>'
    return f'<path d="{path}" fill="{fill}" stroke="{ink}" stroke-width="1.1"/>{dot}'
