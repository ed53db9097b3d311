"""The eight featured works for tests: drafts that could be submitted, with rows that can be made bad."""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from cms.county import County
from pages.models import SitePage
from pages.models.members import SiteMember
from pages.models.works import MODELS, WorkPage
from pages.works.kinds import KINDS

from .pages import make_site
from .pictures import make_picture

Facts = dict[str, Any]

_numbers = count(1)
SLUGS = [kind.slug for kind in KINDS]
BY_SLUG: dict[str, type[WorkPage]] = {model.kind.slug: model for model in MODELS}
MEMBERS = {"chair": ["韦主席"], "vice_chair": ["覃副主席"], "executive": ["黄执委", "莫执委"]}
RULES = ("participants_rule", "matters_rule", "methods_rule", "process_rule", "safeguards_rule")


def committee(year: int) -> Facts:
    return {
        "wechat_group": True,
        "presidium": "副主席、执委轮流值班。",
        "opinions": [("opinion", {"opinion": "路灯不亮", "outcome": "已修好"})],
        "meetings": [
            {"held_on": date(year, 3, 5), "kind": "study", "matters": "学习通知", "decisions": "分片包户"},
        ],
        "terms": [
            {"name": "覃副主席", "starts_on": date(year, 1, 1), "ends_on": date(year, 6, 30)},
            {"name": "黄执委", "starts_on": date(year, 7, 1), "ends_on": date(year, 12, 31)},
        ],
        "contacts": [{"name": "黄执委", "women": 12}, {"name": "莫执委", "women": 15}],
    }


def council(year: int) -> Facts:
    return {
        "council_name": "姐妹议事会",
        "council_size": 15,
        "posted_on_wall": True,
        "posted_online": False,
        "records": [
            {
                "held_on": date(year, 4, 8), "matter": "楼道照明", "participants": 18, "method": "meeting",
                "outcome": "加装声控灯", "follow_up": "已装好", "archive_number": f"{year}-01", "archived": True,
            },
        ],
    } | dict.fromkeys(RULES, "按制度办。")  # fmt: skip


def lights(year: int) -> Facts:
    names = ("emblem", "structure", "duties", "members", "activities")
    return {"lights": [{"light": name, "state": "lit", "done": "挂在门口"} for name in names]}


def lectures(year: int) -> Facts:
    return {"team_name": "桂姐姐宣讲队", "team_size": 12}


def green(year: int) -> Facts:
    return {
        "strand": "urban",
        "team_name": "环保妈妈志愿服务队",
        "team_size": 20,
        "actions": [
            {
                "held_on": date(year, 6, 5), "kind": "sorting", "what": "教分类",
                "households": 40, "participants": 65,
            },
        ],
        "families": [{"level": "city", "chosen_year": year, "number": 2}],
    }  # fmt: skip


def housekeeping(year: int) -> Facts:
    return {
        "classes": [
            {
                "held_on": date(year, 5, 11), "course": "月嫂", "poor_rural": 10, "transferred_rural": 8,
                "unemployed_urban": 5, "others": 2, "employed": 20,
            },
        ],
    }  # fmt: skip


def resettlement(year: int) -> Facts:
    answers = (
        "chair_from_committees", "chair_by_due_procedure", "minority_area", "home_established", "roster_kept",
        "ledger_kept", "planned_together", "managed_together", "assessed_together",
    )  # fmt: skip
    return {
        "executives": 13,
        "chairs": 1,
        "full_time_vice_chairs": 1,
        "part_time_vice_chairs": 4,
        "minority_members": 6,
        "women": 820,
        "groups": [{"name": "1 栋妇女小组", "leaders": 1, "members": 4}],
    } | dict.fromkeys(answers, True)


def volunteering(year: int) -> Facts:
    return {
        "teams": [
            {"name": "知心姐姐", "kind": "rights", "level": "site", "volunteers": 14},
            {"name": "四点半课堂", "kind": "tutoring", "level": "township", "volunteers": 9},
        ],
    }


COMPLETE: dict[str, Callable[[int], Facts]] = {
    function.__name__: function
    for function in (committee, council, lights, lectures, green, housekeeping, resettlement, volunteering)
}


def make_work_site(kind: str, county: County, /, **fields) -> SitePage:
    """A draft of a site that has the work *kind*, with members."""
    site = make_site(county, **({"kind": "resettlement"} if kind == "resettlement" else {}) | fields)
    make_members(site)
    return site


def make_members(site: SitePage, names: dict[str, list[str]] = MEMBERS) -> None:
    """Register *names* by post as the members of *site*, in its newest draft."""
    draft = site.get_latest_revision_as_object()
    posts = [(post, name) for post, of_post in names.items() for name in of_post]
    draft.members = [
        SiteMember(post=post, public_name=name, sort_order=order) for order, (post, name) in enumerate(posts)
    ]
    draft.save_revision()


def rows(kind: str, relation: str, /, year: int = 2020, at: int = 0, **changes) -> list[Facts]:
    """The complete rows of *relation*, the one *at* this place with *changes*: ``make_work(…, terms=rows(…))``."""
    found = COMPLETE[kind](year)[relation]
    found[at] |= changes
    return found


def fill(page: WorkPage, facts: Facts) -> None:
    """Replace *facts* of *page* in memory; rows are given as dicts and take the place of all that there were."""
    for name, value in facts.items():
        if name in (*page.fact_relations, "photos"):
            model = page._meta.get_field(name).related_model
            value = [model(sort_order=order, **row) for order, row in enumerate(value)]
        setattr(page, name, value)


def new_work(kind: str, site: SitePage, year: int | None = 2020, image=None, photos: int = 1, **fields):
    """A work that could be submitted, not stored; *fields* replace its facts as ``fill`` does."""
    model = BY_SLUG[kind]
    image = image or make_picture(County.of(site).collection)
    facts = COMPLETE[kind](year or 2020)
    if kind == "lights":
        facts["lights"] = [row | {"image": image, "description": "门口的牌子"} for row in facts["lights"]]
    facts["photos"] = [
        {"image": image, "caption": f"说明{n}", "description": f"描述{n}"} for n in range(photos)
    ]
    facts["body"] = [("paragraph", "<p>做法和成效。</p>")]
    page = model(title=f"{model.kind.short_name}{next(_numbers)}", year=year, live=False)
    fill(page, facts | fields)
    return page


def make_work(kind: str, site: SitePage, year: int | None = 2020, **fields) -> WorkPage:
    """A draft of a work that could be submitted under *site*; as ``new_work``."""
    page = new_work(kind, site, year, **fields)
    site.refresh_from_db()
    site.add_child(instance=page)
    page.save_revision()
    return page
