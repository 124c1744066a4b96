"""A migration is a sealed letter: one head, nothing of the program in it, and its schema is the models'."""

import ast
import importlib
import itertools
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

import models
from models.store import embedded, keys, migrate
from models.store.base import Base
from tests import builders

FOLDER = Path(migrate.__file__).parent / "migrations"
ROOMS = Path(models.__file__).parent


def load_all_tables() -> None:
    """Every table of every room, known to the base."""
    for path in sorted(ROOMS.rglob("tables.py")):
        importlib.import_module(".".join(["models", *path.relative_to(ROOMS).with_suffix("").parts]))


def script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    path = tmp_path / "a.akashi"
    return embedded.engine(path, keys.file_key("p", bytes(16)), reading=False)


def test_there_is_one_head_and_the_program_knows_it() -> None:
    assert script().get_heads() == [migrate.HEAD]


def test_the_head_is_the_models(engine: Engine) -> None:
    load_all_tables()
    migrate.bring_up(engine, "here")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []
        assert checks_in(
            connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
        ) == {
            str(constraint.name)
            for table in Base.metadata.tables.values()
            for constraint in table.constraints
            if type(constraint).__name__ == "CheckConstraint"
        }
    engine.dispose()


def checks_in(statements: object) -> set[str]:
    """The names of the checks in the statements that made the tables."""
    words = " ".join(str(each) for each in statements).split()  # type: ignore[attr-defined]  # any iterable
    return {word for before, word in itertools.pairwise(words) if before == "CONSTRAINT" and "ck_" in word}


def test_migrations_import_nothing_of_the_program() -> None:
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.split(".")[0] not in ("alembic", "sqlalchemy")], path


def test_going_up_again_changes_nothing(tmp_path: Path) -> None:
    where = builders.office(tmp_path)
    builders.ready_case(where)
    assert migrate.bring_up(where._writer, "here") is False
    assert builders.case_file(where).case.id == "A-001"
    where.close()


def test_a_migration_keeps_the_rows_that_hang_on_others(tmp_path: Path) -> None:
    """Copying a table and dropping the old one must not take its children with it."""
    where = builders.office(tmp_path)
    builders.ready_case(where)
    before = builders.case_file(where)
    engine = where._writer
    with engine.connect() as connection:
        migrate._foreign_keys(connection, on=False)
        with connection.begin():
            connection.exec_driver_sql('CREATE TABLE copy AS SELECT * FROM "case"')
            connection.exec_driver_sql('DELETE FROM "case"')
            connection.exec_driver_sql('INSERT INTO "case" SELECT * FROM copy')
            connection.exec_driver_sql("DROP TABLE copy")
            migrate._check_references(connection)
        migrate._foreign_keys(connection, on=True)
    assert builders.case_file(where) == before
    where.close()


def test_the_tables_and_the_migration_speak_postgresql_too() -> None:
    load_all_tables()
    dialect = create_engine("postgresql+psycopg://nowhere").dialect
    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        assert all(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)


def test_the_first_revision_goes_down_again() -> None:
    engine = create_engine("sqlite://")
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.downgrade(config, "base")
        left = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'alembic%'"
        ).fetchall()
    engine.dispose()
    assert left == []
