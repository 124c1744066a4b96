"""Papers that are kept with a case.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """Two tables more."""
    op.create_table(
        "attachment_content",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_attachment_content_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "sha256", name=op.f("pk_attachment_content")),
    )
    op.create_table(
        "attachment",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("media", sa.String(40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "sha256"],
            ["attachment_content.case_id", "attachment_content.sha256"],
            name="fk_attachment_of",
        ),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_attachment")),
    )


def downgrade() -> None:
    """Without them again."""
    op.drop_table("attachment")
    op.drop_table("attachment_content")
