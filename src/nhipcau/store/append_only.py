"""A database's vendor comes in, the statements that make its history append-only go out."""

from __future__ import annotations

_SQLITE = tuple(
    f"CREATE TRIGGER changes_no_{verb.lower()} BEFORE {verb} ON changes "
    "BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
_SQLITE_OFF = ("DROP TRIGGER changes_no_update", "DROP TRIGGER changes_no_delete")
_POSTGRES = (
    """CREATE FUNCTION changes_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'changes are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER changes_no_change BEFORE UPDATE OR DELETE ON changes
    FOR EACH ROW EXECUTE FUNCTION changes_refuse()""",
    """CREATE TRIGGER changes_no_truncate BEFORE TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION changes_refuse()""",
)
_POSTGRES_OFF = (
    "DROP TRIGGER changes_no_change ON changes",
    "DROP TRIGGER changes_no_truncate ON changes",
    "DROP FUNCTION changes_refuse()",
)


def protection(vendor: str) -> tuple[str, ...]:
    """Return the statements after which the database refuses to change or delete an entry of the history."""
    return {"sqlite": _SQLITE, "postgresql": _POSTGRES}[vendor]


def release(vendor: str) -> tuple[str, ...]:
    """Return the statements that take ``protection`` away again (for a migration backwards)."""
    return {"sqlite": _SQLITE_OFF, "postgresql": _POSTGRES_OFF}[vendor]
