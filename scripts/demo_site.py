"""Prepare and serve the demonstration site: ``demo_site.py HOST PORT``. Called by ``make run``.

One process does all steps, since each start of Django costs seconds.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")


def say(text: str) -> None:
    """Print *text* at once."""
    print(text, flush=True)


def prepare() -> None:
    """Migrate, set up and fill the database, each only where something is missing."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("正在建立数据库……")
        call_command("migrate", verbosity=0)
    call_command("load_demo")


def main() -> None:
    """Prepare, then serve until stopped; a worker does meanwhile what was put into the background."""
    host, port = sys.argv[1], sys.argv[2]
    started = time.monotonic()
    prepare()
    worker = subprocess.Popen(
        [sys.executable, "-W", "ignore", ROOT / "manage.py", "work"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        preexec_fn=lambda: os.nice(15),  # readers come first
    )
    say(f"准备完成，用时 {time.monotonic() - started:.0f} 秒。")
    say(f"网站：http://{host}:{port}/　后台：http://{host}:{port}/admin/　（按 Ctrl-C 停止）")
    from django.core.management import call_command

    try:
        call_command("runserver", f"{host}:{port}", use_reloader=False, skip_checks=True, verbosity=0)
    finally:
        worker.terminate()


if __name__ == "__main__":
    main()
