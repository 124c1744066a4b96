"""The interface's language. English stands in the source; one ``.ts`` a room brings the Japanese.

The ``.ts`` files are read as they are, so that a checkout, a wheel and the frozen program need no compiling step.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

import resources

LANGUAGES = ("ja", "en")
Texts = Mapping[tuple[str, str], str]


def read(path: Path) -> dict[tuple[str, str], str]:
    """The finished translations of one ``.ts`` file: (context, source) to words. Raises ``ValueError`` for no ``.ts`` file."""
    root = ET.parse(path).getroot()
    if root.tag != "TS":
        raise ValueError(f"{path.name} is not a Qt translation file")
    found = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            target = message.find("translation")
            if target is not None and target.get("type") is None and target.text:
                found[name, message.findtext("source", "")] = target.text
    return found


def texts(lang: str) -> dict[tuple[str, str], str]:
    """Every room's translations in a language; empty for English, which is the source."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(resources.translations_dir().glob(f"*.{lang}.ts")):
        found |= read(path)
    return found


def noop(context: str, source: str) -> str:  # noqa: ARG001 - the check of translations reads it
    """Marks a source text that is looked up later with ``QCoreApplication.translate``; typed, unlike Qt's own."""
    return source


class Catalogue(QTranslator):
    """Our translations, asked by ``tr()``."""

    def __init__(self, found: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = found

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never: Qt would not ask an empty one."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The words, or ``None``, Qt's null string: "ask the next translator"; an empty one would be shown."""
        return self._found.get((context, source))


class Language(QObject):
    """Puts a language on the application: our words, Qt's own dialogs, dates and figures."""

    def __init__(self, app: QCoreApplication, lang: str) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.lang = lang
        self.use(lang)

    def use(self, lang: str) -> None:
        """Switch; windows rebuild themselves."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self.lang = lang
        self._installed = [] if lang == "en" else [self._qt(lang), Catalogue(texts(lang), self)]
        for translator in self._installed:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale("ja_JP" if lang == "ja" else "en_GB"))

    def leave(self) -> None:
        """Take our words off the application."""
        self.use("en")

    def _qt(self, lang: str) -> QTranslator:
        own = QTranslator(self)
        own.load(f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return own


def system_language() -> str:
    """The language to begin with when the person has chosen none: Japanese unless the system speaks English."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "ja"
