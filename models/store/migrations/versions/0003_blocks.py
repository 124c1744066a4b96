"""Sums over the decisions of a month and kind; what was kept before is packed anew at the next report.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table more; the office forgets how far its kept rows go."""
    op.create_table(
        "consistency_block",
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("month", "kind", name=op.f("pk_consistency_block")),
    )
    op.execute("DELETE FROM setting WHERE key = 'consistency.kept'")


def downgrade() -> None:
    """Without it again."""
    op.drop_table("consistency_block")
