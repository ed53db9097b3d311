"""The forms of the eight works, filled in as a village official would: what is typed where, by kind."""

from playwright.sync_api import Locator, Page, expect

YEAR = 2020
Place = tuple[str, int, str]  # relation or "", row from 0, field


class WorkForm:
    """The form of one page with facts on *page*: ``fill(name, value)``, ``add(relation, …)``, ``mend()``.

    What is to be typed wrong is given as *wrong*: it is typed at its place instead of what ``fill`` and ``add`` say,
    and ``mend`` puts the right values there afterwards.
    """

    def __init__(self, page: Page, wrong: dict[Place, str] | None = None) -> None:
        self.page = page
        self.wrong = wrong or {}
        self.right: dict[Place, str] = {}
        self._picker = page.locator(".xdsoft_datetimepicker").filter(visible=True)

    def fill(self, name: str, value: str) -> None:
        """Fill in the page's own field *name*."""
        self._type(("", 0, name), value)

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
            self._type((relation, row, name), value)

    def mend(self) -> None:
        """Type at each wrong place what should have been there."""
        for place in self.wrong:
            self._set(place, self.right[place])

    def typed(self, places: list[Place]) -> list[str]:
        """What now stands at *places*; of a choice its words, of a tick 是 or 否."""
        return self.page.evaluate(
            """ids => ids.map(id => document.getElementById(id)).map(node =>
              node.tagName === "SELECT" ? node.selectedOptions[0].text :
              node.type === "checkbox" ? (node.checked ? "是" : "否") : node.value)""",
            [_id(place) for place in places],
        )

    def _type(self, place: Place, value: str) -> None:
        self.right[place] = value
        self._set(place, self.wrong.get(place, value))

    def _set(self, place: Place, value: str) -> None:
        field = self.page.locator(f"#{_id(place)}")
        kind = field.evaluate("node => node.tagName === 'SELECT' ? 'SELECT' : node.type")
        if kind == "SELECT":
            field.select_option(label=value)
        elif kind == "checkbox":
            field.set_checked(value == "是")
        else:
            field.fill(value)
            self._put_calendar_away(field)

    def _put_calendar_away(self, field: Locator) -> None:
        # It opens a moment after its field is entered, and would lie over the next one.
        if field.evaluate("node => node.autocomplete === 'off' && !node.list"):
            expect(self._picker).to_be_visible()
            field.blur()
            expect(self._picker).to_be_hidden()


def _id(place: Place) -> str:
    relation, row, name = place
    return f"id_{relation}-{row}-{name}" if relation else f"id_{name}"


def fill_committee(form: WorkForm) -> None:
    form.fill("wechat_group", "是")
    form.add("meetings", held_on="2020-03-05", kind="传达学习", matters="学习通知精神", decisions="分片包户")
    form.add("meetings", held_on="2020-09-03", kind="研究决定", matters="轮值安排", decisions="照此执行")
    form.add("terms", name="覃副主席", starts_on="2020-01-01", ends_on="2020-04-30")
    form.add("terms", name="黄执委", starts_on="2020-05-01", ends_on="2020-08-31")
    form.add("terms", name="莫执委", starts_on="2020-09-01", ends_on="2020-12-31")
    form.add("contacts", name="黄执委", women="12")
    form.add("contacts", name="莫执委", women="15")
    form.add("contacts", name="覃副主席", women="20")


def fill_council(form: WorkForm) -> None:
    form.fill("council_size", "15")
    form.fill("participants_rule", "执委、楼栋代表、辖区单位女职工代表。")
    form.fill("matters_rule", "居民共同关心的事。")
    form.add("records", held_on="2020-04-08", matter="楼道照明", participants="18", method="会议")
    form.add(
        "records",
        held_on="2020-06-02",
        matter="晾衣架",
        participants="16",
        method="入户、楼栋",
        outcome="加装晾衣架",
        archive_number="2020-02",
        archived="是",
    )
    form.add("records", held_on="2020-09-01", matter="电动车停放", participants="22", method="线上")


def fill_lights(form: WorkForm) -> None:
    names = ("亮妇联标识", "亮组织架构", "亮工作职责", "亮执委身份", "亮活动内容")
    for number, name in enumerate(names):
        form.change("lights", number, light=name, state="已亮", done="挂在妇女之家门口")


def fill_lectures(form: WorkForm) -> None:
    form.fill("team_name", "文昌桂姐姐宣讲队")
    form.fill("team_size", "12")
    form.page.get_by_label("男女平等基本国策").check()


def fill_green(form: WorkForm) -> None:
    form.fill("strand", "城市")
    form.fill("team_size", "20")
    day = {"kind": "垃圾分类", "what": "教分类", "households": "40", "participants": "65"}
    form.add("actions", held_on="2020-06-05", **day)
    form.add("actions", held_on="2020-09-19", **day)
    form.add("families", level="市级", chosen_year="2020", number="2")
    form.add("families", level="县区级", chosen_year="2019", number="5")
    form.add("families", level="村（社区）", chosen_year="2020", number="12")


def fill_housekeeping(form: WorkForm) -> None:
    trained = {"poor_rural": "10", "transferred_rural": "4", "unemployed_urban": "8", "others": "3"}
    form.add("classes", held_on="2020-05-11", course="母婴护理", **trained, employed="20")
    form.add("classes", held_on="2020-06-15", course="养老护理", **trained, employed="18")
    form.add("classes", held_on="2020-07-20", course="家常菜", **trained, employed="9")
    form.add("classes", held_on="2020-08-24", course="收纳整理", **trained, employed="11")


def fill_resettlement(form: WorkForm) -> None:
    for name, value in {
        "executives": "13",
        "chairs": "1",
        "full_time_vice_chairs": "1",
        "part_time_vice_chairs": "5",
        "minority_members": "6",
        "women": "820",
    }.items():
        form.fill(name, value)
    form.fill("roster_kept", "是")
    for number in range(1, 4):
        form.add("groups", name=f"{number} 栋妇女小组", leaders="1", members="4")


def fill_volunteering(form: WorkForm) -> None:
    form.add("teams", name="知心姐姐", kind="维权", level="村（社区）", volunteers="14")
    form.add("teams", name="四点半课堂", kind="家教", level="村（社区）", volunteers="9")
    form.add("teams", name="环保妈妈", kind="环保", level="乡镇（街道）", volunteers="30")


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
