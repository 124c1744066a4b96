"""What went to linked institutions.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """Two tables more."""
    op.create_table(
        "provision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("institution", sa.String(40), nullable=False),
        sa.Column("recipient", sa.String(200), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(10), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_provision_by_person")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_provision")),
    )
    op.create_table(
        "provided",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_provided_case_id_case")),
        sa.ForeignKeyConstraint(["number"], ["provision.number"], name=op.f("fk_provided_number_provision")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_provided")),
    )


def downgrade() -> None:
    """Without them again."""
    op.drop_table("provided")
    op.drop_table("provision")
