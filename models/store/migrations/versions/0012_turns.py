"""Turns of a case, absences, earlier cases, households, representatives, and the office's own closing days.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
"""Keys sort by code point on both databases."""


def upgrade() -> None:
    """Seven tables more."""
    _case_turn()
    _absence()
    _case_earlier()
    _finding_copy()
    _household_distinction()
    _representative()
    _closing_day()


def downgrade() -> None:
    """Without them again."""
    for table in (
        "closing_day",
        "representative",
        "household_distinction",
        "finding_copy",
        "case_earlier",
        "absence",
        "case_turn",
    ):
        op.drop_table(table)


def _case_turn() -> None:
    op.create_table(
        "case_turn",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("ground", sa.String(20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("from_unit", sa.String(100), nullable=False),
        sa.Column("to_unit", sa.String(100), nullable=False),
        sa.Column("from_person", sa.String(64), nullable=False),
        sa.Column("to_person", sa.String(64), nullable=False),
        sa.Column("court", sa.String(200), nullable=False),
        sa.Column("court_case", sa.String(100), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_turn_case_id_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_case_turn_by_person")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_turn")),
    )


def _absence() -> None:
    op.create_table(
        "absence",
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["login"], ["person.login"], name=op.f("fk_absence_login_person")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_absence_by_person")),
        sa.PrimaryKeyConstraint("login", "number", name=op.f("pk_absence")),
    )


def _case_earlier() -> None:
    op.create_table(
        "case_earlier",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("earlier", KEY, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("undone_by", sa.String(64), nullable=True),
        sa.Column("undone_at", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_earlier_case_id_case")),
        sa.ForeignKeyConstraint(["earlier"], ["case.id"], name=op.f("fk_case_earlier_earlier_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_case_earlier_by_person")),
        sa.ForeignKeyConstraint(["undone_by"], ["person.login"], name=op.f("fk_case_earlier_undone_by_person")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_earlier")),
    )


def _finding_copy() -> None:
    op.create_table(
        "finding_copy",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(80), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_case", KEY, nullable=False),
        sa.Column("from_revision", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_finding_copy_case_id_case")),
        sa.ForeignKeyConstraint(["from_case"], ["case.id"], name=op.f("fk_finding_copy_from_case_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_finding_copy_by_person")),
        sa.PrimaryKeyConstraint("case_id", "criterion", "revision", name=op.f("pk_finding_copy")),
    )


def _household_distinction() -> None:
    op.create_table(
        "household_distinction",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("other_case", KEY, nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("other_outcome", sa.String(10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_household_distinction_case_id_case")),
        sa.ForeignKeyConstraint(["other_case"], ["case.id"], name=op.f("fk_household_distinction_other_case_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_household_distinction_by_person")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_household_distinction")),
    )


def _representative() -> None:
    op.create_table(
        "representative",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("organisation", sa.String(300), nullable=False),
        sa.Column("registration", sa.String(100), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("telephone", sa.String(60), nullable=False),
        sa.Column("receives", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_representative_case_id_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_representative_by_person")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.login"], name=op.f("fk_representative_ended_by_person")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_representative")),
    )


def _closing_day() -> None:
    op.create_table(
        "closing_day",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("removed_by", sa.String(64), nullable=True),
        sa.Column("removed_at", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_closing_day_by_person")),
        sa.ForeignKeyConstraint(["removed_by"], ["person.login"], name=op.f("fk_closing_day_removed_by_person")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_closing_day")),
    )
