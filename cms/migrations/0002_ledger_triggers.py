"""The database itself refuses to change or delete a row of the approval ledger and of the record of accounts."""

from django.db import migrations

from cms.workflow import append_only


def install(apps, schema_editor):
    append_only.install(schema_editor.connection)


def remove(apps, schema_editor):
    append_only.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(install, remove),
    ]
