"""Under which account of the operating system a person works.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "person_account",
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("account", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["login"], ["person.login"], name=op.f("fk_person_account_login_person")),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_person_account")),
    )


def downgrade() -> None:
    """Without it again."""
    op.drop_table("person_account")
