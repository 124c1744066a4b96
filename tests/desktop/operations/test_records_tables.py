"""A table whose rows the record speaks of is compared with it: none can be added and forgotten."""

from desktop.operations.records import TABLES
from models.store.base import Base


def test_every_told_table_is_verified() -> None:
    told = {each.class_ for each in Base.registry.mappers if each.class_.told}
    assert told == set(TABLES)
