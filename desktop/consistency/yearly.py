"""The yearly account for the public: which fiscal year, which kind; a second person releases it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.consistency import words
from desktop.consistency.form import ConsistencyForm, fiscal_years
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import bulletin
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Kind, Label, Rule, dialog_foot
from desktop.widgets.dialog import Dialog


class YearlyDialog(Dialog):
    """Year and kind in; ``done_so`` is called once the account waits for its second person."""

    def __init__(
        self, context: Context, form: ConsistencyForm, done_so: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.accepted.connect(done_so)
        self.setObjectName("yearly-dialog")
        self.setWindowTitle(self.tr("Yearly account"))
        self._build(form)
        self.resize(px(520), self.sizeHint().height())
        self.year.setFocus()

    # ---- building
    def _build(self, form: ConsistencyForm) -> None:
        lang = self._context.lang
        years = fiscal_years(*form.days) if form.days else ()
        self.year, self.kind = Combo(self.tr("Fiscal year")), Combo(self.tr("Kind"))
        self.year.fill([(words.period(each, lang), each.from_.year) for each in years], None)
        kinds = [(words.kind(each, lang), each) for each in form.kinds]
        self.kind.fill([(self.tr("All kinds"), None), *kinds], form.kind)
        self.field = Field(self.tr("Kind"), self.kind)
        for each in (self.year, self.kind):
            each.currentIndexChanged.connect(lambda _at: self.field.show_problem(""))
        told = self.tr(
            "For everybody to read, in Japanese and English, as PDF and HTML: outcomes, reasons, how long it took, how far "
            "two readers agree. Protected and checked against everything released before; a second person releases it."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Yearly account for the public"), Type.NAME))
        column.addWidget(Label(told, Type.BASE, "text2", wrap=True))
        column.addWidget(Field(self.tr("Fiscal year"), self.year))
        column.addWidget(self.field)
        column.addWidget(Rule())
        column.addLayout(self._build_foot(bool(years)))

    def _build_foot(self, possible: bool) -> QHBoxLayout:
        close = Button(self.tr("Cancel"), key="Esc", name="close-yearly")
        self.act = Button(self.tr("Put before a second person"), Kind.PRIMARY, "Ctrl+Enter", name="propose-yearly")
        self.act.setEnabled(possible)
        self.act.describe("" if possible else self.tr("There is no decision yet to tell of."))
        return dialog_foot(self, close, self.act, self.propose)

    # ---- acting
    def propose(self) -> None:
        """Let it wait for the second person; what went wrong stands under the kind."""
        if not self.act.isEnabled():
            return
        self.act.setEnabled(False)
        self.field.show_problem("")
        context, year, kind = self._context, int(self.year.currentData()), self.kind.currentData()
        context.tasks.run(
            lambda: bulletin.propose(context.office, context.actor, year, kind),
            *self.answers(lambda _none: self.accept(), self._failed),
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.act.setEnabled(True)
        self.field.show_problem(error_words(error, self._context.lang), spoken=True)
