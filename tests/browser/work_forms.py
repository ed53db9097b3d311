"""The forms of the eight works, filled in as a village official would: what is typed where, by kind."""

from playwright.sync_api import Page

YEAR = 2020


class WorkForm:
    """The form of one featured work on *page*: ``fill(name, value)``, ``add(relation, …)``, ``save``, ``submit``."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, name: str, value: str) -> None:
        """Fill in the page's own field *name*."""
        self._set(f"#id_{name}", value)

    def add(self, relation: str, /, **values: str) -> int:
        """Add a row to *relation* with its button and fill it in; return its number from 0."""
        rows = self.page.locator(f"#id_{relation}-FORMS > [data-inline-panel-child]")
        number = rows.count()
        self.page.locator(f"#id_{relation}-ADD").click()
        self.change(relation, number, **values)
        return number

    def change(self, relation: str, row: int, /, **values: str) -> None:
        """Fill in fields of a row that is there."""
        for name, value in values.items():
            self._set(f"#id_{relation}-{row}-{name}", value)

    def _set(self, selector: str, value: str) -> None:
        field = self.page.locator(selector)
        tag = field.evaluate("node => node.tagName")
        if tag == "SELECT":
            field.select_option(label=value)
        elif field.get_attribute("type") == "checkbox":
            field.set_checked(value == "是")
        else:
            field.fill(value)
            field.press("Escape")  # the calendar of a date field would lie over the next one


def fill_committee(form: WorkForm) -> None:
    form.fill("wechat_group", "是")
    form.add("meetings", held_on="2020-03-05", kind="传达学习", matters="学习通知精神", decisions="分片包户")
    form.add("terms", name="覃副主席", starts_on="2020-01-01", ends_on="2020-06-30")
    form.add("terms", name="黄执委", starts_on="2020-07-01", ends_on="2020-12-31")
    form.add("contacts", name="黄执委", women="12")


def fill_council(form: WorkForm) -> None:
    form.fill("participants_rule", "执委、楼栋代表、辖区单位女职工代表。")
    form.fill("matters_rule", "居民共同关心的事。")
    form.add(
        "records",
        held_on="2020-04-08",
        matter="楼道照明",
        participants="18",
        method="会议",
        outcome="加装声控灯",
    )


def fill_lights(form: WorkForm) -> None:
    for number in range(5):
        form.change("lights", number, state="已亮", done="挂在妇女之家门口")


def fill_lectures(form: WorkForm) -> None:
    form.fill("team_name", "文昌桂姐姐宣讲队")
    form.fill("team_size", "12")
    form.page.get_by_label("男女平等基本国策").check()


def fill_green(form: WorkForm) -> None:
    form.fill("strand", "城市")
    form.fill("team_size", "20")
    form.add(
        "actions", held_on="2020-06-05", kind="垃圾分类", what="教分类", households="40", participants="65"
    )
    form.add("families", level="市级", chosen_year="2020", number="2")


def fill_housekeeping(form: WorkForm) -> None:
    form.add(
        "classes",
        held_on="2020-05-11",
        course="母婴护理",
        poor_rural="10",
        unemployed_urban="15",
        employed="20",
    )


def fill_resettlement(form: WorkForm) -> None:
    for name, value in {
        "executives": "13",
        "chairs": "1",
        "part_time_vice_chairs": "5",
        "women": "820",
    }.items():
        form.fill(name, value)
    form.fill("roster_kept", "是")
    form.add("groups", name="1 栋妇女小组", leaders="1", members="4")


def fill_volunteering(form: WorkForm) -> None:
    form.add("teams", name="知心姐姐", kind="维权", level="村（社区）", volunteers="14")


FILL = {
    "committee": fill_committee,
    "council": fill_council,
    "lights": fill_lights,
    "lectures": fill_lectures,
    "green": fill_green,
    "housekeeping": fill_housekeeping,
    "resettlement": fill_resettlement,
    "volunteering": fill_volunteering,
}

# What is typed wrong at first: (relation or "", row, field, value, words of the refusal), and what it is mended with.
WRONG = {
    "committee": [
        ("terms", 0, "name", "不认识的人", "不在示范点登记的副主席、执委中", "覃副主席"),
        ("meetings", 0, "held_on", "2019-03-05", "不在 2020 年内", "2020-03-05"),
    ],
    "council": [("records", 0, "participants", "-3", "不能是负数", "18")],
    "lights": [("lights", 4, "state", "---------", "亮牌第 5 行，进展：还没有填写", "已亮")],
    "lectures": [("", 0, "team_size", "99999", "大得不合常理", "12")],
    "green": [("actions", 0, "held_on", "2021-06-05", "不在 2020 年内", "2020-06-05")],
    "housekeeping": [("classes", 0, "employed", "26", "就业 26 人，多于培训的 25 人", "20")],
    "resettlement": [("", 0, "executives", "-1", "不能是负数", "13")],
    "volunteering": [("teams", 0, "volunteers", "1000000", "大得不合常理", "14")],
}
