"""差出人 Letterhead: what letters are headed and signed with, by kind, and the certificate that signs them."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import days, errors, words
from desktop.context import Context
from desktop.issuing.helpdesks import HelpDesks
from desktop.issuing.letterheadfields import LetterheadFields
from desktop.issuing.letterheadform import LetterheadForm
from desktop.operations import certificates, letters
from desktop.theme import Type
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, Combo, Field, Kind, Label, Pane, ProblemLine, SectionHeading
from models.cases import values as cases
from models.errors import AkashiError
from models.letters import letterheads
from models.letters.certificates.values import Certificate
from models.letters.values import LetterSettings

OFFICE = ""
"""In place of a kind: the office's own letterhead."""
Found = tuple[LetterSettings, tuple[Certificate, ...]]


class LetterheadView(View):
    """One column in Japanese, one in another language; a kind without its own has the office's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._form: LetterheadForm | None = None
        self._certificates: tuple[Certificate, ...] = ()
        self.setObjectName("letterheads")
        self._build()
        self.refresh()

    # ---- building
    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(px(10))
        column.addWidget(SectionHeading(self.tr("What letters are headed and signed with")))
        column.addWidget(
            Label(self.tr("A kind that another authority sends has a letterhead of its own."), Type.CAPTION, "text2")
        )
        self.kind = Combo(self.tr("Letters of"))
        self.kind.fill(
            [(self.tr("every kind"), OFFICE), *((words.kind(each), each.value) for each in cases.Kind)], OFFICE
        )
        self.kind.currentIndexChanged.connect(lambda _place: self._turned())
        self.fields = LetterheadFields()
        self.fields.put_kind(Field(self.tr("Letters of"), self.kind))
        self.fields.edited.connect(lambda: self.note.show_problem(""))
        self.edits = self.fields.edits
        column.addWidget(self.fields)
        column.addLayout(self._build_buttons())
        column.addSpacing(px(12))
        self.desks = HelpDesks(self._context)
        self.desks.kept.connect(self.refresh)
        column.addWidget(self.desks)
        column.addSpacing(px(12))
        column.addWidget(SectionHeading(self.tr("The certificate that signs letters")))
        self.certificate = Label("", Type.BASE, "text2", wrap=True)
        column.addWidget(self.certificate)
        column.addLayout(self._build_certificate())
        column.addStretch(1)
        inner.setMaximumWidth(px(900))
        area = QScrollArea()
        area.setObjectName("letterheads-scroll")
        area.setAccessibleName(self.title())
        area.setWidget(inner)
        area.setWidgetResizable(True)
        self.pane = Pane(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pane)

    def _build_buttons(self) -> QHBoxLayout:
        self.note = ProblemLine(tone="text2")
        self.drop = Button(self.tr("As the office again"), name="drop-letterhead")
        self.drop.clicked.connect(self.as_office)
        self.keep = Button(self.tr("Keep"), Kind.PRIMARY, "Ctrl+Enter", name="keep-letterhead")
        self.keep.clicked.connect(self.primary)
        row = QHBoxLayout()
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.drop)
        row.addWidget(self.keep)
        return row

    def _build_certificate(self) -> QHBoxLayout:
        self.hand_out = Button(self.tr("Save the certificate…"), name="save-certificate")
        self.hand_out.clicked.connect(self.save_certificate)
        self.make = Button(self.tr("Make a new one"), name="make-certificate")
        self.make.clicked.connect(self.make_certificate)
        self.take = Button(self.tr("Import (PKCS#12)…"), name="take-certificate")
        self.take.clicked.connect(self.import_certificate)
        row = QHBoxLayout()
        for each in (self.hand_out, self.make, self.take):
            row.addWidget(each)
        row.addStretch(1)
        return row

    # ---- the window asks
    def title(self) -> str:
        """Letterhead."""
        return self.tr("Letterhead")

    def icon(self) -> str:
        """A pen."""
        return "edit"

    def guide_page(self) -> str:
        """The page on letters."""
        return "letterhead"

    def keys(self) -> tuple[Hint, ...]:
        """Keep."""
        return (Hint("Ctrl+Enter", self.tr("keep")), Hint("F5", self.tr("reload")))

    def shown(self) -> None:
        """In front."""
        self.edits["authority.ja"].setFocus()

    def refresh(self) -> None:
        """Read settings and certificates anew."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(
            lambda: (letters.settings(office), certificates.listing(office, actor)), self._show, self._failed, self
        )

    def _show(self, found: Found) -> None:
        settings, self._certificates = found
        if self._form is None:
            self._form = LetterheadForm(settings)
        self._form.follow(settings)
        self._fill()
        self.desks.show_settings(settings)
        self.pane.show_content()
        self.certificate.setText(
            "\n".join(map(self._line, self._certificates)) or self.tr("None yet: it is made with the next letter.")
        )
        self.hand_out.setEnabled(bool(self._certificates))

    def _line(self, one: Certificate) -> str:
        lang = self._context.lang
        made = self.tr("self-made") if one.self_made else self.tr("from {issuer}").format(issuer=one.issuer)
        until = days.plain(one.valid_until.date(), lang)
        signs = self.tr("signs now") if one is self._certificates[0] else self.tr("proves older letters")
        return self.tr("{signs}: {subject}, {made}, valid until {until}\nSHA-256 {fingerprint}").format(
            signs=signs, subject=one.subject, made=made, until=until, fingerprint=one.fingerprint
        )

    def _fill(self) -> None:
        form = self._form
        if form is None:
            return
        form.kind = self._kind()
        self.fields.show_form(form)
        self.drop.setVisible(form.kind in dict(form.settings.by_kind))

    def _turned(self) -> None:
        """Another kind is looked at."""
        self.note.show_problem("")
        self._fill()

    def _kind(self) -> str | None:
        return str(self.kind.currentData() or OFFICE) or None

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    # ---- acts
    def primary(self) -> None:
        """Keep what is typed, of every kind and language."""
        form = self._form
        if form is None:
            return
        try:
            new = form.made()
        except AkashiError as error:
            self._refused(error)
            return
        if new is not None:
            self._change(new)

    def as_office(self) -> None:
        """The kind goes out under the office's letterhead again."""
        kind, form = self._kind(), self._form
        if kind is not None and form is not None:
            form.forget(kind)
            self._change(letterheads.without(form.settings, kind))

    def _change(self, new: LetterSettings) -> None:
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: letters.change_settings(office, actor, new), lambda _: self._kept(), self._refused, self
        )

    def _kept(self) -> None:
        self.refresh()
        self.note.show_problem(self.tr("Kept. The next letter has it."), spoken=True)

    def _refused(self, error: Exception) -> None:
        self.note.show_problem(errors.words(error, self._context.lang), spoken=True)

    def make_certificate(self) -> None:
        """A new self-made certificate."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(lambda: certificates.make(office, actor), lambda _: self.refresh(), self._refused, self)

    def import_certificate(self) -> None:
        """Choose a file and give its passphrase."""
        where, _ = QFileDialog.getOpenFileName(self, self.tr("Import a certificate"), "", "*.p12 *.pfx")
        if not where:
            return
        title, asked = self.tr("Import a certificate"), self.tr("Passphrase of the file")
        passphrase, given = QInputDialog.getText(self, title, asked, QLineEdit.EchoMode.Password)
        if given:
            self.take_file(Path(where), passphrase)

    def take_file(self, where: Path, passphrase: str) -> None:
        """Import a certificate file, off the window's thread."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: certificates.take(office, actor, where.read_bytes(), passphrase),
            lambda _: self.refresh(), self._refused, self,
        )  # fmt: skip

    def save_certificate(self) -> None:
        """Hand out the certificate that signs now."""
        where, _ = QFileDialog.getSaveFileName(self, self.tr("Save the certificate"), "akashi.pem", "*.pem")
        if where:
            Path(where).write_bytes(certificates.pem(self._certificates[0]))
