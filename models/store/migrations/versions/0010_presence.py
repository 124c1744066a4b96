"""Who has which case open at this moment.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "presence",
        sa.Column("desk", sa.String(32), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("since", sa.String(27), nullable=False),
        sa.Column("seen", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_presence_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_presence_case_id_case")),
        sa.PrimaryKeyConstraint("desk", "case_id", name=op.f("pk_presence")),
    )


def downgrade() -> None:
    """Without it again."""
    op.drop_table("presence")
