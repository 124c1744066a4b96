"""Which cases point at another is asked at each opening of an ended one: three tables are found by the case they name.

Imports nothing of the program.
"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

CITING = (("case_earlier", "earlier"), ("finding_copy", "from_case"), ("household_distinction", "other_case"))


def upgrade() -> None:
    """An index for each."""
    for table, column in CITING:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Without them again."""
    for table, column in CITING:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
