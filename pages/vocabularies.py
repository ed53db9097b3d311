"""The choices that a new installation starts with; the organisation department adds its own."""

from .models import Term, Vocabulary

STARTING: dict[Vocabulary, list[str]] = {
    # Notice, part one, 4.
    Vocabulary.LECTURE_TOPIC: [
        "党中央对妇女工作的重要指示精神",
        "关于妇女儿童和妇联工作的论述",
        "男女平等基本国策",
        "妇联章程",
        "“美丽广西”",
        "乡村振兴战略",
        "妇联改革成果",
        "与妇女生活密切相关的法律法规",
    ],
    Vocabulary.LECTURE_FORM: ["宣讲会", "山歌", "快板", "三句半", "分享会", "入户", "线上"],
    Vocabulary.LANGUAGE: ["普通话", "柳州话", "壮语", "苗语", "侗语", "瑶语"],
    Vocabulary.PLACE: [
        "妇女之家",
        "村（社区）活动室",
        "广场、院坝",
        "田间地头",
        "学校",
        "企业",
        "居民家中",
        "线上",
    ],
    # Notice, part one, 8.
    Vocabulary.SERVICE_KIND: ["维权", "发展", "家教", "助困", "环保"],
}


def ensure_terms() -> None:
    """Make the starting choices that are missing; what was hidden or added stays. Idempotent."""
    known = set(Term.objects.values_list("vocabulary", "name"))
    Term.objects.bulk_create(
        Term(vocabulary=vocabulary, name=name, sort_order=order)
        for vocabulary, names in STARTING.items()
        for order, name in enumerate(names, start=1)
        if (vocabulary, name) not in known
    )
