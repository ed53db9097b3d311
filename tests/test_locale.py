"""The admin speaks Chinese: Wagtail's own catalogue and the project's overlay leave nothing in English."""

import gettext
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation
from wagtail.admin.views.i18n import js_catalog

from scripts import compile_locale

OVERLAY = compile_locale.LOCALE_ROOT / "zh_Hans" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*\}")
TAG = re.compile(r"</?[a-z][^>]*>")

# Messages whose translation rightly holds no Chinese: names, and texts made of placeholders only.
WITHOUT_CHINESE = {
    "%(range_start)s - %(range_end)s",
    "%(related_model_name)s %(field_label)s",
    "%(field_label)s:",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "at %(time)s",
    "%(time)s by %(user_display_name)s",
    "at %(time)s by %(user_display_name)s",
    "%(status_display)s %(task_name)s %(started_at)s",
    "%(truncated_text)s…",
    "%(action)s at <b>%(at)s</b>",
    "%(action)s by <b>%(who)s</b>",
    "%(action)s by <b>%(who)s</b> at <b>%(at)s</b>",
    "Wagtail API v2",
    "Wagtail API v3",
}


def overlay_entries(domain: str) -> list[compile_locale.Entry]:
    text = (OVERLAY / f"{domain}.po").read_text(encoding="utf-8")
    return [entry for entry in compile_locale.read_po(text) if entry.msgid]


def compiled(path: Path) -> dict:
    """What gettext finds in a .mo; empty if there is none."""
    if not path.exists():
        return {}
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)._catalog


def source_catalogues() -> list[Path]:
    """English source catalogues of every installed Wagtail app, and of wagtail-modeladmin."""
    own = {"wagtail", "wagtail_modeladmin"}
    paths = [Path(app.path) for app in apps.get_app_configs() if app.name.split(".")[0] in own]
    return sorted(po for path in paths for po in path.glob("locale/en/LC_MESSAGES/*.po"))


def lookup(catalogue: dict, entry: compile_locale.Entry) -> str | None:
    key = entry.msgid if entry.context is None else f"{entry.context}\x04{entry.msgid}"
    return catalogue.get((key, 0) if entry.plural is not None else key)


def untranslated(source: Path) -> list[str]:
    overlay = compiled(OVERLAY / f"{source.stem}.mo")
    stock = compiled(source.parents[2] / "zh_Hans" / "LC_MESSAGES" / f"{source.stem}.mo")
    missing = []
    for entry in compile_locale.read_po(source.read_text(encoding="utf-8")):
        found = lookup(overlay, entry) or lookup(stock, entry) or ""
        if entry.msgid and entry.msgid not in WITHOUT_CHINESE and not CHINESE.search(found):
            missing.append(entry.msgid)
    return missing


def test_every_message_of_the_installed_wagtail_apps_is_chinese() -> None:
    sources = source_catalogues()
    assert {source.stem for source in sources} == set(DOMAINS)
    assert {str(source): missing for source in sources if (missing := untranslated(source))} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_entries_are_complete_chinese_and_without_guesses(domain: str) -> None:
    entries = overlay_entries(domain)
    assert entries
    assert [entry.msgid for entry in entries if not entry.translated or set(entry.strings) != {0}] == []
    without = {entry.msgid for entry in entries if not CHINESE.search(entry.strings[0])}
    assert without <= WITHOUT_CHINESE


@pytest.mark.parametrize("pattern", [PLACEHOLDER, TAG], ids=["placeholders", "tags"])
@pytest.mark.parametrize("domain", DOMAINS)
def test_translation_has_what_its_message_has(domain: str, pattern: re.Pattern[str]) -> None:
    def parts(text: str) -> set[str]:
        return {re.sub(r"\s*/?>$", ">", part) for part in pattern.findall(text)}

    wrong = []
    for entry in overlay_entries(domain):
        allowed = [parts(text) for text in (entry.msgid, entry.plural) if text is not None]
        if parts(entry.strings[0]) not in allowed:
            wrong.append((entry.msgid, entry.strings[0]))
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_mo_is_compiled_from_po(domain: str) -> None:
    source = OVERLAY / f"{domain}.po"
    assert source.with_suffix(".mo").read_bytes() == compile_locale.compile_po(source)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Schedule to publish", "定时发布"),
        ("Checks", "检查"),
        ("The page could not be saved due to validation errors.", "内容未通过校验，页面未能保存。"),
        ("Autosave is paused", "自动保存已暂停"),
        ("Locked by workflow", "审核中锁定"),
        (
            "Account locked: too many login attempts. Please try again later.",
            "账号已锁定：登录失败次数过多，请稍后再试。",
        ),
    ],
)
def test_formerly_english_messages(english: str, chinese: str) -> None:
    with translation.override("zh-hans"):
        assert translation.gettext(english) == chinese


@pytest.mark.parametrize(
    ("english", "chinese"), [("Workflow", "审核流程"), ("Documents", "文件"), ("Alias", "同步副本")]
)
def test_overlay_wins_over_the_packages_own_wording(english: str, chinese: str) -> None:
    with translation.override("zh-hans"):
        assert translation.gettext(english) == chinese


def test_plural_messages_have_one_form() -> None:
    one, many = "There is one matching page", "There are %(counter)s matching pages"
    with translation.override("zh-hans"):
        for number in (1, 5):
            assert translation.ngettext(one, many, number) == "共有 %(counter)s 个符合条件的页面"


def test_scripts_of_the_admin_get_the_overlay(rf) -> None:
    with translation.override("zh-hans"):
        body = js_catalog(rf.get("/admin/jsi18n/")).content.decode()
    # The view writes JSON, in which Chinese is escaped.
    for text in ("内容块", "修改已自动保存。", "工作台"):
        assert text.encode("unicode_escape").decode() in body


def test_compiler_reads_contexts_plurals_and_continued_lines_and_skips_fuzzy(tmp_path: Path) -> None:
    source = tmp_path / "django.po"
    source.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgctxt "menu"\nmsgid "Open"\nmsgstr "打开"\n\n'
        'msgid "a "\n"page"\nmsgid_plural "pages"\nmsgstr[0] "一\\"页\\""\n\n'
        '#, fuzzy\nmsgid "guess"\nmsgstr "猜"\n\nmsgid "empty"\nmsgstr ""\n\n'
        '#~ msgid "old"\n#~ msgstr "旧"\n',
        encoding="utf-8",
    )
    target = source.with_suffix(".mo")
    target.write_bytes(compile_locale.compile_po(source))
    catalogue = compiled(target)
    assert {key: text for key, text in catalogue.items() if key} == {
        "menu\x04Open": "打开",
        ("a page", 0): '一"页"',
    }


@pytest.mark.parametrize(
    "text", ['msgid "a"\nmsgstr oops\n', 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n']
)
def test_compiler_refuses_what_it_does_not_understand(text: str) -> None:
    with pytest.raises(compile_locale.POSyntaxError, match="line"):
        compile_locale.messages(text)
