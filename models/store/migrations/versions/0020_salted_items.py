"""Each case that is proposed for disposal gets a random number, so that what the record says of the proposal confirms no guess.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column; proposals from before have none, and stay as they were told."""
    op.add_column("disposal_item", sa.Column("salt", sa.String(32), nullable=True))


def downgrade() -> None:
    """Without it again."""
    op.drop_column("disposal_item", "salt")
