"""The ways that lead to an application: for each kind and route how long the person has been here, and in which status."""

from collections.abc import Mapping
from dataclasses import dataclass

_WORK = ("engineer_humanities", "engineer_humanities", "skilled_labour", "engineer_humanities", "instructor")
_SKILLED = ("highly_skilled_1", "highly_skilled_1", "engineer_humanities")


@dataclass(frozen=True, slots=True)
class Way:
    """How lives on a route go. ``years`` since arrival, from … to; ``short`` where years are missing; ``statuses`` one of which
    is held; ``long``: in periods of five years; ``married``: to a Japanese national."""

    years: tuple[int, int]
    short: int
    statuses: tuple[str, ...] = _WORK
    long: bool = False
    studied: bool = True
    married: bool = False
    recognised: bool = False
    well_paid: bool = False
    parent: bool = False


_SPOUSE = Way((4, 11), 2, married=True)
_FAMILY = Way((3, 9), 1, ("spouse_of_japanese",), studied=False)
_WAYS: Mapping[tuple[str, str], Way] = {
    ("permanent_residence", "general"): Way((11, 17), 9),
    ("permanent_residence", "spouse"): _SPOUSE,
    ("permanent_residence", "child"): Way((4, 12), 0, ("spouse_of_japanese",), long=True, studied=False, parent=True),
    ("permanent_residence", "long_term_resident"): Way((6, 13), 3, ("long_term_resident",), long=True, studied=False),
    ("permanent_residence", "refugee"): Way(
        (7, 14), 4, ("long_term_resident",), long=True, studied=False, recognised=True
    ),
    ("permanent_residence", "contribution"): Way(
        (6, 12), 3, ("professor", "artist", "researcher"), long=True, studied=False
    ),
    ("permanent_residence", "regional"): Way((4, 7), 2, ("designated_activities",), long=True, studied=False),
    ("permanent_residence", "points_70"): Way((4, 7), 2, _SKILLED, long=True, studied=False, well_paid=True),
    ("permanent_residence", "points_80"): Way((2, 5), 0, _SKILLED, long=True, studied=False, well_paid=True),
    ("permanent_residence", "special_highly_skilled"): Way(
        (2, 4), 0, ("highly_skilled_1",), long=True, studied=False, well_paid=True
    ),
    ("extension", "general"): Way((3, 9), 2),
    ("extension", "student"): Way((2, 3), 1, ("student",), studied=False),
    ("extension", "family"): _FAMILY,
    ("change_of_status", "general"): Way((3, 5), 2, ("student",), studied=False),
    ("change_of_status", "family"): Way((3, 8), 2, married=True),
    ("change_of_status", "temporary_visitor"): Way((0, 0), 0, ("temporary_visitor",), studied=False),
    ("naturalization", "spouse"): _SPOUSE,
    ("naturalization", "ten_years_residence"): Way((12, 20), 8),
    ("naturalization", "former_national_child"): Way((4, 8), 2, ("long_term_resident",), studied=False, parent=True),
    ("naturalization", "born_in_japan"): Way((5, 12), 2, ("long_term_resident",), studied=False, parent=True),
    ("naturalization", "child_of_national"): Way((3, 9), 1, ("spouse_of_japanese",), studied=False, parent=True),
    ("naturalization", "adopted_child"): Way((3, 9), 0, ("long_term_resident",), studied=False, parent=True),
    ("naturalization", "former_national"): Way((3, 9), 1, ("spouse_of_japanese",), studied=False),
    ("naturalization", "stateless_born"): Way((4, 9), 2, ("long_term_resident",), studied=False),
}
_OTHER = Way((7, 15), 4)


def way(kind: str, route: str) -> Way:
    """The way of a route; an ordinary life where none is written down."""
    return _WAYS.get((kind, route), _OTHER)
