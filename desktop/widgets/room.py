"""Dialogs that never outgrow the screen: large text on a small screen must not put the buttons out of reach."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from desktop.theme.type import px


def screen_of(widget: QWidget) -> QRect:
    """Where windows may stand on the widget's screen; without bounds on a platform that has no screen."""
    if QGuiApplication.platformName() == "offscreen":
        return QRect(0, 0, 10_000, 10_000)
    return widget.screen().availableGeometry()


class Body(QScrollArea):
    """A dialog's fields above its buttons: as tall as they ask for, and scrolled where the screen is not."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field, and brings each into sight
        self._inner, self._wide = inner, 0
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words that wrap ask for more lines where it is narrow."""
        layout = self._inner.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """As tall as the fields are at this width, but no taller than the screen."""
        layout = self._inner.layout()
        asked = layout.heightForWidth(width) if layout is not None else -1
        return min(asked, self._most(screen_of(self)))

    def sizeHint(self) -> QSize:
        """What the fields ask for."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The least the fields need, but no more than the screen has above the buttons.

        Once its width is known, words that wrap count with the lines they take there: a dialog whose caller guessed its height
        too low hid its last field behind a scroll bar, with the screen empty below.
        """
        least, room = self._inner.minimumSizeHint(), screen_of(self)
        if self._wide and self.hasHeightForWidth():
            least = least.expandedTo(QSize(0, self.heightForWidth(self._wide)))
        bar = self.verticalScrollBar().sizeHint().width()
        wide = min(least.width() + (bar if least.height() > self._most(room) else 0), room.width() - px(80))
        return QSize(wide, min(least.height(), self._most(room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: words wrap into other lines."""
        super().resizeEvent(event)
        if self.width() != self._wide:
            self._wide = self.width()
            self.updateGeometry()

    @staticmethod
    def _most(room: QRect) -> int:
        return max(room.height() - px(190), px(120))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A problem that appears under a field makes the dialog grow, as it did before there was a scroll area."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def fit(dialog: QDialog, room: QRect | None = None) -> None:
    """Make a shown dialog no larger than its screen, and bring it wholly into sight."""
    room = screen_of(dialog) if room is None else room
    frame = dialog.frameGeometry().size() - dialog.size()
    most = room.size() - frame
    if dialog.size().boundedTo(most) != dialog.size():
        dialog.resize(dialog.size().boundedTo(most))
    place = dialog.frameGeometry()
    left = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    if (left, top) != (place.left(), place.top()):
        dialog.move(left, top)
