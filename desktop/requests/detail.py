"""One request or inquiry in full: what was asked, what came and as which evidence."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.requests import words
from desktop.requests.form import Entry
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Label
from models.casefile.values import CaseFile
from models.inquiries.values import Inquiry
from models.requests.values import Request


class Detail(QScrollArea):
    """Reads from top to bottom; a screen reader reads it as one text."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("request-detail")
        self.setAccessibleName(self.tr("What was asked and what came"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entry(self, file: CaseFile, entry: Entry | None) -> None:
        """Another line."""
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(px(6))
        spoken = []
        for text, kind, tone in self._lines(file, entry) if entry else ():
            label = Label(text, kind, tone, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
            spoken.append(text)
        column.addStretch(1)
        self.setWidget(inner)
        self.setAccessibleName(" ".join(spoken) or self.tr("What was asked and what came"))

    def text(self) -> str:
        """What it shows, in one text."""
        return self.accessibleName()

    def _lines(self, file: CaseFile, entry: Entry) -> Iterator[tuple[str, Type, str]]:
        yield f"{words.kind(entry.what, self._lang)}　{words.state(entry.what, self._lang)}", Type.NAME, "text"
        yield entry.next_step.text(self._lang), Type.STRONG, "text"
        if isinstance(entry.what, Request):
            yield from self._request(file, entry.what)
        else:
            yield from self._inquiry(file, entry.what)

    def _request(self, file: CaseFile, request: Request) -> Iterator[tuple[str, Type, str]]:
        lang = self._lang
        yield self._dates(request), Type.CAPTION, "text2"
        for place, each in enumerate(request.items, 1):
            mark = "✓" if place in request.came else "—"
            yield (
                f"{mark}　{place}　{words.item(each, file, lang)}",
                Type.BASE,
                "text" if place in request.came else "text2",
            )
            if each.why:
                yield f"　　　{each.why}", Type.CAPTION, "text2"
        if request.note:
            yield request.note, Type.READING, "text"
        for reply in request.replies:
            ids = ", ".join(reply.evidence)
            day = words.day(reply.received_on, lang)
            yield self.tr("Reply {n}, {day}: {ids}").format(n=reply.number, day=day, ids=ids), Type.STRONG, "text"
            if reply.text:
                yield reply.text, Type.READING, "text"
        if request.why and not request.why.startswith("request:"):
            yield self.tr("Reason: {why}").format(why=request.why), Type.BASE, "text"

    def _dates(self, request: Request) -> str:
        lang = self._lang
        parts = [
            request.document_number,
            self.tr("sent {day}").format(day=words.day(request.sent_on, lang)),
            self.tr("delivered {day}").format(day=words.day(request.delivered_on, lang)),
            self.tr("due {day}").format(day=words.day(request.due_on, lang)),
            words.languages(request, lang),
        ]
        return "　".join(each for each in parts if each)

    def _inquiry(self, file: CaseFile, inquiry: Inquiry) -> Iterator[tuple[str, Type, str]]:
        lang = self._lang
        when = " ".join(each for each in (words.day(inquiry.planned_on, lang), inquiry.time) if each and each != "—")
        heads = (
            (self.tr("Who is asked"), inquiry.whom), (self.tr("When"), when), (self.tr("Where"), inquiry.place),
            (self.tr("Interpreter"), inquiry.interpreter), (self.tr("Legal ground"), inquiry.ground),
            (self.tr("Who was there"), inquiry.present),
            (self.tr("Evidence"), ", ".join(inquiry.evidence)),
            (self.tr("Pictures"), ", ".join(each.name for each in inquiry.pictures)),
        )  # fmt: skip
        yield inquiry.subject, Type.READING, "text"
        for name, value in heads:
            if value:
                yield f"{name}　{value}", Type.BASE, "text2"
        if inquiry.read_back is not None:
            yield (
                self.tr("Notes read back and confirmed") if inquiry.read_back else self.tr("Notes not read back"),
                Type.BASE,
                "text2",
            )
        for text in (inquiry.opinion, inquiry.report, inquiry.why):
            if text:
                yield text, Type.READING, "text"
