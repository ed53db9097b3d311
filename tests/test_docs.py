"""README and the documents say what is so: settings, commands, targets, links, and the words on the buttons."""

import re
from pathlib import Path

import django
import pytest
import wagtail
from django.conf import settings
from django.core.management import get_commands

from cms.settings.env import VARIABLES, Variable

ROOT = Path(settings.BASE_DIR)
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "operations" / "commands.md"
DOCUMENTS = [README, *sorted((ROOT / "docs").rglob("*.md"))]
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PACKAGES = ["media", "pages", "reports", "cms"]

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
SETTING = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
QUOTED = re.compile("“([^“”…]{1,16})”")

# Words in quotation marks that are no words of the interface.
SAID_BY_PEOPLE = {"标题", "字数", "替换", "A new reporting unit"}
OF_OTHER_PROGRAMS = {"更新域"}  # Word
PUT_TOGETHER = {"添加亮点", "添加延期", "添加照片"}  # 添加 and the label of the panel
NO_WORDS_OF_OURS = SAID_BY_PEOPLE | OF_OTHER_PROGRAMS | PUT_TOGETHER


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def setting_row(variable: Variable) -> tuple[str, str, str, str]:
    default = str(variable.default).replace(str(ROOT), "<checkout>")
    if isinstance(variable.default, bool):
        default = str(int(variable.default))
    required = "unless `DEBUG`" if variable.purpose.startswith("Required unless DEBUG") else "no"
    empty = variable.default in ("", [])
    return variable.name, "–" if empty else f"`{default}`", required, variable.purpose


def test_readme_names_every_setting_with_its_default_and_purpose() -> None:
    assert SETTING.findall(read(README)) == [setting_row(variable) for variable in VARIABLES.values()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(read(document)) if "://" not in link]
    assert [target for target in targets if target and not (document.parent / target).exists()] == []


def test_every_picture_is_used() -> None:
    used = {Path(link).name for document in DOCUMENTS for link in LINK.findall(read(document))}
    assert {path.name for path in (ROOT / "docs" / "images").iterdir()} <= used


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [README.resolve()]
    while waiting:
        document = waiting.pop()
        reached.add(document)
        links = [link.partition("#")[0] for link in LINK.findall(read(document)) if link.endswith(".md")]
        found = {(document.parent / link).resolve() for link in links if "://" not in link}
        waiting += [path for path in found - reached if path.exists() and path not in waiting]
    assert [path for path in DOCUMENTS if path.resolve() not in reached] == []


def test_make_targets_that_documents_name_exist() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", read(ROOT / "Makefile"), re.MULTILINE))
    named = {
        name for path in DOCUMENTS for name in re.findall(r"(?:`|^    )make ([a-z-]+)", read(path), re.M)
    }
    assert {"run", "test", "lint", "format", "lock", "compile-locale"} <= named <= targets


def test_every_command_of_the_project_is_described() -> None:
    own = {name for name, app in get_commands().items() if app in PACKAGES}
    described = set(re.findall(r"^\| `([a-z_]+)[^`]*` \|", read(COMMANDS), re.MULTILINE))
    assert own - described == set()
    assert described - set(get_commands()) == set()


def interface_words() -> str:
    """All texts that the interface can show: the project's sources, and the Chinese catalogues in use."""
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    sources += (ROOT / "templates").rglob("*.html")
    sources += (ROOT / "static_src").rglob("*.js")
    sources += (ROOT / "pages" / "locale").rglob("*.po")
    for package in (django, wagtail):
        sources += Path(package.__file__).parent.rglob("zh_Hans/LC_MESSAGES/*.po")
    return "\n".join(read(path) for path in sources)


def test_guide_names_buttons_and_fields_as_they_are_called() -> None:
    words = interface_words()
    quoted = {word for path in GUIDE for word in QUOTED.findall(read(path).replace("**", ""))}
    assert {"开始写", "提交审核", "取回"} <= quoted
    assert {word for word in quoted - NO_WORDS_OF_OURS if word not in words} == set()
