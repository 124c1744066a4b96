"""An office drafts and publishes versions of the frameworks itself.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drafts, their revisions and steps, and the published versions."""
    key = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
    op.create_table(
        "framework_draft",
        sa.Column("id", key, nullable=False),
        sa.Column("framework_id", sa.String(64), nullable=False),
        sa.Column("based_on", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("saving", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_framework_draft_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_framework_draft")),
    )
    _revision(key)
    _step(key)
    _version(key)


def _revision(key: sa.types.TypeEngine[str]) -> None:
    op.create_table(
        "framework_revision",
        sa.Column("draft", key, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_framework_revision_by_person")),
        sa.ForeignKeyConstraint(["draft"], ["framework_draft.id"], name=op.f("fk_framework_revision_draft_framework_draft")),
        sa.PrimaryKeyConstraint("draft", "number", name=op.f("pk_framework_revision")),
    )  # fmt: skip


def _step(key: sa.types.TypeEngine[str]) -> None:
    op.create_table(
        "framework_step",
        sa.Column("draft", key, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_framework_step_by_person")),
        sa.ForeignKeyConstraint(["draft"], ["framework_draft.id"], name=op.f("fk_framework_step_draft_framework_draft")),
        sa.PrimaryKeyConstraint("draft", "number", name=op.f("pk_framework_step")),
    )  # fmt: skip


def _version(key: sa.types.TypeEngine[str]) -> None:
    op.create_table(
        "framework_version",
        sa.Column("framework_id", key, nullable=False),
        sa.Column("version", key, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("draft", key, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("proposed_by", sa.String(64), nullable=False),
        sa.Column("published_by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["framework_draft.id"], name=op.f("fk_framework_version_draft_framework_draft")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.login"], name=op.f("fk_framework_version_proposed_by_person")),
        sa.ForeignKeyConstraint(["published_by"], ["person.login"], name=op.f("fk_framework_version_published_by_person")),
        sa.PrimaryKeyConstraint("framework_id", "version", name=op.f("pk_framework_version")),
    )  # fmt: skip


def downgrade() -> None:
    """Without them again."""
    for table in ("framework_version", "framework_step", "framework_revision", "framework_draft"):
        op.drop_table(table)
