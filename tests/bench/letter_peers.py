"""One letter's text set by another library, in the peers' own environment. Reads its orders as lines of JSON, answers each with
seconds by the clock and of the processor: ``{"with": name, "text": name, "letters": n}``; the first line is the texts by name and
the fonts.

Each peer does the least it must: flowing text with headings and one table, both weights embedded; no tags, no PDF/A, no drawing.
"""

import io
import json
import sys
import time
from html import escape
from typing import Any

WIDE, MARGIN = 595.28, 57
Block = tuple[str, Any]


def platypus(blocks: list[Block], fonts: list[str]) -> bytes:
    """reportlab: paragraphs with CJK line breaking, a table that repeats its head."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    if "Own" not in pdfmetrics.getRegisteredFontNames():
        for name, file in zip(("Own", "Own-Bold"), fonts, strict=True):
            pdfmetrics.registerFont(TTFont(name, file))
    plain = ParagraphStyle("plain", fontName="Own", fontSize=10.5, leading=17, wordWrap="CJK")
    bold = ParagraphStyle("bold", parent=plain, fontName="Own-Bold", fontSize=12)
    cell = ParagraphStyle("cell", parent=plain, fontSize=9, leading=13)
    story: list[Any] = []
    for kind, what in blocks:
        if kind == "table":
            rows = [[Paragraph(escape(each), cell) for each in row] for row in what]
            table = Table(rows, colWidths=[(WIDE - 2 * MARGIN) / len(what[0])] * len(what[0]), repeatRows=1)
            table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, "#555555")]))
            story += [table, Spacer(1, 6)]
        else:
            story.append(Paragraph(escape(what), bold if kind == "head" else plain))
    out = io.BytesIO()
    SimpleDocTemplate(out, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=60).build(story)
    return out.getvalue()


def fpdf2(blocks: list[Block], fonts: list[str]) -> bytes:
    """fpdf2: multi_cell with breaking at any character, its own tables."""
    from fpdf import FPDF

    pdf = FPDF(format="A4", unit="pt")
    pdf.set_margins(MARGIN, MARGIN)
    pdf.add_font("own", "", fonts[0])
    pdf.add_font("own", "B", fonts[1])
    pdf.add_page()
    for kind, what in blocks:
        if kind == "table":
            pdf.set_font("own", "", 9)
            with pdf.table(line_height=13) as table:
                for row in what:
                    table.row(row)
            continue
        pdf.set_font("own", "B" if kind == "head" else "", 12 if kind == "head" else 10.5)
        pdf.multi_cell(0, 17, what, wrapmode="CHAR", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def weasyprint(blocks: list[Block], fonts: list[str]) -> bytes:
    """WeasyPrint: the same as HTML with one style sheet and the same two fonts. Its fonts are cut by the system's HarfBuzz; where
    that is missing nothing is set, for its time would stand under a wrong name."""
    from weasyprint import HTML
    from weasyprint.pdf import fonts as cutting

    if cutting.harfbuzz_subset is None:
        return b""
    return _woven(HTML, blocks, fonts)


def weasyprint_pip(blocks: list[Block], fonts: list[str]) -> bytes:
    """WeasyPrint as pip brings it: without that library of the system it cuts its fonts with fontTools, and says so."""
    from weasyprint import HTML, LOGGER
    from weasyprint.pdf import fonts as cutting

    found, cutting.harfbuzz_subset = cutting.harfbuzz_subset, None
    LOGGER.disabled = True
    try:
        return _woven(HTML, blocks, fonts)
    finally:
        cutting.harfbuzz_subset = found


def _woven(html_of: Any, blocks: list[Block], fonts: list[str]) -> bytes:
    faces = "".join(
        f"@font-face{{font-family:own;font-weight:{weight};src:url('file://{file}')}}"
        for weight, file in zip((400, 700), fonts, strict=True)
    )
    style = f"{faces}@page{{size:A4;margin:20mm}}body{{font:10.5pt/1.62 own}}h2{{font-size:12pt}}"
    style += "table{font-size:9pt;width:100%}td{border-bottom:.4pt solid #555}"
    made = "".join(_html(kind, what) for kind, what in blocks)
    html = f"<html lang=ja><head><meta charset=utf-8><style>{style}</style></head><body>{made}</body></html>"
    return bytes(html_of(string=html).write_pdf())


def _html(kind: str, what: Any) -> str:
    if kind == "table":
        return f"<table>{''.join('<tr>' + ''.join(f'<td>{escape(each)}</td>' for each in row) + '</tr>' for row in what)}</table>"
    return f"<h2>{escape(what)}</h2>" if kind == "head" else f"<p>{escape(what)}</p>"


SETTERS = {"platypus": platypus, "fpdf2": fpdf2, "WeasyPrint": weasyprint, "WeasyPrint by pip": weasyprint_pip}


def main() -> None:
    """Answer orders until there are no more."""
    given = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        order = json.loads(line)
        setter = SETTERS[order["with"]]
        content, began, used = b"", time.perf_counter(), time.process_time()
        for _ in range(order["letters"]):
            content = setter(given["texts"][order["text"]], given["fonts"])
        taken, processor = time.perf_counter() - began, time.process_time() - used
        print(json.dumps({"seconds": taken, "processor": processor, "bytes": len(content)}), flush=True)


if __name__ == "__main__":
    main()
