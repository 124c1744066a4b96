"""The first schema: every table of every room.

While nothing is released, tables are added here. Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
"""Keys sort by code point on both databases."""


def upgrade() -> None:
    """Make every table."""
    _chain_head()
    _command()
    _event()
    _letter_number()
    _person()
    _setting()
    _unit()
    _case()
    _credential()
    _case_gram()
    _decision_round()
    _decision_draft()
    _evidence()
    _finding()
    _finding_draft()
    _letter()
    _consistency()


def downgrade() -> None:
    """Drop every table."""
    op.drop_table("consistency_name")
    op.drop_table("consistency_decision")
    op.drop_table("letter")
    op.drop_table("finding_draft")
    op.drop_table("finding")
    op.drop_table("evidence")
    op.drop_table("decision_draft")
    op.drop_table("decision_round")
    op.drop_table("case_gram")
    op.drop_table("credential")
    op.drop_table("case")
    op.drop_table("unit")
    op.drop_table("setting")
    op.drop_table("person")
    op.drop_table("letter_number")
    op.drop_table("event")
    op.drop_table("command")
    op.drop_table("chain_head")


def _chain_head() -> None:
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_head")),
    )


def _command() -> None:
    op.create_table(
        "command",
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_command")),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event")),
    )
    op.create_index("ix_event_case_id", "event", ["case_id", "seq"], unique=False)
    op.create_index("ix_event_kind", "event", ["kind", "seq"], unique=False)


def _letter_number() -> None:
    op.create_table(
        "letter_number",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_letter_number")),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("unit", sa.String(length=100), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_person")),
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )


def _unit() -> None:
    op.create_table(
        "unit",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_unit")),
    )


def _case() -> None:
    op.create_table(
        "case",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("route", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("standing", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=100), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("framework_id", sa.String(length=40), nullable=False),
        sa.Column("framework_version", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("receipt_number", sa.String(length=100), nullable=True),
        sa.Column("household", sa.String(length=64), nullable=True),
        sa.Column("agent", sa.String(length=200), nullable=True),
        sa.Column("assigned_to", sa.String(length=64), nullable=True),
        sa.Column("waiting_for", sa.String(length=20), nullable=True),
        sa.Column("waiting_since", sa.Date(), nullable=True),
        sa.Column("waited_days", sa.Integer(), nullable=False),
        sa.Column("closed_as", sa.String(length=20), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("name_reading", sa.String(length=300), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("nationality", sa.String(length=3), nullable=False),
        sa.Column("current_status", sa.String(length=60), nullable=False),
        sa.Column("stay_until", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("sex", sa.String(length=20), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("municipality", sa.String(length=100), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("criteria", sa.Integer(), nullable=False),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.CheckConstraint("found <= criteria", name=op.f("ck_case_found")),
        sa.ForeignKeyConstraint(["assigned_to"], ["person.login"], name=op.f("fk_case_assigned_to_person")),
        sa.ForeignKeyConstraint(["unit"], ["unit.key"], name=op.f("fk_case_unit_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
    )
    op.create_index("ix_case_all", "case", ["standing", "due_on", "id"], unique=False)
    op.create_index("ix_case_free", "case", ["unit", "assigned_to", "standing", "due_on", "id"], unique=False)
    op.create_index("ix_case_kind", "case", ["kind", "standing", "due_on", "id"], unique=False)
    op.create_index("ix_case_mine", "case", ["assigned_to", "standing", "due_on", "id"], unique=False)
    op.create_index("ix_case_unit", "case", ["unit", "standing", "due_on", "id"], unique=False)


def _credential() -> None:
    op.create_table(
        "credential",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("closed_until", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["login"], ["person.login"], name=op.f("fk_credential_login_person")),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_credential")),
    )


def _case_gram() -> None:
    op.create_table(
        "case_gram",
        sa.Column("gram", sa.String(length=2), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_gram_case_id_case")),
        sa.PrimaryKeyConstraint("gram", "case_id", name=op.f("pk_case_gram")),
        sqlite_with_rowid=False,
    )


def _decision_round() -> None:
    op.create_table(
        "decision_round",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("weighing", sa.Text(), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=True),
        sa.Column("status", sa.String(length=60), nullable=True),
        sa.Column("proposed_by", sa.String(length=64), nullable=False),
        sa.Column("proposed_at", sa.String(27), nullable=False),
        sa.Column("returned_by", sa.String(length=64), nullable=True),
        sa.Column("returned_at", sa.String(27), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("criteria", sa.Text(), nullable=True),
        sa.Column("countersigned_by", sa.String(length=64), nullable=True),
        sa.Column("countersigned_at", sa.String(27), nullable=True),
        sa.Column("content_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_by", sa.String(length=64), nullable=True),
        sa.Column("edited_at", sa.String(27), nullable=True),
        sa.Column("proposed_weighing", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "edited_by IS NULL OR edited_by <> proposed_by", name=op.f("ck_decision_round_edited_by_another")
        ),
        sa.CheckConstraint(
            "(countersigned_by IS NULL) = (content_digest IS NULL)", name=op.f("ck_decision_round_signed_content")
        ),
        sa.CheckConstraint(
            "countersigned_by IS NULL OR countersigned_by <> proposed_by", name=op.f("ck_decision_round_two_people")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_decision_round_case_id_case")),
        sa.ForeignKeyConstraint(
            ["countersigned_by"], ["person.login"], name=op.f("fk_decision_round_countersigned_by_person")
        ),
        sa.ForeignKeyConstraint(["edited_by"], ["person.login"], name=op.f("fk_decision_round_edited_by_person")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.login"], name=op.f("fk_decision_round_proposed_by_person")),
        sa.ForeignKeyConstraint(["returned_by"], ["person.login"], name=op.f("fk_decision_round_returned_by_person")),
        sa.PrimaryKeyConstraint("case_id", "round", name=op.f("pk_decision_round")),
    )


def _decision_draft() -> None:
    op.create_table(
        "decision_draft",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("paper", sa.String(length=10), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_decision_draft_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_decision_draft_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "paper", "by", name=op.f("pk_decision_draft")),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=400), nullable=False),
        sa.Column("natural_key", sa.String(length=240), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("receipt", sa.String(length=100), nullable=True),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_evidence_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_evidence")),
    )
    op.create_index("ix_evidence_natural_key", "evidence", ["case_id", "natural_key"], unique=False)


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("finding", sa.String(length=20), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("framework_version", sa.String(length=40), nullable=False),
        sa.Column("cited", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_finding_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_finding_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "criterion", "revision", name=op.f("pk_finding")),
    )


def _finding_draft() -> None:
    op.create_table(
        "finding_draft",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("criterion", sa.String(length=64), nullable=False),
        sa.Column("finding", sa.String(length=20), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("saving", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_finding_draft_by_person")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_finding_draft_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", "criterion", name=op.f("pk_finding_draft")),
    )


def _consistency() -> None:
    op.create_table(
        "consistency_decision",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("found", sa.LargeBinary(), nullable=False),
        sa.Column("reasons", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_consistency_decision")),
    )
    op.create_table(
        "consistency_name",
        sa.Column("column", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("column", "place", name=op.f("pk_consistency_name")),
    )


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("content_digest", sa.String(length=64), nullable=False),
        sa.Column("check_number", sa.String(length=16), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("dispatched_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.String(27), nullable=False),
        sa.Column("issued_by", KEY, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("superseded_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("number", "language", "format", name=op.f("uq_letter_number_language_format")),
    )
    op.create_index(op.f("ix_letter_case_id"), "letter", ["case_id"], unique=False)
