"""The letter beside its findings, to be worded: choosing either lights the other, a sentence is edited where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop import words as interface
from desktop.casefile import factrows
from desktop.casefile.footer import SheetFooter
from desktop.context import Context
from desktop.lettering.basis import BasisPane
from desktop.lettering.form import LetteringForm, why_not
from desktop.lettering.paper import WordingPaper
from desktop.lettering.sentence import SentenceEditor
from desktop.lettering.work import LetteringWork
from desktop.operations.lettering import Sheet
from desktop.theme.type import px
from desktop.widgets import Button, NavItem, NavList, Pane, ProblemLine
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.errors import Severity
from models.letters.rewording.values import WordingDraft
from models.letters.values import Rewording


class LetteringPanel(QWidget):
    """Reads the letter when it is shown and after every act; what was typed is kept within two seconds."""

    source_asked = Signal(str, object)
    worded = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lettering")
        self._context, self._lang = context, context.lang
        self.form: LetteringForm | None = None
        self._file: CaseFile | None = None
        self._asked: tuple[str, str, Outcome | None, str] | None = None
        self._again = ""
        self.work = LetteringWork(context, lambda: self.form.draft() if self.form and self.form.chosen else None, self)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.nav = NavList(self.tr("Findings"))
        self.basis = BasisPane()
        self.why = ProblemLine(tone="text2")
        self.sentence = SentenceEditor()
        self.paper = WordingPaper(self.tr("Letter, sentence by sentence"), self.sentence)
        self.pane = Pane(self._on_ground())
        self.footer = SheetFooter(self.tr("Put into the letter"))
        self.footer.primary.hide()
        self.undo = Button(self.tr("Undo"), icon="arrow_undo", key="Ctrl+Z", name="undo-wording")
        layout = self.footer.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(2, self.undo)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setHandleWidth(1)
        left.addWidget(self.nav)
        left.addWidget(self.basis)
        left.setSizes([340, 300])
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([420, 980])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.footer)

    def _on_ground(self) -> QWidget:
        """The sheet in the middle of the window's ground, the line that says why nothing can be changed above it."""
        ground, sheet = QWidget(), QFrame()
        ground.setProperty("ground", "window")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sheet.setProperty("ground", "surface")
        sheet.setMaximumWidth(px(820))
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.why)
        inner.addWidget(self.paper)
        self.paper.setMaximumWidth(px(820))
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 12, 8, 0)
        row.addStretch(1)
        row.addWidget(sheet, 40)
        row.addStretch(1)
        return ground

    def _connect(self) -> None:
        self.nav.chosen.connect(self._choose)
        self.nav.entered_key.connect(lambda _key: self.paper.setFocus())
        self.paper.sentence_chosen.connect(self._sentence)
        self.paper.edit_asked.connect(self.edit)
        self.paper.undo_asked.connect(self.take_back)
        self.paper.next_asked.connect(self.next_problem)
        self.sentence.edited.connect(self._edited)
        self.sentence.used.connect(self.use)
        self.sentence.restored.connect(self.restore)
        self.sentence.left.connect(self.close_editor)
        self.sentence.next_asked.connect(self.next_problem)
        self.sentence.grown.connect(self._fit.start)
        self.sentence.editor.left.connect(self.work.saver.flush)
        self._fit.timeout.connect(self.paper.fit)
        self.basis.opened.connect(self._open_cite)
        self.undo.clicked.connect(self.take_back)
        self.footer.problems_asked.connect(self.next_problem)
        self.work.read.connect(self._read)
        self.work.failed.connect(lambda text: self.pane.show_error(text, self.reread))
        self.work.saving.connect(self.footer.saved.saving)
        self.work.saved.connect(self.footer.saved.saved)
        self.work.save_failed.connect(self.footer.saved.failed)
        self.work.worded.connect(self._worded)
        self.work.refused.connect(lambda text: self.sentence.field.show_problem(text, spoken=True))

    # ---- showing
    def show_letter(self, file: CaseFile, language: str, outcome: Outcome | None, weighing: str) -> None:
        """Show the letter of a case in a language; an open sentence stays open."""
        self._file = file
        asked = (file.case.id, language, outcome, weighing)
        if self._asked is not None and self._asked[:2] != asked[:2]:
            self.close_editor()
            self.form = None
        self._asked = asked
        self.reread()

    def reread(self) -> None:
        """Read the letter anew."""
        if self._asked is None:
            return
        if self.form is None:
            self.pane.show_loading()
        self.work.open_(*self._asked)

    def _read(self, sheet: Sheet) -> None:
        first = self.form is None
        if self.form is None:
            self.form = LetteringForm(sheet, self._context.actor, self._lang)
        else:
            self.form.follow(sheet)
        form, open_ = self.form, self.form.chosen
        self.why.show_problem(form.why_not)
        self.paper.show_letter(sheet.letter)
        self.paper.show_marked(form.marked())
        self.pane.show_content()
        self._show_nav(form)
        self._show_footer(form)
        if first:
            self._choose(self.nav.key() or form.entries()[0].key)
        if open_ and form.sheet.may_reword(open_) and not form.why_not:
            self._open(open_, keep=True)
        elif self._again:
            self.paper.go_to(self._again)
        self._again = ""

    def _show_nav(self, form: LetteringForm) -> None:
        key, items = self.nav.key(), []
        for entry in form.entries():
            right = self.tr("{n} to mend").format(n=entry.blocks) if entry.blocks else ""
            right = right or (self.tr("worded") if entry.worded else "")
            spoken = " ".join((interface.finding(entry.state), entry.title, right)).strip()
            tone = "block" if entry.blocks else "text2"
            items.append(NavItem(entry.title, entry.key, right, tone, entry.state, spoken))
        self.nav.show_items(items)
        self.nav.choose(key or (items[0].key if items else ""))

    def _show_footer(self, form: LetteringForm) -> None:
        self.footer.show_problems(len(form.blocking()), "", enabled=False)
        self.undo.setEnabled(bool(form.undone) and not form.why_not)

    # ---- choosing
    def _choose(self, key: str) -> None:
        """A finding: its sentences light up, and what it rests on is named."""
        form = self.form
        if form is None or not key:
            return
        self.paper.light(form.sentence_ids(key))
        self.basis.show_finding(self._title(key), self._chips(*form.rests_on(key)))

    def _sentence(self, sid: str) -> None:
        """A sentence: its finding, facts and evidence light up."""
        form = self.form
        if form is None:
            return
        key = form.criterion_of(sid)
        if key:
            self.nav.choose(key)
        self.paper.light(form.sentence_ids(key) if key else frozenset(), sid)
        rests = self._chips(*form.rests_on(key)) if key else ()
        said = "\n".join(filter(None, (form.said_of(sid, each) for each in (Severity.BLOCK, Severity.WARN))))
        title = self._title(key) if key else self.tr("The letter as a whole")
        self.basis.show_sentence(title, self._chips(*form.stands_on(sid)), rests, said, self._hint(sid))

    def _hint(self, sid: str) -> str:
        form = self.form
        if form is None or form.why_not:
            return ""
        return self.tr("Enter: word it") if form.sheet.may_reword(sid) else self.tr("This sentence stays as it is.")

    def _title(self, key: str) -> str:
        return next((each.title for each in self.form.entries() if each.key == key), key) if self.form else key

    def _chips(self, facts: Sequence[str], evidence: Sequence[str]) -> tuple[factrows.Chip, ...]:
        file = self.form.sheet.file if self.form else None
        return factrows.chips(file, tuple(facts), tuple(evidence), self._lang) if file else ()

    def _open_cite(self, cite: object) -> None:
        file = self.form.sheet.file if self.form else None
        facts, evidence = getattr(cite, "facts", ()), getattr(cite, "evidence", ())
        fact = file.fact(facts[0]) if file and facts else None
        self.source_asked.emit(fact.id if fact else "", fact.sources if fact else evidence)

    # ---- editing
    def edit(self, sid: str) -> None:
        """Open the editor under a sentence, if it may be worded."""
        form = self.form
        if form is None or (form.chosen == sid and self.paper.is_editing):
            return
        self.close_editor()
        if form.choose(sid):
            self._open(sid)
        elif not form.why_not:
            self._sentence(sid)

    def _open(self, sid: str, keep: bool = False) -> None:
        if self.form is None:
            return
        if not keep:
            self._sentence(sid)
        self.sentence.show_form(self.form)
        if self.paper.open_editor(sid):
            self.sentence.editor.setFocus()

    def _edited(self) -> None:
        self.work.saver.touch()

    def close_editor(self) -> None:
        """Esc: back to the letter; what was typed is kept as a draft."""
        form = self.form
        self.save()
        if form is None or not form.chosen:
            return
        sid, form.chosen = form.chosen, ""
        self.paper.close_editor()
        self.paper.go_to(sid)
        self.paper.setFocus()

    def use(self) -> None:
        """Ctrl+Enter: put the wording into the letter."""
        form = self.form
        self.sentence.commit()
        if form is not None and form.may_use:
            self._act(WordingDraft(form.sheet.file.case.id, form.language, form.chosen, form.text))

    def restore(self) -> None:
        """Put the standard wording back."""
        form = self.form
        if form is not None and form.is_worded:
            self._act(WordingDraft(form.sheet.file.case.id, form.language, form.chosen, ""))

    def take_back(self) -> None:
        """Ctrl+Z in the letter: the last act is taken back, by another act."""
        form = self.form
        if form is None or not form.undone or form.why_not:
            return
        last = form.undone.pop()
        draft = WordingDraft(form.sheet.file.case.id, form.language, last.sentence, last.text)
        self._hand_over(draft, form.sheet.revisions.get(last.sentence, 0))

    def _act(self, draft: WordingDraft) -> None:
        if self.form is not None:
            self.form.before_act(draft.sentence)
            self._hand_over(draft, self.form.revision())

    def _hand_over(self, draft: WordingDraft, base: int) -> None:
        self.sentence.use.setEnabled(False)
        asked = self._asked
        assert asked is not None
        self.work.reword(draft, base, asked[2], asked[3])

    def _worded(self, made: Rewording) -> None:
        """The act was acknowledged: the letter is read anew, the keyboard goes back to the sentence."""
        if self.form is not None:
            self.form.done(made.sentence)
        self.paper.close_editor()
        self._again = made.sentence
        self.paper.setFocus()
        self.reread()
        self.worded.emit()

    def next_problem(self) -> None:
        """Ctrl+.: the next sentence with a problem."""
        form = self.form
        if form is None:
            return
        troubled = form.troubled()
        here = form.chosen or self.paper.sentence_at_cursor()
        if not troubled:
            return
        sid = troubled[(troubled.index(here) + 1) % len(troubled)] if here in troubled else troubled[0]
        self.close_editor()
        self.paper.go_to(sid)
        self.edit(sid)

    # ---- what others ask
    def read_only(self) -> bool:
        """Whether nothing can be worded here now."""
        return self._file is None or bool(why_not(self._file, self._context.actor, self._lang))

    @property
    def unsaved_text(self) -> str:
        """What was typed and is not acknowledged yet."""
        return self.form.text if self.form is not None and self.work.saver.dirty else ""

    def save(self) -> None:
        """Take over composed text and hand the draft over now."""
        self.sentence.commit()
        self.work.saver.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when another page is looked at."""
        self.save()
        super().hideEvent(event)

    def take_keyboard(self) -> None:
        """The keyboard goes to the letter."""
        self.paper.setFocus()
