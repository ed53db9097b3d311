"""The guides within the admin: each role's own, with pictures and links that work there."""

import re
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from cms.admin.guide import NAMES, anchor_of, rendered

pytestmark = pytest.mark.django_db


@pytest.fixture
def desks(people):
    users = {
        "editor": people.editor("450202"),
        "lead": people.lead("450202"),
        "city": people.moderator(),
        "admin": people.admin(),
    }
    return {name: people.client(user) for name, user in users.items()}


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("editor", ["editor", "lead"]),
        ("lead", ["lead", "editor"]),
        ("city", ["city", "lead", "editor"]),
        ("admin", ["admin", "city", "lead", "editor"]),
    ],
)
def test_each_has_her_own_guide_first_and_no_others(desks, who, may):
    response = desks[who].get(reverse("cms_guides"))
    assert response.url == reverse("cms_guide", args=[may[0]])
    answers = {slug: desks[who].get(reverse("cms_guide", args=[slug])).status_code for slug in NAMES}
    assert answers == {slug: 200 if slug in may else 404 for slug in NAMES}


@pytest.mark.parametrize("slug", NAMES)
def test_pictures_and_links_are_there(desks, slug):
    words = desks["admin"].get(reverse("cms_guide", args=[slug])).content.decode()
    text = words[words.index("guide__text") :]
    pictures = re.findall(r'<img src="/static/([^"]+)"', text)
    assert all(finders.find(picture) for picture in pictures)
    assert ".md" not in re.sub(r">[^<]*<", "><", text)
    anchors = set(re.findall(r'id="([^"]+)"', text))
    used = {unquote(link) for link in re.findall(r'<a href="#([^"]+)"', words[words.index("guide__parts") :])}
    assert used <= anchors
    assert used
    for target, anchor in re.findall(r'href="/admin/guide/(\w+)/#([^"]+)"', text):
        path = settings.BASE_DIR / "docs" / "guide" / f"{target}.md"
        assert f'id="{unquote(anchor)}"' in rendered(path, path.stat().st_mtime_ns)[1]


def test_markup_in_a_guide_is_shown_and_not_run(tmp_path):
    path = tmp_path / "x.md"
    path.write_text(
        "# 标题\n\n<script>alert(1)</script>\n\n[坏](javascript:alert(1))\n\n| 甲 |\n| - |\n| 乙 |\n"
    )
    title, body, _ = rendered(path, 0)
    assert title == "标题"
    assert "<script" not in body
    assert "javascript:" not in body.replace("[坏](javascript:alert(1))", "")
    assert "<td>乙</td>" in body


def test_anchors_are_those_of_repository_hosts():
    assert anchor_of("三、填 Word 表（新）") == "三填-word-表新"
