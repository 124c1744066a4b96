"""The desk's day: what a case waits for, requests and replies, inquiries, who may decide and who signed.

Imports nothing of the program.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
"""Keys sort by code point on both databases."""


def upgrade() -> None:
    """Eight tables more."""
    _holds()
    _request()
    _request_parts()
    _inquiry()
    _inquiry_picture()
    _authority()
    _signing()


def downgrade() -> None:
    """Without them again."""
    for table in (
        "decision_signing",
        "authority",
        "inquiry_picture",
        "inquiry",
        "request_paper",
        "request_reply",
        "request",
        "case_hold",
    ):
        op.drop_table(table)


def _case(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f(f"fk_{table}_case_id_case"))


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["person.login"], name=op.f(f"fk_{table}_{column}_person"))


def _holds() -> None:
    op.create_table(
        "case_hold",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _case("case_hold"),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_case_hold")),
    )


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("document_number", sa.String(64), nullable=False),
        sa.Column("send_to", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        _case("request"),
        _person("request", "by"),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_request")),
    )


def _request_parts() -> None:
    op.create_table(
        "request_reply",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("request", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "request"], ["request.case_id", "request.number"], name="fk_request_reply_to"
        ),
        _person("request_reply", "by"),
        sa.PrimaryKeyConstraint("case_id", "request", "number", name=op.f("pk_request_reply")),
    )
    op.create_table(
        "request_paper",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("request", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "request"], ["request.case_id", "request.number"], name="fk_request_paper_of"
        ),
        sa.PrimaryKeyConstraint("case_id", "request", "language", name=op.f("pk_request_paper")),
    )


def _inquiry() -> None:
    op.create_table(
        "inquiry",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("whom", sa.String(300), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("time", sa.String(5), nullable=False),
        sa.Column("interpreter", sa.String(200), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("read_back", sa.Boolean(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        _case("inquiry"),
        _person("inquiry", "by"),
        sa.PrimaryKeyConstraint("case_id", "number", name=op.f("pk_inquiry")),
    )


def _inquiry_picture() -> None:
    op.create_table(
        "inquiry_picture",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("inquiry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "inquiry"], ["inquiry.case_id", "inquiry.number"], name="fk_inquiry_picture_of"
        ),
        sa.PrimaryKeyConstraint("case_id", "inquiry", "number", name=op.f("pk_inquiry_picture")),
    )


def _authority() -> None:
    op.create_table(
        "authority",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("drafted_by", sa.String(64), nullable=False),
        sa.Column("drafted_at", sa.String(27), nullable=False),
        sa.Column("approved_by", sa.String(64), nullable=True),
        sa.Column("approved_at", sa.String(27), nullable=True),
        sa.CheckConstraint("approved_by IS NULL OR approved_by <> drafted_by", name=op.f("ck_authority_two_people")),
        _person("authority", "drafted_by"),
        _person("authority", "approved_by"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_authority")),
    )


def _signing() -> None:
    op.create_table(
        "decision_signing",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("rules", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(60), nullable=False),
        sa.Column("last", sa.Boolean(), nullable=False),
        sa.Column("deputy", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _case("decision_signing"),
        _person("decision_signing", "by"),
        sa.PrimaryKeyConstraint("case_id", "round", "number", name=op.f("pk_decision_signing")),
    )
