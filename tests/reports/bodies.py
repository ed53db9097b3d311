"""Bodies with every kind of block, as raw values of the stream."""

from tests.factories.pictures import make_picture

LIST = "<ul><li>入户走访</li><li>一户一档</li></ul>"


def table(*rows: list[str], caption: str = "") -> dict:
    """A table whose first row is that of headings."""
    head, *others = rows
    return {
        "type": "table",
        "value": {
            "caption": caption,
            "table": {
                "columns": [{"type": "text", "heading": heading} for heading in head],
                "rows": [{"values": row} for row in others],
                "caption": "",
            },
        },
    }


def paragraph(html: str) -> dict:
    return {"type": "paragraph", "value": html}


def text_blocks() -> list[dict]:
    """Every block with text, in the form in which a Word file is read."""
    return [
        {"type": "heading", "value": "一、阵地建设"},
        paragraph(
            "<p>全年入户 1,234 户，A<b>粗体</b>字<i>斜体</i>和<b><i>两样</i></b>，&lt;标签&gt; 与 &amp;。</p>"
            "<p>第一行<br/>第二行</p>"
        ),
        {"type": "quotation", "value": {"text": "有事找妇联。\n很灵。", "attribution": "社区居民"}},
        {"type": "quotation", "value": {"text": "没有出处的话。", "attribution": ""}},
        {
            "type": "figures",
            "value": [
                {"number": "1,234", "unit": "人次", "label": "受益妇女"},
                {"number": "12", "unit": "", "label": "开展活动"},
            ],
        },
        table(["项目", "数量"], ["讲座", "12"], ["=1+1", ""], caption="各项工作"),
        paragraph(
            f"<p>做法：</p>{LIST}<ol><li>议事</li><li>公示</li></ol><ol><li>再议</li></ol>"
            "<p>1. 手写的序号</p><p>图 1 说明了这一点的文字不是图片说明，因为它旁边没有图片。</p>"
        ),
        table(["表头", "另一列"], ["甲", "乙"]),
        table(["紧接的表", "没有表题"], ["丙", "丁"]),
    ]


def picture(collection, caption: str = "正文里的照片", description: str = "正文里照片的描述") -> dict:
    image = make_picture(collection)
    return {"image": image.pk, "caption": caption, "description": description}
