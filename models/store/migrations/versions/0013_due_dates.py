"""When instalments fall due that municipalities set.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "due_date",
        sa.Column("municipality", KEY, nullable=False),
        sa.Column("duty", sa.String(40), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("instalment", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("verify", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(
            "municipality", "duty", "fiscal_year", "instalment", "revision", name=op.f("pk_due_date")
        ),
    )  # fmt: skip


def downgrade() -> None:
    """Without it again."""
    op.drop_table("due_date")
