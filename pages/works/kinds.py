"""The featured works: one entry for each. The order is the notice's.

An entry, a module of the same name in ``pages/models/works/`` and a template in ``templates/pages/works/`` are all
that a further work takes.
"""

from dataclasses import dataclass

NUMERALS = "壹贰叁肆伍陆柒捌玖拾"


@dataclass(frozen=True)
class WorkKind:
    """One featured work: how it is named and drawn, and what the notice asks, in few words.

    *slug* names the module, the template and the public address; *icon* is the path of a line icon on a grid of
    24 by 24; *model* the page type's class.
    """

    number: int
    slug: str
    model: str
    title: str
    short_name: str
    tagline: str
    demand: str
    icon: str

    @property
    def numeral(self) -> str:
        """The number as it is written on documents: 壹 to 捌."""
        return NUMERALS[self.number - 1]

    @property
    def page_type(self) -> str:
        """Label of the page type, such as ``pages.CommitteeWorkPage``."""
        return f"pages.{self.model}"

    @property
    def template(self) -> str:
        return f"pages/works/{self.slug}.html"


KINDS: tuple[WorkKind, ...] = (
    WorkKind(
        1,
        "committee",
        "CommitteeWorkPage",
        "发挥基层执委作用",
        "执委作用",
        "轮流值班，常联常议",
        "坚持执委会议事制度；由副主席、执委轮流担任轮值主席；每名执委通过微信经常联系普通妇女群众 10 名以上。",
        "M12 4.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5M6.5 19.5v-2a5.5 5.5 0 0 1 11 0v2"
        "M5 6.5a2 2 0 0 0 0 4M3 17.5v-1a4 4 0 0 1 2-3.5M19 6.5a2 2 0 0 1 0 4M21 17.5v-1a4 4 0 0 0-2-3.5",
    ),
    WorkKind(
        2,
        "council",
        "DeliberationCouncilPage",
        "建立妇女议事会",
        "妇女议事会",
        "大家的事，坐下来商量",
        "依托“妇女之家”建立妇女议事会；定好议事人员、内容、方式、流程和保障；一事一记，注意存档。",
        "M4 5h12v8.5H9L5.5 16.5v-3H4zM18.5 9H20.5v8.5H19v3l-3.5-3H9.5v-1.5M7.5 8.5h5M7.5 11h3",
    ),
    WorkKind(
        3,
        "lights",
        "PlaqueServicePage",
        "深化“基层妇联亮牌服务”行动",
        "亮牌服务",
        "五盏灯，看得见找得到",
        "对照柳妇通〔2019〕43号：亮妇联标识、亮组织架构、亮工作职责、亮执委身份、亮活动内容，逐一落实。",
        "M5 4.5h14v10.5H5zM9 19.5h6M12 15v4.5M8.5 8.5h7M8.5 11.5h4",
    ),
    WorkKind(
        4,
        "lectures",
        "LectureWorkPage",
        "常态化开展“桂姐姐大宣讲”活动",
        "桂姐姐大宣讲",
        "把政策讲进家长里短",
        "发挥“桂姐姐宣讲队”作用，常态化宣讲中央精神、男女平等基本国策、妇联章程、乡村振兴和法律法规。",
        "M4 10v4h3l7 4V6l-7 4zM17.5 9a4.2 4.2 0 0 1 0 6M19.5 6.5a7.5 7.5 0 0 1 0 11M7.5 14l1.2 5h2l-.8-4",
    ),
    WorkKind(
        5,
        "green",
        "GreenFamilyPage",
        "开展“绿色生活·最美家庭”主题实践活动",
        "绿色生活·最美家庭",
        "家家动手，处处见绿",
        "组织“环保妈妈志愿服务队”：农村整治环境、树文明乡风；城市垃圾分类、倡健康习惯；评最美家庭。",
        "M5 19.5c0-8 5-13 14.5-14.5 0 9-4.5 13.5-11 13.5-1 0-2-.3-2.5-.7M5 19.5c2-5 5-7.5 9-9.5",
    ),
    WorkKind(
        6,
        "housekeeping",
        "HousekeepingPage",
        "推进巾帼家政服务",
        "巾帼家政",
        "学一门手艺，端一份工作",
        "重点面向农村贫困家庭妇女、农村女性转移就业劳动者、城镇登记失业妇女，培训家政技能，帮助就业。",
        "M4 11.5 12 5l8 6.5M6.5 10v9.5h11V10M12 16.7l-2.2-2.2a1.5 1.5 0 0 1 2.2-2 1.5 1.5 0 0 1 2.2 2z",
    ),
    WorkKind(
        7,
        "resettlement",
        "ResettlementOrganisationPage",
        "抓好安置点妇联组织建设",
        "安置点妇联",
        "搬进新家，有个娘家",
        "执委不少于 11 人，主席 1 人，副主席不少于 5 人；妇女小组设组长 1 名、组员 3—5 名；建“妇女之家”和台账。",
        "M4 19.5V9l5-3.5V19.5M9 19.5h11v-12l-5.5-3-5.5 3M12.5 10.5h1M15.5 10.5h1M12.5 14h1M15.5 14h1M6 11.5h1M6 15h1",
    ),
    WorkKind(
        8,
        "volunteering",
        "VolunteerServicePage",
        "深化巾帼志愿服务工作",
        "巾帼志愿",
        "搭把手，走完最后一公里",
        "依托“妇女之家”壮大志愿服务队伍；深化“互联网＋”；整合维权、发展、家教、助困、环保力量。",
        "M12 19.5C6.5 15.5 4 12.8 4 9.7A4 4 0 0 1 11 7l1 1.2L13 7a4 4 0 0 1 7 2.7c0 3.1-2.5 5.8-8 9.8M8 11.5h2l1.5-2 1.5 4 1-2h2",
    ),
)
BY_SLUG = {kind.slug: kind for kind in KINDS}


def choices() -> list[tuple[str, str]]:
    """The featured works as choices of a field, by slug."""
    return [(kind.slug, kind.short_name) for kind in KINDS]


def page_types() -> list[str]:
    """Labels of all featured-work page types, for ``subpage_types``."""
    return [kind.page_type for kind in KINDS]
