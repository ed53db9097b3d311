"""The order of the packages, the state of migrations, and what must not be in the repository."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
HOST = re.compile(r"https?://[a-z0-9.-]*(pypi|pythonhosted|npmjs|registry)[a-z0-9.-]*", re.IGNORECASE)
TEXT = {".py", ".txt", ".in", ".toml", ".sh", ".md", ".html", ".css", ".js", ".yaml", ".yml", ".json", ""}


def tracked_files() -> list[Path]:
    """Files of the project: what git tracks, or in an unpacked copy everything outside the generated folders."""
    try:
        names = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split("\n")
    except (OSError, subprocess.CalledProcessError):
        names = [
            str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not {".venv", "var"} & set(path.parts)
        ]
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_packages_import_only_what_stands_to_their_left():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_registry_host_and_no_upload_in_the_repository():
    named = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if path.suffix in TEXT
        and path.name != Path(__file__).name
        and HOST.search(path.read_text("utf-8", "ignore"))
    ]
    assert named == []
    assert not [path for path in tracked_files() if "var" in path.relative_to(ROOT).parts[:1]]


def test_every_requirement_is_pinned_with_hashes():
    for name in ("base.txt", "dev.txt"):
        lines = (ROOT / "requirements" / name).read_text().splitlines()
        packages = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert packages
        assert all("==" in line and line.rstrip().endswith("\\") for line in packages), name
