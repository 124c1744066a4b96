"""Rounds of blind double assessment: what was drawn, who reads it, and the readings.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """Three tables more."""
    op.create_table(
        "calibration_round",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("each", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=True),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_calibration_round_by_person")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_calibration_round")),
    )
    op.create_table(
        "calibration_case",
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_calibration_case_case_id_case")),
        sa.ForeignKeyConstraint(
            ["round"], ["calibration_round.number"], name=op.f("fk_calibration_case_round_calibration_round")
        ),
        sa.PrimaryKeyConstraint("round", "place", name=op.f("pk_calibration_case")),
        sa.UniqueConstraint("case_id", name=op.f("uq_calibration_case_case_id")),
    )
    _readings()


def _readings() -> None:
    op.create_table(
        "calibration_reading",
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.String(64), nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["reader"], ["person.login"], name=op.f("fk_calibration_reading_reader_person")),
        sa.ForeignKeyConstraint(
            ["round", "place"],
            ["calibration_case.round", "calibration_case.place"],
            name=op.f("fk_calibration_reading_round_calibration_case"),
        ),
        sa.PrimaryKeyConstraint("round", "place", "reader", name=op.f("pk_calibration_reading")),
    )


def downgrade() -> None:
    """Without them again."""
    for table in ("calibration_reading", "calibration_case", "calibration_round"):
        op.drop_table(table)
