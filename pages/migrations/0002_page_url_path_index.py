"""Pages are found by their whole address in one query (``HomePage.route``); Wagtail has no index for that."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX pages_page_url_path ON wagtailcore_page (url_path)",
            "DROP INDEX pages_page_url_path",
        ),
    ]
