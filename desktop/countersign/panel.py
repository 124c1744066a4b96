"""Findings beside the letter: choosing either lights the other. Return with comments, sign with the password again, issue."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop import words as interface
from desktop.casefile import standing, words
from desktop.casefile.pages import PagePicture, PageView
from desktop.casefile.papers import PaperKeeper
from desktop.casefile.words import Names, say
from desktop.context import Context
from desktop.countersign.acts import DecisionFooter
from desktop.countersign.detail import FindingDetail
from desktop.countersign.dialogs import EditDialog, ReturnDialog, SignDialog
from desktop.countersign.form import CountersignForm, FindingEntry
from desktop.countersign.issuedialog import ask_issue
from desktop.countersign.paper import LetterPaper
from desktop.countersign.work import DecisionWork
from desktop.requests.askdialog import PaperDialog
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, EmptyState, Kind, Label, NavItem, NavList, Pane, Rule, SavedLabel, ViewTabs
from desktop.widgets.viewtabs import ViewTab
from models.casefile.values import CaseFile
from models.letters.values import Letter


class CountersignTab(QWidget):
    """``written`` after every act, so that the case is read anew."""

    written = Signal()
    source_asked = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countersign-tab")
        self._context, self._lang = context, context.lang
        self.form: CountersignForm | None = None
        self._key = ""
        self.names = Names()
        self.work = DecisionWork(context, self)
        self.returning = PaperKeeper(context, lambda: self.form.draft_return() if self.form else None, self)
        self.editing = PaperKeeper(context, lambda: self.form.draft_edit() if self.form else None, self)
        self._build()
        self._connect()

    # ---- building
    def _build(self) -> None:
        self.outcome = Label("", Type.NAME)
        self.who = Label("", Type.CAPTION, "text2")
        self.weighing = Label("", Type.BASE, "text2", wrap=True)
        self.blind = Button(self.tr("Read blind first"), Kind.LINK, icon="eye_off", name="blind")
        self.blind.clicked.connect(self.toggle_blind)
        self.nav = NavList(self.tr("Findings"))
        self.detail = FindingDetail(self._lang)
        sheets = [ViewTab("ja", "日本語（正文）"), ViewTab("en", "English"), ViewTab("pages", self.tr("Pages"))]
        self.languages = ViewTabs(self.tr("Letter"), sheets)
        self.languages.choose("ja")
        self.basis = Label("", Type.CAPTION, "text2")
        self.paper = LetterPaper(self.tr("Letter, sentence by sentence"))
        self.pages = PageView(self.tr("Letter"))
        self.sheets = QStackedWidget()
        self.sheets.addWidget(self._on_ground(self.paper))
        self.sheets.addWidget(self.pages)
        self.pane = Pane(self.sheets)
        self.footer = DecisionFooter()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self._right())
        self.splitter.setSizes([600, 800])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.footer)

    def _on_ground(self, paper: QWidget) -> QWidget:
        """The sheet in the middle of the window's ground."""
        ground = QWidget()
        ground.setProperty("ground", "window")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sheet = QFrame()
        sheet.setProperty("ground", "surface")
        sheet.setMaximumWidth(px(780))
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(paper)
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 12, 8, 0)
        row.addStretch(1)
        row.addWidget(sheet, 40)
        row.addStretch(1)
        return ground

    def _left(self) -> QWidget:
        left, head = _surface(), QVBoxLayout()
        head.setContentsMargins(20, 12, 20, 10)
        line = QHBoxLayout()
        line.addWidget(self.outcome)
        line.addStretch(1)
        line.addWidget(self.who)
        head.addLayout(line)
        head.addWidget(self.weighing)
        head.addWidget(self.blind)
        lower = QSplitter(Qt.Orientation.Vertical)
        lower.setHandleWidth(1)
        lower.addWidget(self.nav)
        lower.addWidget(self.detail)
        lower.setSizes([300, 340])
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        self.shade = QStackedWidget()
        self.shade.addWidget(lower)
        hidden = self.tr("The findings are hidden until you have read the letter.")
        self.shade.addWidget(EmptyState(hidden, icon="eye_off"))
        column.addWidget(self.shade, 1)
        return left

    def _right(self) -> QWidget:
        right, bar = _surface(), QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.languages)
        bar.addStretch(1)
        bar.addWidget(self.basis)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Rule())
        column.addWidget(self.pane, 1)
        return right

    def _connect(self) -> None:
        self.nav.chosen.connect(self._choose)
        self.nav.entered_key.connect(lambda _key: self.detail.comment.setFocus())
        self.detail.commented.connect(self._commented)
        self.detail.cite_opened.connect(self._open_cite)
        self.paper.sentence_chosen.connect(self._sentence)
        self.languages.chosen.connect(lambda _key: self.compose())
        self.footer.returned.connect(self.ask_return)
        self.footer.signed.connect(self.primary)
        self.footer.edited.connect(self.ask_edit)
        self.detail.comment.left.connect(self.returning.flush)
        for keeper in (self.returning, self.editing):
            self._tell(keeper, self.footer.saved)
        self.work.composed.connect(self._composed)
        self.work.drawn.connect(self._drawn)
        self.work.failed.connect(self._failed)
        self.work.refused.connect(self._refused)
        self.footer.sheet_asked.connect(self._sheet)
        self.work.sheet_drawn.connect(lambda drawn: PaperDialog(self.tr("Decision sheet"), drawn, self).open())
        self.work.done.connect(self._done)
        self.work.progress.connect(self.footer.show_progress)

    def _tell(self, keeper: PaperKeeper, label: SavedLabel) -> None:
        keeper.saving.connect(label.saving)
        keeper.saved.connect(label.saved)
        keeper.failed.connect(label.failed)

    # ---- showing
    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read; comments that were written stay."""
        if self.form is None:
            self.form = CountersignForm(file, self._context.actor, self._lang)
            if self.form.kept is not None:
                self.footer.saved.saved(self.form.kept.at)
        else:
            self.form.follow(file)
        if file.proposal is None:
            return
        self._show_proposal(file)
        self.blind.setVisible(self.form.may_return or self.shade.currentIndex() == 1)
        items = []
        for state, entries in self.form.groups():
            items.append(NavItem(say("group", self._lang, state=interface.finding(state), n=len(entries))))
            items += [self._item(entry) for entry in entries]
        self.nav.show_items(items)
        self._choose(self._key or self.form.first())
        self.nav.choose(self._key)
        self._show_footer()
        if self.isVisible():
            self.compose()

    def _item(self, entry: FindingEntry) -> NavItem:
        spoken = f"{interface.finding(entry.state)} {entry.title} {entry.code} {entry.note}".strip()
        return NavItem(entry.title, entry.key, self._note(entry.key, entry.note), state=entry.state, spoken=spoken)

    def _note(self, key: str, otherwise: str) -> str:
        form = self.form
        return self.tr("commented") if form and form.may_return and key in form.comments else otherwise

    def _show_proposal(self, file: CaseFile) -> None:
        proposal = file.proposal
        if proposal is None:
            return
        gives = [each for each in (interface.outcome(proposal.outcome), standing.given(file, self._lang)) if each]
        self.outcome.setText(self.tr("Proposal: {outcome}").format(outcome="　".join(gives)))
        self.who.setText(f"{self.names.of(proposal.by, self._lang)}　{words.moment(proposal.at, self._lang)}")
        told = [self.tr("Weighing: {text}").format(text=proposal.weighing)] if proposal.weighing else []
        if edit := proposal.edited:
            at = words.moment(edit.at, self._lang)
            who = self.names.of(edit.by, self._lang)
            told.append(self.tr("Before the edit: {text}").format(text=edit.before))
            told.append(self.tr("edited by {who}, {at}").format(who=who, at=at))
        self.weighing.setText("\n".join(told))
        self.weighing.setVisible(bool(proposal.weighing))

    def _show_footer(self) -> None:
        if self.form:
            self.footer.show_form(self.form)

    def compose(self) -> None:
        """Write the letter in the language in front, or draw its pages."""
        if self.form is None or self.form.file.proposal is None:
            return
        key, case = self.languages.key(), self.form.file.case.id
        self.pane.show_loading()
        if key == "pages":
            self.work.draw(case, "ja")
        else:
            self.work.compose(case, key or "ja")

    def _composed(self, letter: Letter) -> None:
        if self.form is None:
            return
        if letter.language == "ja" or self.form.letter is None:
            self.form.letter = letter
        self.paper.show_letter(letter)
        self.sheets.setCurrentIndex(0)
        self.pane.show_content()
        self._light()
        self._show_footer()

    def _drawn(self, pictures: tuple[PagePicture, ...]) -> None:
        self.pages.show_pages(pictures)
        self.sheets.setCurrentWidget(self.pages)
        self.pane.show_content()

    def _failed(self, text: str) -> None:
        self.pane.show_error(text, self.compose)
        self._show_footer()

    def toggle_blind(self) -> None:
        """先に伏せて読む: the letter and the facts alone, before what was found; nothing of it is recorded."""
        hidden = self.shade.currentIndex() == 0
        self.shade.setCurrentIndex(1 if hidden else 0)
        self.blind.set_words(self.tr("Show the findings") if hidden else self.tr("Read blind first"))
        self.blind.set_icon("eye" if hidden else "eye_off")

    # ---- choosing
    def _choose(self, key: str) -> None:
        if self.form is None or not key:
            return
        self._key = key
        entry = next((e for _, group in self.form.groups() for e in group if e.key == key), None)
        if entry is not None:
            text, can_comment = self.form.comments.get(key, ""), self.form.may_return
            self.detail.show_entry(entry, self.form.file, text, can_comment, self.names)
        self._light()

    def _light(self) -> None:
        if self.form is not None:
            self.paper.light(self.form.sentence_ids(self._key))

    def _sentence(self, sentence: str) -> None:
        form = self.form
        if form is None:
            return
        key = form.criterion_of(sentence)
        if key and key != self._key:
            self.nav.choose(key)
            self._choose(key)
        self.paper.light(form.sentence_ids(key) if key else frozenset(), sentence)
        names = form.names_of(form.stands_on(sentence))
        self.basis.setText(self.tr("Sentence stands on: {what}").format(what="　".join(names[:6])) if names else "")

    def _open_cite(self, cite: object) -> None:
        file = self.form.file if self.form else None
        facts, evidence = getattr(cite, "facts", ()), getattr(cite, "evidence", ())
        fact = file.fact(facts[0]) if file and facts else None
        self.source_asked.emit(fact.id if fact else "", fact.sources if fact else evidence)

    def _commented(self, text: str) -> None:
        if form := self.form:
            form.set_comment(self._key, text)
            self.returning.touch()
            items = self.nav.items
            self.nav.show_items([replace(i, right=self._note(i.key, form.note(i.key))) if i.key else i for i in items])

    # ---- acts
    def comment(self) -> None:
        """Ctrl+M."""
        if self.form is not None and self.form.may_return and self.isVisible():
            self.detail.comment.setFocus()

    def ask_return(self) -> None:
        """Ctrl+R: return with a comment on the whole and those on the criteria."""
        form = self.form
        if form is None or not form.may_send_back or not self.isVisible():
            return
        self.detail.comment.commit()
        dialog = ReturnDialog(form, self)
        self._tell(self.returning, dialog.saved)
        dialog.written.connect(self._comment_on_all)
        dialog.accepted.connect(lambda: self._send_back(form, dialog.text))
        dialog.rejected.connect(self.returning.flush)
        dialog.open()

    def _comment_on_all(self, text: str) -> None:
        if self.form is not None:
            self.form.comment = text
            self.returning.touch()

    def _send_back(self, form: CountersignForm, text: str) -> None:
        self.returning.forget()
        self.work.send_back(form.file, text, form.criteria_comments())

    def ask_edit(self) -> None:
        """直して決裁: edit the weighing, read the letter that follows from it, then sign."""
        form = self.form
        if form is None or not form.may_edit or not self.isVisible():
            return
        dialog = EditDialog(form, self)
        self._tell(self.editing, dialog.saved)
        dialog.written.connect(self._weighed)
        dialog.accepted.connect(lambda: self._edit(form, dialog.text))
        dialog.rejected.connect(self.editing.flush)
        dialog.open()

    def _weighed(self, text: str) -> None:
        if self.form is not None:
            self.form.weighing = text
            self.editing.touch()

    def _edit(self, form: CountersignForm, text: str) -> None:
        self.editing.forget()
        form.weighing, form.letter = None, None
        self.work.edit(form.file, text)

    def _refused(self, text: str) -> None:
        """An act was refused: what was written for it is kept again."""
        if self.form is not None and (self.form.comment or self.form.comments):
            self.returning.touch()
        self.footer.say(text)

    def save(self) -> None:
        """Take over composed text and hand the drafts to the database thread."""
        self.detail.comment.commit()
        self.returning.flush()
        self.editing.flush()

    def primary(self) -> None:
        """Ctrl+Enter: sign, or issue once it is signed."""
        form = self.form
        if form is None:
            return
        if form.may_issue:
            ask_issue(self._context, form.file, lambda actor, twins: self.work.issue(actor, form.file, twins), self)
        elif form.may_sign:
            dialog = SignDialog(form, self._context, self)
            dialog.confirmed.connect(lambda actor: self.work.countersign(actor, form.file, dialog.reason))
            dialog.open()

    def _sheet(self) -> None:
        if self.form is not None:
            self.work.sheet(self.form.file.case.id)

    def _done(self, text: str) -> None:
        self.footer.saved.clear()
        self.footer.say(text, good=True)
        self.written.emit()

    def other_pane(self) -> None:
        """Ctrl+J: findings ⇄ letter."""
        inside = self.window().focusWidget()
        in_letter = inside is not None and self.sheets.isAncestorOf(inside)
        (self.nav if in_letter else self.pages if self.sheets.currentWidget() is self.pages else self.paper).setFocus()

    def take_keyboard(self) -> None:
        """The keyboard goes to the findings."""
        self.nav.setFocus()


def _surface() -> QWidget:
    made = QWidget()
    made.setProperty("ground", "surface")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setMinimumWidth(px(320))
    return made
