"""A pane that is loading, empty, in error, or shows its content: the frame always stays."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.widgets.button import Button
from desktop.widgets.label import Label, say
from desktop.widgets.problem import IconMark

SHOW_AFTER = 300
BAR_AFTER = 2000


def _once(owner: QWidget, after: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after)
    timer.timeout.connect(act)
    return timer


class EmptyState(QWidget):
    """Nothing here: what, and the one thing to do about it."""

    acted = Signal()

    def __init__(
        self, text: str, action: str = "", hint: str = "", key: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        if icon:
            column.addWidget(IconMark(icon, "text3"), 0, Qt.AlignmentFlag.AlignHCenter)
        self.words = Label(text, Type.NAME, "text2", wrap=True)
        self.hint = Label(hint, Type.BASE, "text3", wrap=True)
        for label in (self.words, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.hint.setVisible(bool(hint))
        self.button = Button(action, key=key, name="empty-action")
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.acted)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


class ErrorPane(QWidget):
    """What, why, what to do, and Retry; typed text elsewhere stays."""

    retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error-pane")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark("error_circle", "block", filled=True), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Label("", Type.READING, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        column.addSpacing(8)
        self.button = Button(self.tr("Retry"), icon="arrow_sync", name="retry")
        self.button.clicked.connect(self.retry)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def show_words(self, text: str, can_retry: bool = True) -> None:
        """Show and speak an error."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.button.setVisible(can_retry)
        say(self, text)


class Loading(QWidget):
    """読み込み中… after 300 ms; after 2 s a bar with Cancel."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loading")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addStretch(1)
        self.words = Label(self.tr("Loading…"), Type.BASE, "text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.setMaximumWidth(360)
        self.cancel = Button(self.tr("Cancel"), name="cancel-loading")
        self.cancel.clicked.connect(self.cancelled)
        column.addWidget(self.words)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._first = _once(self, SHOW_AFTER, self.words.show)
        self._second = _once(self, BAR_AFTER, self._show_bar)

    def begin(self) -> None:
        """Nothing is shown yet; the clocks run."""
        for widget in (self.words, self.bar, self.cancel):
            widget.hide()
        self.bar.setRange(0, 0)
        self._first.start()
        self._second.start()

    def stop(self) -> None:
        """The clocks stop."""
        self._first.stop()
        self._second.stop()

    def progress(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _show_bar(self) -> None:
        self.words.show()
        self.bar.show()
        self.cancel.show()


class Pane(QStackedWidget):
    """Content with its loading, empty and error states."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.loading = Loading(self)
        self.error = ErrorPane(self)
        self._empty: QWidget | None = None
        self._retry: Callable[[], object] | None = None
        for page in (content, self.loading, self.error):
            self.addWidget(page)
        self.error.retry.connect(self._again)

    def show_content(self) -> None:
        """The content."""
        self.loading.stop()
        self.setCurrentWidget(self.content)

    def show_loading(self) -> None:
        """Waiting: the words come after 300 ms."""
        self.loading.begin()
        self.setCurrentWidget(self.loading)

    def show_error(self, text: str, retry: Callable[[], object] | None = None) -> None:
        """An error in words, with Retry when there is a way."""
        self.loading.stop()
        self._retry = retry
        self.error.show_words(text, retry is not None)
        self.setCurrentWidget(self.error)

    def show_empty(self, empty: QWidget) -> None:
        """Nothing to show."""
        self.loading.stop()
        if empty is not self._empty:
            if self._empty is not None:
                self.removeWidget(self._empty)
                self._empty.deleteLater()
            self._empty = empty
            self.addWidget(empty)
        self.setCurrentWidget(empty)

    def _again(self) -> None:
        if self._retry:
            self._retry()
