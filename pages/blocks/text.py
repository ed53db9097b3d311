"""Blocks of words: heading, paragraph, quotation, figures, table."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

PARAGRAPH_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = "小标题"
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(features=PARAGRAPH_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = "正文段落"
        template = "blocks/paragraph.html"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="引文", rows=2)
    attribution = blocks.CharBlock(label="出处", required=False, help_text="写职务或群体，例如：社区妇联主席")

    class Meta:
        icon = "openquote"
        label = "引文"
        template = "blocks/quotation.html"


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(label="数字", max_length=12)
    unit = blocks.CharBlock(label="单位", max_length=8, required=False)
    label = blocks.CharBlock(label="说明", max_length=20)

    class Meta:
        icon = "order"
        label = "数字"


class FiguresBlock(blocks.ListBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(FigureBlock(), min_num=1, max_num=6, **kwargs)

    class Meta:
        icon = "order"
        label = "数字展示"
        template = "blocks/figures.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label="表题", required=False)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label="文字", required=False)),
            ("number", blocks.DecimalBlock(label="数字", required=False)),
        ],
        label="表格",
    )

    class Meta:
        icon = "table"
        label = "表格"
        template = "blocks/table.html"
