"""Triggers by which the database itself refuses to change or delete a row of the approval ledger and of the record of
accounts.

What they cannot stop, whoever owns the database can do; the ledger's chain of hashes shows it afterwards.
"""

# Name of the triggers -> table, and what the database says.
GUARDED = {
    "cms_ledger": ("cms_ledgerentry", "the approval ledger is append-only"),
    "cms_accounts": ("cms_accountchange", "the record of accounts is append-only"),
}


def install(connection) -> None:
    """Create the triggers; databases other than SQLite and PostgreSQL are left without."""
    for name, (table, message) in GUARDED.items():
        if connection.vendor == "sqlite":
            _execute(
                connection, [f"CREATE TRIGGER {one} {body}" for one, body in _sqlite(name, table, message)]
            )
        elif connection.vendor == "postgresql":
            _execute(connection, _postgresql(name, table, message))


def remove(connection) -> None:
    """Drop the triggers: for a migration's way back and for tests that empty the database."""
    for name, (table, message) in GUARDED.items():
        if connection.vendor == "sqlite":
            names = [one for one, _ in _sqlite(name, table, message)]
            _execute(connection, [f"DROP TRIGGER IF EXISTS {one}" for one in names])
        elif connection.vendor == "postgresql":
            names = [f"{name}_no_change", f"{name}_no_truncate"]
            _execute(connection, [f"DROP TRIGGER IF EXISTS {one} ON {table}" for one in names])


def _sqlite(name: str, table: str, message: str) -> list[tuple[str, str]]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    return [
        (f"{name}_no_update", f"BEFORE UPDATE ON {table} {refuse}"),
        (f"{name}_no_delete", f"BEFORE DELETE ON {table} {refuse}"),
    ]


def _postgresql(name: str, table: str, message: str) -> list[str]:
    return [
        f"CREATE OR REPLACE FUNCTION {name}_refuse() RETURNS trigger AS $$\n"
        f"BEGIN RAISE EXCEPTION '{message}'; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {name}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}_refuse()",
        f"CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}_refuse()",
    ]


def _execute(connection, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
