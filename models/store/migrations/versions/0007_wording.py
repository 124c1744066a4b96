"""Sentences of letters in a person's words, drafts of them, and the fingerprints of reasons.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables more; the fingerprints are taken at the next check."""
    key = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
    op.create_table(
        "letter_rewording",
        sa.Column("case_id", key, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("sentence", sa.String(200), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_letter_rewording_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_rewording_case_id_case")),
        sa.PrimaryKeyConstraint(
            "case_id", "language", "sentence", "revision", name=op.f("pk_letter_rewording")
        ),
    )  # fmt: skip
    op.create_table(
        "letter_wording_draft",
        sa.Column("case_id", key, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("sentence", sa.String(200), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_letter_wording_draft_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_wording_draft_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "language", "sentence", "by", name=op.f("pk_letter_wording_draft")),
    )
    op.create_table(
        "reason_print",
        sa.Column("print", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("print", "seq", name=op.f("pk_reason_print")),
    )


def downgrade() -> None:
    """Without them again."""
    for table in ("reason_print", "letter_wording_draft", "letter_rewording"):
        op.drop_table(table)
