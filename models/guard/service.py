"""The office's rules as the database of a server is given them."""

from models.guard import guards, rules
from models.people.rules import MATRIX
from models.store.protection import Charter


def charter(by_unit: bool = False) -> Charter:
    """What a server's database is to hold. ``by_unit``: people with a unit see the cases of that unit only."""
    may = {role.value: frozenset(each.value for each in has) for role, has in MATRIX.items()}
    return Charter(
        may=may,
        acts=rules.ACTS,
        writes=rules.WRITES,
        moves=rules.moves(),
        turns=rules.TURNS,
        guards=guards.GUARDS,
        guarded=guards.TABLES,
        late=guards.CHECKED_LATE,
        by_unit=by_unit,
    )
