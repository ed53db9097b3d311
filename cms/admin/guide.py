"""使用指南: the guides of ``docs/guide`` within the admin, each role's own first."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.admin.menu import MenuItem

from .. import roles
from ..county import County
from ..membership import groups_of

FOLDER = Path("docs") / "guide"
NAMES = {"lead": "主要领导", "editor": "县区编辑", "city": "组联部", "admin": "系统管理员"}
_GUIDE = re.compile(r"(?P<slug>[a-z]+)\.md(?P<anchor>#.*)?")
_IMAGE = "../images/"
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


def guides_of(user) -> list[str]:
    """Return the guides that *user* may read, the one for her work first. Everybody has those of the counties."""
    own = groups_of(user)
    if user.is_superuser:
        return ["admin", "city", "lead", "editor"]
    if roles.is_moderator(user):
        return ["city", "lead", "editor"]
    leads = any(county.leads_id in own for county in County.worked_for_by(user))
    return ["lead", "editor"] if leads else ["editor", "lead"]


@require_GET
def guide(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Show a guide; without *slug* go to the reader's own."""
    allowed = guides_of(request.user)
    if not slug:
        return redirect("cms_guide", allowed[0])
    if slug not in allowed:
        raise Http404
    path = settings.BASE_DIR / FOLDER / f"{slug}.md"
    title, body, parts = rendered(path, path.stat().st_mtime_ns)
    context = {
        "title": title,
        "body": body,
        "parts": parts,
        "guides": [(one, NAMES[one]) for one in allowed],
        "slug": slug,
    }
    return render(request, "cms/guide.html", context)


@lru_cache(maxsize=8)
def rendered(path: Path, changed: int) -> tuple[str, SafeString, list[tuple[str, str]]]:
    """Return title, HTML and parts (anchor, heading) of the guide at *path*, made once for each time it *changed*."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(path.read_text(encoding="utf-8"))
    title, parts = "", []
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            text = _words(tokens[place + 1])
            token.attrSet("id", anchor_of(text))
            if token.tag == "h1":
                title = text
            elif token.tag == "h2":
                parts.append((anchor_of(text), text))
        for child in token.children or ():
            _lead_within(child)
    body = markdown.renderer.render(_without_title(tokens), markdown.options, {})
    return title, mark_safe(body), parts  # noqa: S308 - our own files, raw HTML in them is escaped


def anchor_of(heading: str) -> str:
    """Return the anchor that hosts of repositories give to *heading*, by which the guides link to each other."""
    return _NOT_IN_ANCHORS.sub("", heading.lower()).strip().replace(" ", "-")


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _without_title(tokens: list[Token]) -> list[Token]:
    return tokens[3:] if tokens and tokens[0].tag == "h1" else tokens


def _lead_within(token: Token) -> None:
    """Let links between guides and pictures lead to where they are here; what is not here is no link."""
    if token.type == "image" and str(token.attrGet("src")).startswith(_IMAGE):
        token.attrSet("src", static(f"guide/{str(token.attrGet('src')).removeprefix(_IMAGE)}"))
        token.attrSet("loading", "lazy")
    if token.type == "link_open":
        href = str(token.attrGet("href"))
        if (found := _GUIDE.fullmatch(href)) and found["slug"] in NAMES:
            token.attrSet("href", reverse("cms_guide", args=[found["slug"]]) + (found["anchor"] or ""))
        elif not href.startswith(("#", "http://", "https://")):
            del token.attrs["href"]


def menu_item() -> MenuItem:
    """Return the entry; called by the hook ``register_admin_menu_item``."""
    return MenuItem("使用指南", reverse("cms_guides"), name="guide", icon_name="help", order=9000)
