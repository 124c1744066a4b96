"""Typed fields out of the tree of a framework file. Whatever is wrong is collected with its place; reading goes on."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from models.errors import Message, Problem
from models.frameworks.nodes import Items, Node, Scalar, Table
from models.frameworks.values import Citation
from models.localized import Localized

LANGUAGES = ("ja", "en")
"""Every wording stands in these; the other languages of letters may be added."""
MORE_LANGUAGES = ("ja-easy", "zh-Hans", "zh-Hant", "ko", "vi", "ne", "pt", "tl", "es", "fr", "th")
_UNKNOWN_DAY = date(1, 1, 1)


class Fields:
    """Reads fields of one file and collects the problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, what: str, line: int, **params: object) -> None:
        """Note a problem at a line."""
        place = f"{self.file}:{line}"
        self.problems.append(Problem(Message("frameworks." + what, {"where": place, **params}), place))

    def known(self, table: Table, name: str, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Refuse keys that are not known here, and miss those that must be."""
        wanted = tuple(required)
        allowed = (*wanted, *optional)
        for key, line in table.lines.items():
            if key not in allowed:
                self.wrong("unknown_key", line, key=key, name=name, allowed=", ".join(allowed))
        for key in wanted:
            if key not in table.entries:
                code = "missing_reference" if key in ("reference", "source") else "missing_key"
                self.wrong(code, table.line, key=key, name=name)

    def text(self, table: Table, key: str) -> str:
        """A text that is not empty; ``""`` when it is wrong or missing."""
        node = table.entries.get(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar) or node.tag not in ("str", "timestamp"):
            self.wrong("not_text", node.line, key=key)
            return ""
        if not node.text.strip():
            self.wrong("empty", node.line, key=key)
        return node.text.strip()

    def whole(self, table: Table, key: str, default: int = 0) -> int:
        """A whole number, 0 or more."""
        node = table.entries.get(key)
        if node is None:
            return default
        plain = node.text.replace("_", "") if isinstance(node, Scalar) else ""
        if not isinstance(node, Scalar) or node.tag != "int" or not plain.isdecimal():
            self.wrong("not_a_number", node.line, key=key)
            return default
        return int(plain)

    def flag(self, table: Table, key: str) -> bool:
        """``true`` or ``false``; false where it is left out."""
        node = table.entries.get(key)
        if node is None:
            return False
        if not isinstance(node, Scalar) or node.tag != "bool" or node.text not in ("true", "false"):
            self.wrong("not_a_flag", node.line, key=key)
            return False
        return node.text == "true"

    def day(self, table: Table, key: str) -> date | None:
        """A date in ISO form; ``None`` where it is left out or ``null``."""
        node = table.entries.get(key)
        if node is None or (isinstance(node, Scalar) and node.tag == "null"):
            return None
        try:
            return date.fromisoformat(node.text if isinstance(node, Scalar) else "")
        except ValueError:
            self.wrong("not_a_date", node.line, key=key)
            return _UNKNOWN_DAY

    def table(self, table: Table, key: str) -> Table:
        """A table; an empty one when it is wrong or missing."""
        node = table.entries.get(key)
        if isinstance(node, Table):
            return node
        if node is not None:
            self.wrong("not_a_table", node.line, name=key)
        return Table({}, {}, table.line)

    def tables(self, table: Table, key: str) -> Iterator[Table]:
        """A list of tables."""
        for each in self.items(table, key):
            if isinstance(each, Table):
                yield each
            else:
                self.wrong("not_a_table", each.line, name=key)

    def items(self, table: Table, key: str) -> tuple[Node, ...]:
        """A list; an empty one when it is wrong or missing."""
        node = table.entries.get(key)
        if isinstance(node, Items):
            return node.items
        if node is not None:
            self.wrong("not_a_list", node.line, key=key)
        return ()

    def names(self, table: Table, key: str, valid: Callable[[str], bool], code: str) -> tuple[str, ...]:
        """A list of names, each of which must be ``valid``; ``code`` says what is wrong with one that is not."""
        found: list[str] = []
        for each in self.items(table, key):
            if not isinstance(each, Scalar) or each.tag not in ("str", "timestamp"):
                self.wrong("not_text", each.line, key=key)
            elif not valid(each.text):
                self.wrong(code, each.line, name=each.text)
            elif each.text in found:
                self.wrong("named_twice", each.line, name=each.text)
            else:
                found.append(each.text)
        return tuple(found)

    def words(self, table: Table, key: str, more: Iterable[str] = ()) -> Localized:
        """A wording: Japanese and English must be there, other languages of letters may; ``more`` are other keys
        beside."""
        inner = self.table(table, key)
        return self.words_in(inner, key, more) if key in table.entries else _NO_WORDS

    def words_in(self, inner: Table, key: str, more: Iterable[str] = ()) -> Localized:
        """As ``words``, from the table itself."""
        beside = tuple(more)
        for name, line in inner.lines.items():
            if name not in (*LANGUAGES, *MORE_LANGUAGES, *beside):
                self.wrong("unknown_key", line, key=name, name=key, allowed=", ".join((*LANGUAGES, *beside)))
        for language in LANGUAGES:
            if language not in inner.entries:
                self.wrong("untranslated", inner.line, key=key, language=language)
        texts = {name: self.text(inner, name) for name in inner.entries if name in (*LANGUAGES, *MORE_LANGUAGES)}
        return Localized(tuple({"ja": "", "en": "", **texts}.items()))

    def citation(self, table: Table, key: str) -> Citation:
        """Where a rule stands; ``verify: true`` marks what is to be checked."""
        inner = self.table(table, key)
        return Citation(self.words(table, key, ("verify",)), self.flag(inner, "verify"))


_NO_WORDS = Localized.of(ja="", en="")
