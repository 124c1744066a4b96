"""The booklet's HTML twin: semantic headings, tables with headers, every picture as a list of what it says, no script.

One file that needs nothing else; whatever comes from data is escaped. Readings are ``<ruby>``.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape

from reports.handbook import runs
from reports.handbook.values import Book, CheckGroup, CriterionPage, DrawnRow, PointsPage, RoutePage
from reports.handbook.words import EASY, Words, plain
from resources import handbook

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_PARTS = ("how", "documents", "after", "desks", "check")


def render(book: Book) -> bytes:
    """The booklet as one HTML page. The same booklet gives the same bytes."""
    page = _Page(book)
    language = "en" if book.language == "en" else "ja"
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>
<title>{escape(plain(book.title))}</title>
<style>
{_style()}</style>
</head>
<body{' class="easy"' if book.language == EASY else ""}>
<a class="skip" href="#booklet">{page.say("book.skip")}</a>
{page.cover()}
<main id="booklet">
{chr(10).join(page.parts())}
</main>
<footer><p>{page.say("book.foot")}</p></footer>
</body>
</html>
""".encode()


@cache
def _style() -> str:
    return handbook.stylesheet().read_text(encoding="utf-8")


class _Page:
    """Writes the parts of one booklet."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._words = Words(book.language)
        self._titles = {each: self._words.say(f"{each}.title") for each in _PARTS}
        self._titles |= {each.key: each.title for each in book.criteria}

    def say(self, key: str, /, **slots: object) -> str:
        """A sentence of the shared wording."""
        return self._text(self._words.say(key, **slots))

    def cover(self) -> str:
        """Title, version, law and the contents."""
        book = self._book
        facts = "".join(f"<dt>{self._text(name)}</dt><dd>{self._text(value)}</dd>" for name, value in book.cover)
        routes = "".join(self._entry(f"route.{each.key}", each.title) for each in book.routes)
        criteria = "".join(self._entry(each.key, f"{each.number}　{each.title}") for each in book.criteria)
        points = self._entry("points", book.points.title) if book.points else ""
        more = points + "".join(self._entry(each, self._titles[each]) for each in _PARTS)
        lists = (("routes", routes), ("criteria", criteria), ("more", more))
        contents = "".join(f"<h3>{self.say(f'contents.{name}')}</h3><ul>{items}</ul>" for name, items in lists)
        return f"""<header>
<p class="kicker">{self.say("book.kicker")}</p>
<h1>{self._text(book.title)}</h1>
<p class="lead">{self.say("cover.lead")}</p>
<dl>{facts}</dl>
<p class="box">{self.say("cover.promise")}</p>
</header>
<nav aria-labelledby="contents"><h2 id="contents">{self.say("book.contents")}</h2>{contents}</nav>"""

    def parts(self) -> Iterator[str]:
        """Everything behind the cover, in the booklet's order."""
        yield self._how()
        yield from (self._route(each) for each in self._book.routes)
        if self._book.points is not None:
            yield self._points(self._book.points)
        yield from (self._criterion(each) for each in self._book.criteria)
        yield self._documents()
        yield self._after()
        yield self._desks()
        yield self._check()

    def _text(self, text: str) -> str:
        return "".join(self._run(each) for each in runs.of(text, self._book.language))

    def _run(self, run: runs.Run) -> str:
        text = escape(run.text)
        if run.ref:
            text = f'<a href="#{escape(run.ref)}">{escape(plain(self._titles.get(run.ref, run.ref)))}</a>'
        if run.reading:
            ruby = f"<ruby>{text}<rp>（</rp><rt>{escape(run.reading)}</rt><rp>）</rp></ruby>"
            text = f"{escape(run.head)}{ruby}{escape(run.tail)}"
        if run.lang:
            text = f'<span lang="{escape(run.lang)}">{text}</span>'
        return f"<strong>{text}</strong>" if run.strong else text

    def _entry(self, key: str, title: str) -> str:
        return f'<li><a href="#{escape(key)}">{self._text(title)}</a></li>'

    def _paragraphs(self, texts: Iterable[str]) -> str:
        return "".join(f"<p>{self._text(each)}</p>" for each in texts)

    def _how(self) -> str:
        book = self._book
        signs = "".join(f"<li>{self.say(f'how.{key}')}</li>" for key in ("arrow", "span", "ring", "dashed", "open"))
        changes = "".join(f"<dt>{self._text(when)}</dt><dd>{self._text(what)}</dd>" for when, what in book.changes)
        later = f"<h3>{self.say('how.changes')}</h3><p>{self.say('how.changes_lead')}</p><dl>{changes}</dl>"
        return self._part("how", f"<ul>{signs}</ul>{self._paragraphs(book.how)}{later if changes else ''}")

    def _part(self, key: str, inner: str) -> str:
        lead = f'<p class="lead">{self.say(f"{key}.lead")}</p>' if key != "after" else ""
        return f'<section id="{key}"><h2>{self._text(self._titles[key])}</h2>{lead}{inner}</section>'

    def _route(self, page: RoutePage) -> str:
        picture = page.picture
        arrow = f"<p><strong>{self._text(picture.arrow.label)}</strong></p>" if picture.arrow else ""
        lanes = "".join(
            f"<dt>{self._text(each.title)}</dt>" + "".join(f"<dd>{self._text(item.label)}</dd>" for item in each.items)
            for each in picture.lanes
        )
        open_ = f"<p><strong>{self.say('route.open')}</strong> {'／'.join(map(self._text, page.open_))}</p>"
        steps = "".join(
            f"<li><strong>{self._text(each.title)}</strong> {self._text(each.text)}</li>" for each in self._book.steps
        )
        return f"""<section id="route.{escape(page.key)}"><p class="kicker">{self._text(page.kicker)}</p>
<h2>{self._text(page.title)}</h2>
<div class="way"><p class="quiet">{escape(picture.alt)}</p>{arrow}<dl>{lanes}</dl></div>
{open_ if page.open_ else ""}
<h3>{self.say("route.after")}</h3><ol>{steps}</ol>
<h3>{self.say("route.unpublished")}</h3><p>{self._text(page.unpublished)}</p><p class="quiet">{self._text(page.source)}</p>
{self._others(page)}</section>"""

    def _others(self, page: RoutePage) -> str:
        if not page.others:
            return ""
        rows = "".join(
            f'<li><a href="#route.{escape(each.key)}">{self._text(each.title)}</a> {self._text(each.asked)}</li>'
            for each in page.others
        )
        return f"<h3>{self.say('route.others')}</h3><ul>{rows}</ul>"

    def _criterion(self, page: CriterionPage) -> str:
        drawn = "".join(self._drawn(each) for each in page.drawing.rows)
        months = f'<p class="way">{self._text(self._words.say("months.alt"))}</p>' if page.drawing.months else ""
        rows = "".join(
            f'<tr><th scope="row">{self._text(row.label)}</th><td>{self._paragraphs(row.lines)}</td></tr>'
            for row in page.rows
        )
        return f"""<section id="{escape(page.key)}"><p class="kicker">{self._text(page.kicker)}</p>
<h2>{self._text(page.title)}</h2>
<p class="lead">{self._text(page.lead)}</p><p class="quiet">{self._text(page.weight)}</p>
<div class="way"><p><strong>{self.say("criterion.in_row")}</strong></p><ul>{drawn}</ul></div>
{months}
<table><tbody>{rows}</tbody></table>
{self._cases(page)}{self._reasons(page)}</section>"""

    def _drawn(self, row: DrawnRow) -> str:
        return f"<li>{self._text(row.label)} {self._text(row.stretch.label)}</li>"

    def _cases(self, page: CriterionPage) -> str:
        if not page.cases:
            return ""
        cases = "".join(f'<p class="case">{self._text(each)}</p>' for each in page.cases)
        note = self.say("criterion.cases_note")
        return f'<h3>{self.say("criterion.cases")}</h3>{cases}<p class="quiet">{note}</p>'

    def _reasons(self, page: CriterionPage) -> str:
        if not page.reasons:
            return ""
        head = (self.say("criterion.reason"), self.say("criterion.change"))
        rows = [(self._text(title), self._text(change)) for title, change in page.reasons]
        return f"<h3>{self.say('criterion.reasons')}</h3>{_table(head, rows)}"

    def _points(self, page: PointsPage) -> str:
        tables = "".join(
            f"<h3>{self._text(each.title)}</h3>"
            + _table(map(self._text, each.heads), [[self._text(cell) for cell in row] for row in each.rows])
            for each in page.tables
        )
        return f"""<section id="points"><h2>{self._text(page.title)}</h2>
<p class="lead">{self._text(page.lead)}</p>{tables}</section>"""

    def _documents(self) -> str:
        head = (self.say("documents.head_document"), self.say("documents.head_criteria"))
        rows = []
        for each in self._book.documents:
            shows = (f'<a href="#{escape(key)}">{number} {self._text(name)}</a>' for number, key, name in each.shows)
            rows.append((self._text(each.title), "　".join(shows)))
        return self._part("documents", self._paragraphs(self._book.documents_notes) + _table(head, rows))

    def _after(self) -> str:
        inner = "".join(
            f"<h3>{self._text(each.title)}</h3>{self._paragraphs(each.paragraphs)}" for each in self._book.after
        )
        return self._part("after", inner)

    def _desks(self) -> str:
        head = (self.say("desks.head_about"), self.say("desks.head_where"))
        rows = [(self._text(about), self._text(where)) for about, where in self._book.desks]
        return self._part("desks", f'{_table(head, rows)}<p class="quiet">{self.say("desks.note")}</p>')

    def _check(self) -> str:
        groups = "".join(self._group(each) for each in self._book.checks)
        after = f'<p class="box"><strong>{self.say("check.after")}</strong> {self.say("check.after_text")}</p>'
        return self._part("check", groups + after)

    def _group(self, group: CheckGroup) -> str:
        heads = ("number", "head_question", "head_answer", "head_look", "head_no")
        answer = f"□ {self.say('check.yes')}<br/>□ {self.say('check.no')}"
        rows = [
            (
                f'<a href="#{escape(each.key)}">{each.number}</a>',
                self._text(each.question) + (f'<br/><span class="quiet">{self._text(each.routes)}</span>' if each.routes else ""),
                answer,
                "<br/>".join(self._text(look) for look in each.look),
                self._text(each.no),
            )
            for each in group.rows
        ]  # fmt: skip
        return f"<h3>{self._text(group.title)}</h3>" + _table([self.say(f"check.{each}") for each in heads], rows)


def _table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the first cell of a row names it."""
    top = "".join(f'<th scope="col">{each}</th>' for each in head)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>' + "".join(f"<td>{each}</td>" for each in row[1:]) + "</tr>" for row in rows
    )
    return f'<div class="scroll"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
