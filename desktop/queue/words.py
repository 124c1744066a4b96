"""The queue's own words."""

from PySide6.QtCore import QCoreApplication

from desktop.i18n import noop
from desktop.queue.form import Act

_GROUPS = {
    "returned": (noop("Queue", "Returned"), "arrow_reply", "wait"),
    "arrived": (noop("Queue", "Arrived"), "mail", "accent"),
    "examining": (noop("Queue", "Examining"), "edit", "text2"),
    "waiting": (noop("Queue", "Waiting"), "hourglass", "text2"),
    "proposed": (noop("Queue", "To countersign"), "signature", "accent"),
    "countersigned": (noop("Queue", "To issue"), "send", "accent"),
    "issued": (noop("Queue", "Issued"), "document_checkmark", "text2"),
    "closed": (noop("Queue", "Closed"), "document_lock", "text2"),
}
_ACTS = {
    Act.ANSWER: noop("Queue", "Open and answer"),
    Act.TAKE: noop("Queue", "Take and open"),
    Act.EXAMINE: noop("Queue", "Open and examine"),
    Act.PROPOSE: noop("Queue", "Open and check"),
    Act.COUNTERSIGN: noop("Queue", "Open and countersign"),
    Act.ISSUE: noop("Queue", "Open and issue"),
    Act.READ: noop("Queue", "Open and read"),
}


def group(key: str) -> str:
    """差戻し, Returned."""
    return QCoreApplication.translate("Queue", _GROUPS[key][0]) if key in _GROUPS else key


def group_icon(key: str) -> tuple[str, str]:
    """The icon of a group and its colour's role."""
    return (_GROUPS[key][1], _GROUPS[key][2]) if key in _GROUPS else ("document", "text2")


def act(value: Act) -> str:
    """開いて答える, Open and answer."""
    return QCoreApplication.translate("Queue", _ACTS[value])
