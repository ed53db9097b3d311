"""Measure public pages with Lighthouse's mobile profile under production settings: ``run.py [PATH …]``.

Serves the database of ``DATABASE_URL`` (the demonstration of ``make run`` by default) with gunicorn, and prints the
four scores, the sizes and the main times of each page. Ends with 1 if a page stays below what the site promises.
Needs the base requirements, Chromium, and ``npm ci`` in this folder.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PORT = 8123
BASE = f"http://127.0.0.1:{PORT}"
ATTEMPTS = 3
PATHS = [
    "/",
    "/summaries/",
    "/chengzhong/wen-chang-shi-li-she-qu/committee-2026/",
    "/chengzhong/jing-lan-shi-li-she-qu/zongjie-2020/",
    "/search/?q=议事会",
]
PROMISED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT",
         "cumulative-layout-shift": "CLS", "total-byte-weight": "bytes"}  # fmt: skip
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --lang=zh-CN"


def environment() -> dict[str, str]:
    """Return the environment of production, but for HTTPS, which this machine's address does not need."""
    return os.environ | {
        "DEBUG": "0",
        "SECRET_KEY": "lighthouse-" * 6,
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": BASE,
        "SECURE_SSL": "0",
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}",
    }


def wait_for_site(server: subprocess.Popen) -> None:
    """Return as soon as the site answers; raise ``SystemExit`` if it does not start."""
    for _ in range(600):
        try:
            urlopen(f"{BASE}/healthz/", timeout=5).close()  # noqa: S310
            return
        except URLError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit("The site did not start.")


def measure(path: str, folder: Path) -> dict:
    """Return Lighthouse's report on *path*."""
    report = folder / "report.json"
    command = [HERE / "node_modules" / ".bin" / "lighthouse", f"{BASE}{path}", "--quiet", "--output=json",
               f"--output-path={report}", f"--chrome-flags={FLAGS}"]  # fmt: skip
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    for attempt in range(1, ATTEMPTS + 1):  # on a busy machine, Chromium now and then loses its own trace
        done = subprocess.run(
            command, env=os.environ | {"CHROME_PATH": chromium}, timeout=180, capture_output=True
        )
        if not done.returncode:
            return json.loads(report.read_text())
        print(f"attempt {attempt} on {path} failed", file=sys.stderr)
    raise SystemExit(done.stderr.decode())


def failures(report: dict) -> list[str]:
    """Return the titles of what cost points."""
    return [
        f"{name}: {report['audits'][ref['id']]['title']}"
        for name, category in report["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"] and report["audits"][ref["id"]]["score"] not in (None, 1)
    ]


def main() -> None:
    """Serve, measure, print."""
    paths = sys.argv[1:] or PATHS
    python, good = sys.executable, True
    subprocess.run(
        [python, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment(), check=True
    )
    gunicorn = [python, "-m", "gunicorn", "--bind", f"127.0.0.1:{PORT}", "--workers", "2", "wsgi:application"]
    server = subprocess.Popen(gunicorn, cwd=ROOT, env=environment(), stderr=subprocess.DEVNULL)
    try:
        wait_for_site(server)
        with tempfile.TemporaryDirectory() as folder:
            for path in paths:
                report = measure(path, Path(folder))
                scores = {name: round(100 * report["categories"][name]["score"]) for name in PROMISED}
                times = [
                    f"{label} {report['audits'][name]['displayValue']}"
                    for name, label in TIMES.items()
                    if name in report["audits"]
                ]
                print(path, *(f"{name} {score}" for name, score in scores.items()), *times, sep=" | ")
                print(*(f"    {line}" for line in failures(report)), sep="\n")
                good = good and all(scores[name] >= least for name, least in PROMISED.items())
    finally:
        server.terminate()
        server.wait()
    sys.exit(not good)


if __name__ == "__main__":
    main()
