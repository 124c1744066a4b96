"""The case's header: who, what, until when. One line on small screens, two otherwise."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop import words as interface
from desktop.casefile import words
from desktop.casefile.words import say
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Badge, Button, ElidedLabel, Label
from models.casefile.values import CaseFile
from models.cases.rules import due_if_resumed
from models.cases.values import State
from resources import messages

_TONES = {State.RETURNED: "wait", State.WAITING: "wait", State.ISSUED: "met"}


_STATUS = 3
"""Which of the six facts stays in a narrow window: the status of residence."""


class CaseHeader(QWidget):
    """``checked`` asks for the check page; ``back`` to leave it."""

    acted = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._compact = False
        self._facts: list[tuple[Label, ElidedLabel]] = []
        self.setObjectName("case-header")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()

    def _build(self) -> None:
        self.name = ElidedLabel("", Type.NAME)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reading = ElidedLabel("", Type.BASE, "text2")
        self.badge = Badge("")
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.due = Label("", Type.STRONG)
        self.left = Label("", Type.CAPTION, "text2")
        for label in (self.due, self.left):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = Button(
            self.tr("Check before proposing"), icon="clipboard_checkmark", name="check-before-proposing"
        )
        self.button.clicked.connect(self.acted)
        self._line = QHBoxLayout()
        self._line.setSpacing(px(10))
        self.elsewhere = Label("", Type.STRONG, "wait")
        self.elsewhere.setObjectName("open-elsewhere")
        self.elsewhere.hide()
        for part in (self.name, self.reading, self.badge, self.elsewhere):
            self._line.addWidget(part)
        self._first = QHBoxLayout()
        self._first.addLayout(self._line)
        self._first.addStretch(1)
        self._second = QHBoxLayout()
        self._second.setSpacing(px(5))
        for at in range(6):
            pair = (Label("", Type.CAPTION, "text2"), ElidedLabel("", Type.CAPTION))
            pair[1].setObjectName(f"header-fact-{at}")
            self._facts.append(pair)
            self._second.addWidget(pair[0])
            self._second.addWidget(pair[1])
            pair[0].setContentsMargins(px(18) if at else 0, 0, 0, 0)  # goes with a fact that is not shown
        self._second.addStretch(1)
        self._grid = QGridLayout(self)
        self.setMinimumWidth(px(320))
        self._lay()

    def _lay(self) -> None:
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(2)
        self._who = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._who.setSpacing(1)
        self._who.addLayout(self._first)
        self._who.addLayout(self._second, 1)
        self._when = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._when.setSpacing(1)
        self._when.addWidget(self.due)
        self._when.addWidget(self.left)
        self._grid.addLayout(self._who, 0, 0)
        self._grid.addLayout(self._when, 0, 1)
        self._grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(0, 1)

    def compact(self, on: bool) -> None:
        """Height under 800: name and facts on one line, reading, birth and framework drop out."""
        self._compact = on
        direction = QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom
        for part in (self._who, self._when):
            part.setDirection(direction)
            part.setSpacing(px(16) if on else 1)
        edge = 3 if on else 7
        self._grid.setContentsMargins(16, edge, 16, edge)
        self.reading.setVisible(not on)
        for at, (label, value) in enumerate(self._facts):
            room = self.width() >= px(1250 if on else 900) or (at == _STATUS and self.width() >= px(760))
            shown = bool(value.text()) and room and not (on and at in (1, 2, 5))
            label.setVisible(shown)
            value.setVisible(shown)
        self._shorten()

    def _shorten(self) -> None:
        """Where not all of the facts fit, the long status gives way before the short ones do."""
        short = [value for at, (_, value) in enumerate(self._facts) if at != _STATUS and not value.isHidden()]
        taken = sum(label.sizeHint().width() + px(1) for label, value in self._facts if not value.isHidden())
        room = self._grid.cellRect(0, 0).width() - taken - px(120)
        fits = sum(each.sizeHint().width() for each in short) <= room
        for each in short:
            each.setMinimumWidth(each.sizeHint().width() if fits else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows keep name, state, due day and button."""
        super().resizeEvent(event)
        self.compact(self._compact)

    def show_company(self, words_: str) -> None:
        """Who else has the case open, or nothing."""
        self.elsewhere.setText(words_)
        self.elsewhere.setVisible(bool(words_))

    def show_case(self, file: CaseFile) -> None:
        """Put a case into the header."""
        case, who = file.case, file.case.applicant
        self.name.setText(who.name)
        self.reading.setText(who.name_reading if who.name_reading != who.name else "")
        returned = sum(each.returned is not None for each in file.rounds)
        state = interface.case_state(case.state)
        again = case.state is State.RETURNED and returned
        self.badge.show_text(
            say("returned_times", self._lang, n=returned) if again else state, _TONES.get(case.state, "accent")
        )
        status = words.coded("status", who.current_status, self._lang)
        if who.stay_until:
            status = say("until", self._lang, what=status, day=words.day(who.stay_until, self._lang))
        born = say("born", self._lang, day=words.day(who.born_on, self._lang), age=words.age(who.born_on, file.seen_on))
        values = (
            (self.tr("Route"), interface.kind_and_route(case.kind, case.route)),
            (self.tr("Nationality"), words.country(who.nationality, self._lang)),
            (self.tr("Born"), born),
            (self.tr("Status"), status),
            (self.tr("Received"), words.day(case.received_on, self._lang)),
            (self.tr("Framework"), words.version(case.framework.version, self._lang)),
        )
        for (label, value), (name, text) in zip(self._facts, values, strict=True):
            label.setText(name)
            value.setText(text)
            value.setAccessibleName(f"{name} {text}")
        self._show_due(file)
        self.compact(self._compact)

    def _day(self, on: date, today: date) -> str:
        """With the year only where it is another than today's."""
        return words.day_with_weekday(on, self._lang, year=on.year != today.year)

    def _show_due(self, file: CaseFile) -> None:
        case = file.case
        done = case.state in (State.ISSUED, State.CLOSED)
        resumed = due_if_resumed(case.due_on, case.waiting_since, file.seen_on)
        said = self._day(case.due_on, file.seen_on)
        self.due.setText(say("due", self._lang, day=said))
        left = "" if done else words.days_left(case.due_on, file.seen_on, self._lang)
        if case.waiting_since is not None:
            left = say("due_resumed", self._lang, day=self._day(resumed, file.seen_on))
        late = case.due_on < file.seen_on and not done
        if file.kept is not None or file.held_back is not None:
            left, late = self._kept(file), file.held_back is not None
        self.left.setText(left)
        self.left.setToolTip(file.held_back.why if file.held_back is not None else "")
        self.left.setVisible(bool(left))
        self.left.set_tone("wait" if late else "text2")

    def _kept(self, file: CaseFile) -> str:
        """What holds the case back, or how long it is kept."""
        if file.held_back is not None:
            return messages.text("retention.header_held", self._lang)
        assert file.kept is not None
        title, day = file.kept.retention.title.in_(self._lang), file.kept.earliest_on
        if day is None:
            return messages.text("retention.header_unknown", self._lang, {"title": title})
        return messages.text("retention.header", self._lang, {"title": title, "day": words.day(day, self._lang)})
