"""The attestations of a case beside its evidence: who states what, for what, until when; take one in, note that a consent ended."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile import words
from desktop.changes import What
from desktop.context import Context
from desktop.linked import form
from desktop.linked.attestdialog import AttestationDialog
from desktop.operations import attestations
from desktop.theme import row_height, tokens
from desktop.theme.type import px
from desktop.turns.actdialog import ActDialog, Ask, Values
from desktop.widgets import Button, SectionHeading
from desktop.widgets.trees import dress_tree
from models.attestations import rules
from models.attestations.values import Attestation
from models.casefile.values import CaseFile
from models.errors import Message, Problem

KEY = Qt.ItemDataRole.UserRole + 1
_SHOWN = 5
"""Lines without scrolling."""


class AttestedBox(QWidget):
    """Not there at all where the office takes none and the case has none; ``written`` after an act."""

    written = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._file: CaseFile | None = None
        self.setObjectName("attested")
        self.heading = SectionHeading(self.tr("Attestations"))
        self.tree = self._build_tree()
        self.add = Button(self.tr("Attestation…"), icon="document_checkmark", name="attest")
        self.menu = QMenu(self)
        self.menu.setObjectName("attesters")
        self.menu.setAccessibleName(self.tr("Who states it"))
        for each in rules.attesters():
            self.menu.addAction(each.title.in_(self._lang), partial(self.ask, each.key))
        self.add.clicked.connect(lambda: self.menu.popup(self.add.mapToGlobal(self.add.rect().topLeft())))
        self.ended = Button(self.tr("Consent withdrawn…"), icon="dismiss_circle", name="withdraw-consent")
        self.ended.clicked.connect(self.ask_withdraw)
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addStretch(1)
        bar.addWidget(self.ended)
        bar.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.tree)
        column.addLayout(bar)
        self.hide()

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        heads = (
            self.tr("No."), self.tr("Who states it"), self.tr("What is stated"), self.tr("Stated on"), self.tr("Valid until"),
            self.tr("For these criteria only"), self.tr("State"),
        )  # fmt: skip
        dress_tree(tree, "attestations", self.tr("Attestations"), heads, wide=2, row=28)
        tree.setStyleSheet(f"QTreeView::item {{ height: {row_height(28)}px; }}")  # seven columns in a narrow pane
        tree.header().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        tree.currentItemChanged.connect(lambda *_: self._enable())
        return tree

    # ---- showing
    def show_file(self, file: CaseFile) -> None:
        """The case in hand."""
        self._file = file
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(each, file) for each in file.attestations])
        rows = min(max(len(file.attestations), 1), _SHOWN)
        self.tree.setFixedHeight(row_height(28) * rows + self.tree.header().sizeHint().height() + px(6))
        self.tree.setVisible(bool(file.attestations))
        self.setVisible(file.takes_attestations or bool(file.attestations))
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)
        self._enable()

    def _item(self, each: Attestation, file: CaseFile) -> QTreeWidgetItem:
        titles = {one.key: words.title(one.title, self._lang) for one in file.criteria}
        gap = "、" if self._lang == "ja" else ", "
        stated = rules.sentence(each.kind, each.said, each.text, self._lang)
        state = form.state(each, self._lang)
        resting = () if each.counts else form.resting_on(file, each.evidence)
        if resting:
            state += gap + self.tr("still cited")
        until = words.day(each.until, self._lang) if each.until else "—"
        cells = [each.evidence, rules.title(each, self._lang), stated, words.day(each.stated_on, self._lang), until,
                 gap.join(titles.get(key, key) for key in each.criteria), state]  # fmt: skip
        item = QTreeWidgetItem(cells)
        item.setData(0, KEY, each.evidence)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(cells))
        item.setToolTip(2, stated)
        item.setToolTip(5, f"{each.purpose}\n{cells[5]}")
        if not each.counts:
            for at in range(len(cells)):
                item.setForeground(at, QColor(tokens().wait if resting and at == len(cells) - 1 else tokens().text3))
        return item

    def chosen(self) -> Attestation | None:
        """The attestation of the chosen line."""
        item = self.tree.currentItem()
        key = str(item.data(0, KEY)) if item else ""
        held = self._file.attestations if self._file else ()
        return next((each for each in held if each.evidence == key), None)

    def _enable(self) -> None:
        if self._file is not None:
            self.add.setVisible(form.may_attest(self._context.actor, self._file))
            self.ended.setVisible(any(form.may_withdraw(self._context.actor, each) for each in self._file.attestations))
            self.ended.setEnabled(form.may_withdraw(self._context.actor, self.chosen()))

    # ---- acts
    def ask(self, kind: str) -> AttestationDialog | None:
        """Take one in."""
        attester = rules.attester(kind)
        if self._file is None or attester is None:
            return None
        dialog = AttestationDialog(self._context, self._file, attester, self)
        dialog.kept.connect(lambda _made: self._written())
        dialog.open()
        return dialog

    def ask_withdraw(self) -> ActDialog | None:
        """The applicant withdrew their consent."""
        chosen, file = self.chosen(), self._file
        if chosen is None or file is None:
            return None
        office, actor = self._context.office, self._context.actor
        lead = self.tr("From now on nothing may cite it, and no letter lists it. It stays in the record.")
        if resting := form.resting_on(file, chosen.evidence):
            titles = {each.key: words.title(each.title, self._lang) for each in file.criteria}
            named = ("、" if self._lang == "ja" else ", ").join(titles.get(key, key) for key in resting)
            lead += "\n" + self.tr("These findings rest on it and must be made anew: {criteria}").format(criteria=named)
        title = self.tr("Consent withdrawn: {who}").format(who=rules.title(chosen, self._lang))
        asks = [Ask("why", self.tr("Why, as far as said (stands in the record)"), long=True)]
        dialog = ActDialog(
            self._context, title, asks, self.tr("Record"), _why,
            lambda v: attestations.withdraw(office, actor, file.case.id, chosen.evidence, v["why"]), self, lead,
            self.tr("Consent withdrawn"),
        )  # fmt: skip
        dialog.acted.connect(lambda _made: self._written())
        dialog.open()
        return dialog

    def _written(self) -> None:
        if self._file is not None:
            self._context.changes.announce(What.EVIDENCE, self._file.case.id)
        self.written.emit()


def _why(values: Values) -> tuple[Problem, ...]:
    return () if values["why"].strip() else (Problem(Message("turns.needed"), "why"),)
