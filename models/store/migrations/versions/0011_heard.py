"""Why linked data were not put to an applicant.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "comment_unasked",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("criterion", sa.String(64), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_comment_unasked_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_comment_unasked_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_comment_unasked")),
    )


def downgrade() -> None:
    """Without it again."""
    op.drop_table("comment_unasked")
