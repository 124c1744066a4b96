"""The chosen case at the right: who, what was proposed and returned, how the findings stand, and the next act."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import days, words
from desktop.queue import form
from desktop.queue import words as queue_words
from desktop.theme import Type
from desktop.widgets import Button, ElidedLabel, FlowLayout, Kind, Label, Rule, StateGlyph
from desktop.widgets.problem import IconMark
from models.casefile.values import CaseFile
from models.cases.values import QueueRow
from models.findings.values import FindingState
from models.frameworks.values import Criterion
from models.people.values import Actor

_COUNTED = (FindingState.MET, FindingState.NOT_MET, FindingState.NEEDS_DOCUMENTS, FindingState.NOT_APPLICABLE)


class Preview(QWidget):
    """``opened(case)`` when the person presses the button."""

    opened = Signal(str)

    def __init__(self, actor: Actor, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor, self._lang = actor, lang
        self._case = ""
        self._names: Mapping[str, str] = {}
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Preview"))
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area = QScrollArea()
        area.setObjectName("preview-scroll")
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self.button = Button(self.tr("Open"), Kind.PRIMARY, key="Enter", name="open-case")
        self.button.clicked.connect(lambda: self.opened.emit(self._case))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addWidget(self.button)
        self.show_nothing()

    def know(self, names: Mapping[str, str]) -> None:
        """Names of logins."""
        self._names = names

    def show_nothing(self) -> None:
        """No case is chosen."""
        self._case = ""
        self.button.hide()
        page = _Page()
        page.column.addWidget(Label(self.tr("Choose a case to see it here."), Type.BASE, "text3", wrap=True))
        self._put(page)

    def show_row(self, row: QueueRow) -> None:
        """What the list knows, at once; the case file follows."""
        self._case = row.id
        page = _Page()
        page.column.addWidget(Label(row.name, Type.NAME, wrap=True))
        page.column.addWidget(Label(row.id, Type.CAPTION, "text2"))
        page.add_pairs(((self.tr("Route"), words.kind_and_route(row.kind, row.route)),))
        self._put(page)
        self.button.set_words(queue_words.act(form.act_of(row, self._actor)))
        self.button.show()

    def show_file(self, file: CaseFile) -> None:
        """The case itself."""
        if file.case.id != self._case:
            return
        page = _Page()
        self._add_head(page, file)
        self._add_return(page, file)
        self._add_findings(page, file)
        self._put(page)

    def _put(self, page: "_Page") -> None:
        page.column.addStretch(1)
        self._area.setWidget(page)

    def _add_head(self, page: "_Page", file: CaseFile) -> None:
        case, lang = file.case, self._lang
        page.column.addWidget(Label(case.applicant.name, Type.NAME, wrap=True))
        ids = QWidget()
        flow = FlowLayout(ids, 12)
        for text in (case.applicant.name_reading, case.id):
            if text:
                flow.addWidget(Label(text, Type.CAPTION, "text2"))
        page.column.addWidget(ids)
        page.column.addSpacing(4)
        pairs = [(self.tr("Route"), words.kind_and_route(case.kind, case.route))]
        if case.applicant.stay_until:
            pairs.append((self.tr("Stay until"), days.plain(case.applicant.stay_until, lang)))
        pairs.append((self.tr("Received"), days.plain(case.received_on, lang)))
        if proposal := file.proposal:
            said = f"{words.outcome(proposal.outcome)}\u3000{days.moment(proposal.at, lang)}"
            pairs.append((self.tr("Proposed"), said))
        if file.rounds and (returned := file.rounds[-1].returned):
            pairs.append(
                (
                    self.tr("Returned"),
                    f"{days.moment(returned.at, lang)}\u3000{self._names.get(returned.by, returned.by)}",
                )
            )
        if file.events:
            pairs.append((self.tr("Last change"), days.moment(max(event.at for event in file.events), lang)))
        page.add_pairs(tuple(pairs))

    def _add_return(self, page: "_Page", file: CaseFile) -> None:
        returned = file.rounds[-1].returned if file.rounds else None
        if returned is None:
            return
        titles = {criterion.key: criterion.title.in_(self._lang) for criterion in file.criteria}
        page.add_rule()
        page.add_heading(self.tr("What the return says"), icon="arrow_reply", tone="wait")
        if returned.comment:
            page.column.addWidget(Label(returned.comment, Type.BASE, wrap=True))
        for number, (key, comment) in enumerate(returned.criteria, 1):
            page.column.addWidget(Label(f"{number}\u3000{titles.get(key, key)}", Type.STRONG, wrap=True))
            page.column.addWidget(Label(comment, Type.BASE, wrap=True))

    def _add_findings(self, page: "_Page", file: CaseFile) -> None:
        states = {criterion.key: file.state_of(criterion.key) for criterion in file.criteria}
        counted = Counter(states.values())
        said = "\u3000".join(f"{words.finding(state)} {counted[state]}" for state in _COUNTED if counted[state])
        page.add_rule()
        page.add_heading(self.tr("Findings"), right=said)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for line, section in enumerate(file.framework.sections):
            members = [criterion for criterion in file.criteria if criterion.section == section.key]
            if not members:
                continue
            name = ElidedLabel(section.title.in_(self._lang), Type.CAPTION, "text2")
            grid.addWidget(name, line, 0)
            grid.addWidget(self._glyphs(members, states), line, 1, Qt.AlignmentFlag.AlignLeft)
        page.column.addLayout(grid)

    def _glyphs(self, members: list[Criterion], states: dict[str, FindingState]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for criterion in members:
            glyph = StateGlyph(states[criterion.key])
            glyph.setToolTip(f"{criterion.title.in_(self._lang)}: {words.finding(states[criterion.key])}")
            layout.addWidget(glyph)
        return row


class _Page(QWidget):
    """One filling of the preview."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview-page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5)

    def add_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Names and values."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(pairs):
            grid.addWidget(Label(name, Type.CAPTION, "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, Type.BASE, wrap=True), line, 1)
        self.column.addLayout(grid)

    def add_rule(self) -> None:
        """A thin line with air."""
        self.column.addSpacing(8)
        self.column.addWidget(Rule())
        self.column.addSpacing(6)

    def add_heading(self, text: str, right: str = "", icon: str = "", tone: str = "text2") -> None:
        """A bold heading, a quiet remark at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        if icon:
            row.addWidget(IconMark(icon, tone))
        row.addWidget(Label(text, Type.STRONG))
        row.addWidget(Label(right, Type.CAPTION, "text2"), 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(row)
