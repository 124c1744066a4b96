"""The yearly bulletin for a browser: one file, no script, nothing loaded from anywhere, readable aloud."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from models.consistency.values import Bulletin
from reports.bulletin_content import Account, account
from reports.charts.scene import Chart
from reports.charts.svg import point_svg, svg
from reports.charts.words import say
from reports.consistency.context import as_it_is
from reports.consistency.section import Section

_STYLE = """
:root{color-scheme:light}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1A1E23;background:#fff;
font:1.05rem/1.8 "Noto Sans JP","Yu Gothic","Hiragino Sans",Meiryo,"Noto Sans",sans-serif}
h1{font-size:1.7rem;line-height:1.4;margin:0}h2{font-size:1.25rem;margin:2.4rem 0 .3rem}
.about{color:#555;margin:.2rem 0 1rem}.lead{background:#E9F0F9;border-left:.4rem solid #1F5091;padding:.8rem 1.2rem}
.lead strong{display:block;font-size:1.3rem;line-height:1.5}figure{margin:1rem 0}svg{max-width:100%;height:auto}
figure>svg{width:100%}.keys{font-size:.9rem;color:#4A525C}.keys span{margin-right:1.4rem}.keys svg{vertical-align:-.1rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{border-bottom:1px solid #7B8591;padding:.3rem .5rem;text-align:left}
td.n,th.n{text-align:right}thead th{border-top:2px solid #1A1E23;border-bottom:1.5px solid #1A1E23}
details{margin:.3rem 0}footer{margin-top:3rem;border-top:1px solid #7B8591;color:#555;font-size:.9rem}
@media print{details{display:none}}
""".strip()


def render(bulletin: Bulletin, lang: str = "ja", title_of: Callable[[str], str] = as_it_is) -> bytes:
    """The bulletin as HTML bytes (UTF-8)."""
    said = account(bulletin, lang, title_of)
    return _page(said, lang).encode()


def _page(said: Account, lang: str) -> str:
    sections = "".join(_section(section, lang) for section in said.sections)
    foot = "".join(f"<p>{escape(each)}</p>" for each in (said.foot, said.record) if each)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="author" content="Akashi">\n'
        f"<title>{escape(said.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{escape(said.title)}</h1>\n<p class="about">{escape(said.about)}</p>\n'
        f'<p class="lead"><strong>{escape(said.lead)}</strong>{escape(said.second)}</p>\n'
        f"{sections}</main>\n<footer>{foot}</footer>\n</body>\n</html>\n"
    )


def _section(section: Section, lang: str) -> str:
    parts = [f'<section id="{section.key}">\n<h2>{escape(section.question)}</h2>\n<p>{escape(section.lead)}</p>\n']
    parts += [_figure(chart, section.lead, lang) for chart in section.charts]
    parts += [_table(table.head, table.rows, table.right) for table in section.tables]
    return "".join([*parts, "</section>\n"])


def _figure(chart: Chart, described: str, lang: str) -> str:
    keys = "".join(f"<span>{point_svg(key.shape, key.ink)} {escape(key.text)}</span>" for key in chart.legend)
    legend = f'<figcaption class="keys">{keys}</figcaption>' if keys else ""
    figures = ""
    if chart.rows:
        inner = _table(chart.head, chart.rows, tuple(place > 0 for place in range(len(chart.head))))
        figures = f"<details><summary>{escape(say(lang, 'bulletin_figures'))}</summary>{inner}</details>"
    return f"<figure>{svg(chart, described)}{legend}{figures}</figure>\n"


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], right: tuple[bool, ...]) -> str:
    sides = [' class="n"' if each else "" for each in right]
    heads = "".join(f'<th scope="col"{side}>{escape(text)}</th>' for text, side in zip(head, sides, strict=True))
    lines = "".join(
        "<tr>" + "".join(f"<td{side}>{escape(text)}</td>" for text, side in zip(row, sides, strict=True)) + "</tr>\n"
        for row in rows
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n"
