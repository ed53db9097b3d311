"""Triggers by which the database itself refuses to change or delete a row of the ledger.

What they cannot stop, whoever owns the database can do; the chain of hashes shows it afterwards.
"""

TABLE = "cms_ledgerentry"
MESSAGE = "the approval ledger is append-only"

SQLITE = {
    "cms_ledger_no_update": f"BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    "cms_ledger_no_delete": f"BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
}
POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION cms_ledger_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$ LANGUAGE plpgsql"""
POSTGRESQL = {
    "cms_ledger_no_change": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION cms_ledger_refuse()",
    "cms_ledger_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION cms_ledger_refuse()",
}


def install(connection) -> None:
    """Create the triggers; databases other than SQLite and PostgreSQL are left without."""
    if connection.vendor == "sqlite":
        _execute(connection, [f"CREATE TRIGGER {name} {body}" for name, body in SQLITE.items()])
    elif connection.vendor == "postgresql":
        create = [f"CREATE TRIGGER {name} {body}" for name, body in POSTGRESQL.items()]
        _execute(connection, [POSTGRESQL_FUNCTION, *create])


def remove(connection) -> None:
    """Drop the triggers: for a migration's way back and for tests that empty the database."""
    if connection.vendor == "sqlite":
        _execute(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE])
    elif connection.vendor == "postgresql":
        _execute(connection, [f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in POSTGRESQL])


def _execute(connection, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
