"""Between the criteria tab and the comparison: what comes is shown, what is written goes on, the keyboard goes where work does."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.casefile.work import Work

if TYPE_CHECKING:
    from desktop.casefile.criteria import CriteriaTab


class LikeHands(QObject):
    """One for each criteria tab."""

    def __init__(self, tab: "CriteriaTab", work: Work) -> None:
        super().__init__(tab)
        self._tab, self._comparing = tab, work.comparing
        likes, saved = tab.sheet.likes, tab.footer.saved
        likes.written.connect(self._written)
        likes.left.connect(self._comparing.keeper.flush)
        likes.rewrite_asked.connect(lambda: self._rewrite(again=True))
        likes.kept_as_it_is.connect(lambda: self._rewrite(again=False))
        likes.retry_asked.connect(lambda: self._comparing.look(tab.key, again=True))
        self._comparing.changed.connect(self._compared)
        self._comparing.confirmed.connect(self._confirmed)
        self._comparing.confirming.connect(lambda on: tab.footer.primary.setEnabled(not on and tab.like.may_confirm))
        self._comparing.failed.connect(saved.failed)
        self._comparing.keeper.saving.connect(saved.saving)
        self._comparing.keeper.saved.connect(saved.saved)
        self._comparing.keeper.failed.connect(saved.failed)

    def _show(self) -> None:
        self._tab.sheet.show_likes(self._tab.like)
        self._tab.show_footer()

    def _compared(self, key: str) -> None:
        """Like cases came, or could not be looked up: the keyboard goes on where it waited for them."""
        tab = self._tab
        if key != tab.key or tab.form is None:
            return
        inside = tab.window().focusWidget()
        waits = inside in (tab.footer.next, tab.sheet.summary.undo)
        self._show()
        if waits and tab.like.writing:
            tab.sheet.to_likes()
        elif waits and inside is tab.footer.next and tab.footer.primary.isVisible():
            tab.footer.primary.setFocus()

    def _written(self, text: str) -> None:
        self._comparing.write(self._tab.key, text)
        self._tab.sheet.likes.follow(self._tab.like)
        self._tab.show_footer()

    def _rewrite(self, again: bool) -> None:
        act = self._comparing.rewrite if again else self._comparing.leave_as_it_is
        act(self._tab.key)
        self._tab.sheet.take_keyboard()

    def _confirmed(self, key: str, at: datetime) -> None:
        self._tab.footer.saved.saved(at)
        if key == self._tab.key:
            self._show()
            if not self._tab.like.writing:  # else more was typed meanwhile, and the keyboard stays there
                self._tab.footer.primary.setFocus()
