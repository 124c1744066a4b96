"""Letters are signed with the office's certificate; their making, delivery, explanations and corrections are kept.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")


def upgrade() -> None:
    """Five tables more; an office without a certificate gets one with its next letter."""
    _certificate()
    _making()
    _delivery()
    _explanation()
    _correction()


def downgrade() -> None:
    """Without them again."""
    op.drop_table("letter_correction")
    op.drop_index(op.f("ix_letter_explanation_case_id"), table_name="letter_explanation")
    op.drop_table("letter_explanation")
    op.drop_index(op.f("ix_letter_delivery_case_id"), table_name="letter_delivery")
    op.drop_table("letter_delivery")
    op.drop_index(op.f("ix_letter_making_case_id"), table_name="letter_making")
    op.drop_table("letter_making")
    op.drop_table("office_certificate")


def _certificate() -> None:
    op.create_table(
        "office_certificate",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("sealed_key", sa.Text(), nullable=False),
        sa.Column("self_made", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_office_certificate")),
    )


def _making() -> None:
    op.create_table(
        "letter_making",
        sa.Column("letter_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("renderer", sa.String(64), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.Column("unsigned_sha256", sa.String(64), nullable=False),
        sa.Column("unsigned_size", sa.Integer(), nullable=False),
        sa.Column("certificate", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letter_making_letter_id_letter")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_making_case_id_case")),
        sa.ForeignKeyConstraint(
            ["certificate"],
            ["office_certificate.fingerprint"],
            name=op.f("fk_letter_making_certificate_office_certificate"),
        ),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_letter_making")),
    )
    op.create_index(op.f("ix_letter_making_case_id"), "letter_making", ["case_id"])


def _delivery() -> None:
    op.create_table(
        "letter_delivery",
        sa.Column("id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("by_whom", sa.String(200), nullable=False),
        sa.Column("tracking", sa.String(64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_by", KEY, nullable=False),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_delivery_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_delivery")),
    )
    op.create_index(op.f("ix_letter_delivery_case_id"), "letter_delivery", ["case_id"])


def _explanation() -> None:
    op.create_table(
        "letter_explanation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(200), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("interpreter", sa.String(200), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("recorded_by", KEY, nullable=False),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_explanation_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_explanation")),
    )
    op.create_index(op.f("ix_letter_explanation_case_id"), "letter_explanation", ["case_id"])


def _correction() -> None:
    people = ("proposed_by", "dropped_by", "countersigned_by")
    op.create_table(
        "letter_correction",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number_before", sa.String(64), nullable=False),
        sa.Column("sha256_before", sa.String(64), nullable=False),
        sa.Column("dispatched_before", sa.Date(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.String(64), nullable=False),
        sa.Column("proposed_at", sa.String(27), nullable=False),
        sa.Column("dropped_by", sa.String(64), nullable=True),
        sa.Column("dropped_at", sa.String(27), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("countersigned_by", sa.String(64), nullable=True),
        sa.Column("countersigned_at", sa.String(27), nullable=True),
        sa.Column("content_digest", sa.String(64), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("issued_at", sa.String(27), nullable=True),
        sa.CheckConstraint(
            "countersigned_by IS NULL OR countersigned_by <> proposed_by", name=op.f("ck_letter_correction_two_people")
        ),
        sa.CheckConstraint(
            "(countersigned_by IS NULL) = (content_digest IS NULL)", name=op.f("ck_letter_correction_signed_content")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_correction_case_id_case")),
        *(
            sa.ForeignKeyConstraint([each], ["person.login"], name=op.f(f"fk_letter_correction_{each}_person"))
            for each in people
        ),
        sa.PrimaryKeyConstraint("case_id", "round", name=op.f("pk_letter_correction")),
    )
