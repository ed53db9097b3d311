"""Rules of a demonstration site: its members, and its kind while works depend on it."""

from collections.abc import Iterable
from typing import Any

from . import models
from .models.members import Post
from .problems import Problem

RELATION = "members"


def member_problems(members: Iterable[Any]) -> list[Problem]:
    """Return what keeps a site with these *members* from being submitted."""
    found, names = [], set()

    def report(number: int, member: Any, name: str, message: str) -> None:
        found.append(Problem(RELATION, f"成员第 {number} 行", message, member, name))

    for number, member in enumerate(members, start=1):
        if not member.post:
            report(number, member, "post", "请选择职务。")
        if not member.public_name.strip():
            report(number, member, "public_name", "请填写公开姓名。")
        elif (member.post, member.public_name) in names:
            report(number, member, "public_name", f"“{member.public_name}”登记了两次，请删去一行。")
        names.add((member.post, member.public_name))
        if member.photo_id and not member.photo_consent:
            report(number, member, "photo_consent", "放了照片，请先取得本人同意并勾选，或者去掉照片。")
    return found


def member_warnings(members: Iterable[Any]) -> list[Problem]:
    """Return what the city would ask about."""
    chairs = sum(member.post == Post.CHAIR for member in members)
    if chairs == 1:
        return []
    words = f"登记了 {chairs} 位主席，请核对。" if chairs else "还没有登记妇联主席。"
    return [Problem(RELATION, "妇联组织成员", words)]


def kind_problems(site: Any) -> list[Problem]:
    """Refuse another kind for a site that has works which exist at sites of its old kind only."""
    if not site.path:
        return []
    for model in models.works.MODELS:
        if model.site_kinds and site.kind not in model.site_kinds:
            page = model.objects.filter(path__startswith=site.path).first()
            if page:
                words = f"下面有只属于原来类型的页面《{page.draft_title}》，类型不能改。"
                return [Problem("kind", "类型", words)]
    return []
