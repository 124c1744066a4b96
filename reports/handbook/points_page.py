"""The points table of a framework as tables: one an item, the salary by bands of age, the items of one row together."""

from collections.abc import Iterator

from models.facts.values import PointItem, PointRow, PointTable
from models.frameworks.values import Framework
from reports.handbook.values import PointsPage, PointsTable
from reports.handbook.words import Words

_NEEDED = "points_needed"
_TEN_THOUSAND, _MILLION = 10_000, 1_000_000


def page(framework: Framework, words: Words) -> PointsPage | None:
    """The page of a computed framework; none where there is no table."""
    table = framework.points
    if table is None:
        return None
    several = [each for each in table.items if len(each.rows) > 1]
    needed = [each.value for each in framework.parameters if each.key == _NEEDED]
    return PointsPage(
        title=words.say("points.title"),
        lead=words.say("points.lead") + ("".join(_said(words, "points.needed", n=each) for each in needed)),
        tables=(*(_table(each, table, words) for each in several), *_singles(table, words)),
    )


def _said(words: Words, key: str, /, **slots: object) -> str:
    return (" " if words.language == "en" else "") + words.say(key, **slots)


def _table(item: PointItem, table: PointTable, words: Words) -> PointsTable:
    title = _name(item, table, words)
    if any(row.at_least and row.under_age for row in item.rows):
        return _by_age(title, item, words)
    rows = tuple((_row(row, item, words, place), str(row.points)) for place, row in enumerate(item.rows))
    return PointsTable(title, (words.say("points.what"), words.say("points.points")), rows)


def _by_age(title: str, item: PointItem, words: Words) -> PointsTable:
    """What is asked differs by age: a column for each band of ages that the rows know."""
    limits = sorted({row.under_age for row in item.rows if row.under_age})
    bands = [*zip([0, *limits[:-1]], limits, strict=True), (limits[-1], 0)]
    heads = (words.say("points.salary"), *(_band(first, end, words) for first, end in bands))
    nothing = words.say("points.none")
    rows = tuple(
        (_yen(row.at_least, words), *(str(row.points) if _holds(row, end) else nothing for _, end in bands))
        for row in item.rows
    )
    return PointsTable(title, heads, rows)


def _holds(row: PointRow, end: int) -> bool:
    """Whether a row holds for a whole band that ends before the age ``end`` (0: has no end)."""
    return not row.under_age or (bool(end) and end <= row.under_age)


def _band(first: int, end: int, words: Words) -> str:
    if not first:
        return words.say("points.under", n=end)
    return words.say("points.between", first=first, last=end - 1) if end else words.say("points.over", n=first)


def _row(row: PointRow, item: PointItem, words: Words, place: int) -> str:
    if row.title is not None:
        return words.pick(row.title)
    if row.under_age:
        younger = [each.under_age for each in item.rows[:place]]
        return _band(max(younger, default=0), row.under_age, words)
    if item.reads == "years":
        return words.say("points.years", n=row.at_least)
    return _yen(row.at_least, words) if item.reads == "salary" else (row.match[0] if row.match else row.code)


def _yen(amount: int, words: Words) -> str:
    number = f"{amount / _MILLION:g}" if words.language == "en" else f"{amount // _TEN_THOUSAND:,}"
    return words.say("points.yen", n=number)


def _singles(table: PointTable, words: Words) -> Iterator[PointsTable]:
    """The items of one row, each of which counts by itself."""
    rows = tuple((_name(each, table, words), str(each.rows[0].points)) for each in table.items if len(each.rows) == 1)
    if rows:
        heads = (words.say("points.what"), words.say("points.points"))
        yield PointsTable(words.say("points.each"), heads, rows)


def _name(item: PointItem, table: PointTable, words: Words) -> str:
    title = _plain_name(item, words) + (words.say("book.verify") if item.verify else "")
    others = [_plain_name(each, words) for each in table.items if each.key in item.excluded_by]
    return title + (words.say("points.excluded", names=words.join(others)) if others else "")


def _plain_name(item: PointItem, words: Words) -> str:
    return words.pick(item.title) if item.title is not None else item.key
