"""How long cases are kept, what holds them back, and what stays of those that were disposed of.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """Five tables more."""
    _of_cases()
    op.create_table(
        "disposal_batch",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("proposed_by", sa.String(64), nullable=False),
        sa.Column("proposed_at", sa.String(27), nullable=False),
        sa.Column("approved_by", sa.String(64), nullable=True),
        sa.Column("approved_at", sa.String(27), nullable=True),
        sa.Column("declined_by", sa.String(64), nullable=True),
        sa.Column("declined_at", sa.String(27), nullable=True),
        sa.Column("declined_why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "approved_by IS NULL OR approved_by <> proposed_by", name=op.f("ck_disposal_batch_two_people")
        ),
        sa.CheckConstraint("approved_by IS NULL OR declined_by IS NULL", name=op.f("ck_disposal_batch_one_answer")),
        *(
            sa.ForeignKeyConstraint([each], ["person.login"], name=op.f(f"fk_disposal_batch_{each}_person"))
            for each in ("approved_by", "declined_by", "proposed_by")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_disposal_batch")),
    )
    op.create_table(
        "disposal_item",
        sa.Column("batch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("retention", sa.String(40), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("earliest_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch"], ["disposal_batch.number"], name=op.f("fk_disposal_item_batch_disposal_batch")
        ),
        sa.PrimaryKeyConstraint("batch", "place", name=op.f("pk_disposal_item")),
    )
    _tombstones()


def _of_cases() -> None:
    op.create_table(
        "retention_hold",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("lifted_by", sa.String(64), nullable=True),
        sa.Column("lifted_at", sa.String(27), nullable=True),
        sa.Column("lifted_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_retention_hold_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_retention_hold_case_id_case")),
        sa.ForeignKeyConstraint(["lifted_by"], ["person.login"], name=op.f("fk_retention_hold_lifted_by_person")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_retention_hold")),
    )
    op.create_table(
        "retention_note",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("suit", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_retention_note_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_retention_note_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_retention_note")),
    )


def _tombstones() -> None:
    op.create_table(
        "tombstone",
        sa.Column("name", KEY, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("unit", sa.String(100), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("retention", sa.String(40), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("earliest_on", sa.Date(), nullable=False),
        sa.Column("proposed_by", sa.String(64), nullable=False),
        sa.Column("approved_by", sa.String(64), nullable=False),
        sa.Column("disposed_on", sa.Date(), nullable=False),
        sa.Column("replayed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_tombstone")),
    )


def downgrade() -> None:
    """Without them again."""
    for each in ("tombstone", "disposal_item", "disposal_batch", "retention_note", "retention_hold"):
        op.drop_table(each)
