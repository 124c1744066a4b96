"""The points table of a framework file: items, each with its rows, of which the highest counts."""

from collections.abc import Iterator

from models.facts.points import READS
from models.facts.values import PointItem, PointRow, PointTable
from models.frameworks.fields import Fields
from models.frameworks.nodes import Scalar, Table
from models.localized import Localized

_ROW = ("at_least", "under_age", "match", "title")


def table(fields: Fields, root: Table) -> PointTable | None:
    """The table, where the file has one; what is wrong with it is collected in ``fields``."""
    if "points" not in root.entries:
        return None
    items = tuple(_item(fields, each) for each in fields.tables(root, "points"))
    keys = [each.key for each in items]
    for each in items:
        for other in (*each.excluded_by, *({each.key} if keys.count(each.key) > 1 else ())):
            if other not in keys or other == each.key:
                fields.wrong("unknown_item", root.lines["points"], name=other)
    return PointTable(fields.text(root, "version"), items)


def _item(fields: Fields, node: Table) -> PointItem:
    fields.known(node, "points", ("key", "reads", "source", "rows"), ("kinds", "excluded_by", "title"))
    reads = fields.text(node, "reads")
    if reads and reads not in READS:
        fields.wrong("unknown_reading", node.lines["reads"], name=reads, allowed=", ".join(READS))
    source = fields.citation(node, "source")
    rows = tuple(_row(fields, each) for each in fields.tables(node, "rows"))
    if "rows" in node.entries and not rows:
        fields.wrong("empty_list", node.lines["rows"], key="rows")
    return PointItem(
        fields.text(node, "key"),
        reads,
        tuple(_words(fields, node, "kinds")),
        tuple(_words(fields, node, "excluded_by")),
        rows,
        _title(fields, node),
        source.verify,
    )


def _row(fields: Fields, node: Table) -> PointRow:
    fields.known(node, "rows", ("code", "points"), _ROW)
    return PointRow(
        fields.text(node, "code"),
        fields.whole(node, "points"),
        fields.whole(node, "at_least"),
        fields.whole(node, "under_age"),
        tuple(_words(fields, node, "match")),
        _title(fields, node),
    )


def _title(fields: Fields, node: Table) -> Localized | None:
    return fields.words(node, "title") if "title" in node.entries else None


def _words(fields: Fields, node: Table, key: str) -> Iterator[str]:
    for each in fields.items(node, key):
        if isinstance(each, Scalar) and each.tag == "str":
            yield each.text.strip().lower()
        else:
            fields.wrong("not_text", each.line, key=key)
