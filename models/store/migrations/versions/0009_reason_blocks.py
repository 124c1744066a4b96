"""Fingerprints of reasons in blocks instead of one a row: written in the order of the record, a fifth of the size.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The fingerprints are taken anew at the next check."""
    op.drop_table("reason_print")
    op.execute("DELETE FROM setting WHERE key = 'wording.prints'")
    op.create_table(
        "reason_block",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reason_block")),
    )


def downgrade() -> None:
    """One a row again."""
    op.drop_table("reason_block")
    op.execute("DELETE FROM setting WHERE key = 'wording.blocks'")
    op.create_table(
        "reason_print",
        sa.Column("print", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("print", "seq", name=op.f("pk_reason_print")),
    )
