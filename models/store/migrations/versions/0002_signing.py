"""People sign with a key of their own: its public half on the person, its sealed half beside the password.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns; who has no key yet gets one at the next sign-in."""
    op.add_column("person", sa.Column("public_key", sa.String(64), nullable=True))
    op.add_column("credential", sa.Column("sealed_key", sa.Text(), nullable=True))


def downgrade() -> None:
    """Without them again."""
    op.drop_column("credential", "sealed_key")
    op.drop_column("person", "public_key")
