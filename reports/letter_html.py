"""The letter's HTML twin, for screen readers and telephones: semantic headings, tables with headers, no script, no picture of text.

One file that needs nothing else: the style sheet is inside, everything that comes from data is escaped. The address stands
on the paper only, behind the window of the envelope.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from itertools import groupby

from models.letters.values import (
    Block,
    Box,
    Cell,
    Field,
    Heading,
    Letter,
    Month,
    Paragraph,
    Sentence,
    Step,
    Strip,
    Table,
    TimeBar,
    Unmet,
)
from reports.letter_runs import Run, of_sentence, of_sentences, of_text
from resources import letters
from resources.letters import readings

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(versions: Sequence[Letter]) -> bytes:
    """The letter as one HTML page, an article a language. The same letters give the same bytes."""
    articles = "\n".join(_article(each, number) for number, each in enumerate(versions, 1))
    return page(versions[0], articles)


def page(first: Letter, content: str) -> bytes:
    """A whole HTML page around its content, in the language and under the title of a letter."""
    made = f"""<!DOCTYPE html>
<html lang="{escape(first.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{escape(_title(first))}</title>
<style>
{_style()}</style>
</head>
<body>
<a class="skip" href="#letter">{escape(readings.plain(first.label("skip")))}</a>
<main id="letter">
{content}
</main>
</body>
</html>
"""
    return made.encode()


@cache
def _style() -> str:
    return letters.stylesheet().read_text(encoding="utf-8")


def _title(letter: Letter) -> str:
    mark = f"{letter.draft_mark} " if letter.draft_mark else ""
    return readings.plain(f"{mark}{letter.title} – {letter.number or letter.case}")


def _article(letter: Letter, number: int) -> str:
    parts = [_head(letter), _first(letter), *_sections(letter), _end(letter)]
    return (
        f'<article lang="{escape(letter.language)}" id="letter-{number}">\n'
        + "\n".join(filter(None, parts))
        + "\n</article>"
    )


def _head(letter: Letter) -> str:
    first = letter.first
    assert first is not None
    draft = (
        f'<p class="draft">{_text(letter.draft_mark, letter)}: {_text(letter.label("draft_note"), letter)}</p>'
        if letter.draft
        else ""
    )
    notes = "".join(
        f'<p class="draft">{_text(each, letter)}</p>' for each in letter.notes if each != letter.label("draft_note")
    )
    name = _text(f"{letter.addressee_name} {letter.label('honorific')}", letter)
    pointer = "".join(f'<p class="quiet">{_text(each, letter)}</p>' for each in first.pointer)
    return "\n".join(
        (
            f"<header>{draft}{notes}",
            f"<p><strong>{name}</strong></p>",
            f"<p><strong>{_text(letter.authority, letter)}</strong> {_text(letter.office_unit, letter)}</p>",
            _list(letter.head, letter),
            f"{pointer}</header>",
        )
    )


def _first(letter: Letter) -> str:
    first = letter.first
    assert first is not None
    rows = "\n".join(_why(each, letter) for each in first.unmet)
    head = "".join(f'<th scope="col">{_text(each, letter)}</th>' for each in first.why_head)
    met = f"<p>{_flow([first.met_line], letter)}</p>" if first.met_line else ""
    boxes = "\n".join(_box(each, letter) for each in first.boxes)
    return f"""<h1>{_text(first.heading, letter)}</h1>
<p class="outcome">{_flow([first.outcome], letter)}</p>
<p>{_flow(first.lead, letter)}</p>
<p class="unchanged">{_flow(first.unchanged, letter)}</p>
{_list(first.facts, letter)}
<h2>{_text(first.why_heading, letter)}</h2>
{_scroll(first.why_heading)}<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table></div>
{met}
<p class="quiet">{_flow([first.basis], letter)}</p>
<h2>{_text(first.do_heading, letter)}</h2>
<ul class="boxes">
{boxes}
</ul>"""


def _why(row: Unmet, letter: Letter) -> str:
    cls = ' class="unmet"' if letter.outcome == "refuse" else ""
    name = f'<th scope="row">{escape(row.number)} {_text(row.name, letter)}</th>'
    finding, paragraphs = (
        marked(of_text(each, letter.language, row.said_in)) for each in (row.finding, row.paragraphs)
    )
    cells = (finding, _flow(row.deciding, letter), paragraphs)
    return f"<tr{cls}>{name}{''.join(f'<td>{each}</td>' for each in cells)}</tr>"


def _box(box: Box, letter: Letter) -> str:
    label, answer = _text(box.label, letter), _text(box.answer, letter)
    return f'<li><p>{label}</p><p class="answer">{answer}</p><p>{_flow(box.sentences, letter)}</p></li>'


def _sections(letter: Letter) -> Iterable[str]:
    step = Step.NONE
    labels = dict(letter.step_labels)
    for block in letter.blocks:
        if isinstance(block, Paragraph):
            label = labels.get(block.step) if block.step is not step else None
            step = block.step
            yield (f"<h4>{_text(label, letter)}</h4>" if label else "") + _paragraph(block, letter)
        else:
            step = Step.NONE if isinstance(block, Heading) else step
            yield _other(block, letter)


def _other(block: Block, letter: Letter) -> str:
    if isinstance(block, Heading):
        return _heading(block, letter)
    if isinstance(block, Table):
        return _table(block, letter)
    if isinstance(block, TimeBar):
        return f'<p class="quiet">{_text(block.alt, letter)}</p>'
    return _strip(block, letter) if isinstance(block, Strip) else ""


def _heading(heading: Heading, letter: Letter) -> str:
    if heading.level == 2:
        return f"<h2>{escape(heading.number)}. {_text(heading.text, letter)}</h2>"
    name = f"{_text(letter.label('criterion'), letter)} {escape(heading.number)} {_text(heading.text, letter)}"
    return f"<h3><span>{name}</span> <span>{_text(heading.finding, letter)}</span></h3>"


def _paragraph(paragraph: Paragraph, letter: Letter) -> str:
    if paragraph.listed:
        first, *rest = paragraph.sentences
        items = "".join(f"<li>{_flow([each], letter)}</li>" for each in rest)
        return f"<p>{_number(paragraph, letter)}{_flow([first], letter)}</p>\n<ul>{items}</ul>"
    found = []
    for place, (is_free, group) in enumerate(groupby(paragraph.sentences, key=lambda each: each.free)):
        marks = [name for name, holds in (("free", is_free), ("change", paragraph.step is Step.CHANGE)) if holds]
        cls = f' class="{" ".join(marks)}"' if marks else ""
        number = _number(paragraph, letter) if place == 0 else ""
        found.append(f"<p{cls}>{number}{_flow(tuple(group), letter)}</p>")
    return "\n".join(found)


def _number(paragraph: Paragraph, letter: Letter) -> str:
    return f'<span class="n" id="{letter.language}-{paragraph.number}">{paragraph.number}</span>'


def _table(table: Table, letter: Letter) -> str:
    head = "".join(f'<th scope="col">{_text(each, letter)}</th>' for each in table.head)
    rows = "\n".join(_row(row, table, letter) for row in table.rows)
    return f"""{_scroll(table.caption)}<table>
<caption>{_text(table.caption, letter)}</caption>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table></div>"""


def _scroll(name: str) -> str:
    """The frame of a table that may be wider than the window: the keyboard reaches it, and it has a name."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(readings.plain(name))}">'


def _row(cells: Sequence[Cell], table: Table, letter: Letter) -> str:
    name = 1 if table.kind in ("criteria", "documents") else 0
    made = []
    for place, cell in enumerate(cells):
        cls = ' class="end"' if cell.align == "end" else ""
        tag = 'th scope="row"' if place == name else "td"
        made.append(f"<{tag}{cls}>{marked(of_sentence(cell.sentence, letter.language))}</{tag.split(maxsplit=1)[0]}>")
    unmet = ' class="unmet"' if cells and cells[0].sentence.strong else ""
    return f"<tr{unmet}>{''.join(made)}</tr>"


def _strip(strip: Strip, letter: Letter) -> str:
    """The drawn months as words: a sentence, and a list of stretches in the same state."""
    words = dict(strip.legend)
    stretches = [(state, list(months)) for state, months in groupby(strip.months, key=lambda each: each.state)]
    items = "".join(
        f"<li>{escape(_stretch(months))}: {_text(words.get(state, state), letter)}</li>" for state, months in stretches
    )
    return f'<p class="quiet">{_text(strip.alt, letter)}</p>\n<ol class="months">{items}</ol>'


def _stretch(months: Sequence[Month]) -> str:
    first, last = months[0], months[-1]
    start = f"{first.year}-{first.month:02d}"
    return start if first is last else f"{start} – {last.year}-{last.month:02d}"


def _end(letter: Letter) -> str:
    footer = " · ".join(each for each in (letter.number, letter.case, letter.footer) if each)
    return (
        f'<p class="signed"><span>{_text(letter.label("signed"), letter)}: {_text(letter.responsible, letter)}</span> '
        f'<strong>{_text(letter.signatory, letter)}</strong></p>\n<footer class="quiet"><p>{_text(footer, letter)}</p></footer>'
    )


def _list(fields: Iterable[Field], letter: Letter) -> str:
    return (
        "<dl>"
        + "".join(f"<dt>{_text(each.label, letter)}</dt><dd>{_text(each.value, letter)}</dd>" for each in fields)
        + "</dl>"
    )


def _flow(sentences: Sequence[Sentence], letter: Letter) -> str:
    return marked(of_sentences(sentences, letter.language))


def _text(text: str, letter: Letter) -> str:
    return marked(of_text(text, letter.language))


def marked(runs: Iterable[Run]) -> str:
    """Runs as HTML: what is bold, what stays on one line, which language it is in."""
    return "".join(_run(each) for each in runs)


def _run(run: Run) -> str:
    text = "".join(map(_word, run.pieces)) if run.pieces else escape(run.text)
    wrappers: tuple[tuple[bool, Callable[[str], str]], ...] = (
        (run.keep, lambda inner: f'<span class="keep">{inner}</span>'),
        (bool(run.lang), lambda inner: f'<span lang="{escape(run.lang)}">{inner}</span>'),
        (run.strong, lambda inner: f"<strong>{inner}</strong>"),
    )
    for holds, wrap in wrappers:
        if holds:
            text = wrap(text)
    return text


def _word(piece: tuple[str, str]) -> str:
    """A word with its reading as ruby, in brackets where a browser knows none."""
    word, reading = map(escape, piece)
    return f"<ruby>{word}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>" if reading else word
