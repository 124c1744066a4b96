"""Like cases: how decided cases were found in bands, what was shown of them, and why a finding differs.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
PATTERN = sa.String(800).with_variant(sa.String(800, collation="C"), "postgresql")


def upgrade() -> None:
    """Three tables more; the first is filled by the program, a few decisions at a time."""
    op.create_table(
        "like_case",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(64), nullable=False),
        sa.Column("about", sa.String(140), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("finding", sa.String(20), nullable=False),
        sa.Column("pattern", PATTERN, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "criterion", name=op.f("pk_like_case")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_like_case_alike", "like_case", ["about", "pattern", "decided_on", "case_id", "finding"])
    op.create_index("ix_like_case_newest", "like_case", ["about", "decided_on", "case_id", "pattern", "finding"])
    _comparison()
    _distinction()


def _comparison() -> None:
    op.create_table(
        "comparison",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("finding", sa.String(20), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_comparison_case_id_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_comparison_by_person")),
        sa.PrimaryKeyConstraint("case_id", "criterion", "revision", name=op.f("pk_comparison")),
    )


def _distinction() -> None:
    op.create_table(
        "distinction",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_distinction_case_id_case")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_distinction_by_person")),
        sa.PrimaryKeyConstraint("case_id", "criterion", "revision", "number", name=op.f("pk_distinction")),
    )


def downgrade() -> None:
    """Without them again."""
    op.drop_table("distinction")
    op.drop_table("comparison")
    op.drop_table("like_case")
