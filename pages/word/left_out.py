"""What was not taken over, told to the person who sent the file."""

from collections import Counter

QUOTED = 30

# In the order in which they are told. {0} is how often it was met.
SENTENCES = {
    "headers": "页眉、页脚没有读入。",
    "contents": "目录没有读入。",
    "text_boxes": "有 {0} 个文本框里的文字没有读入，需要的请复制到正文中。",
    "comments": "有 {0} 处批注没有读入。",
    "notes": "有 {0} 条脚注或尾注移到了正文末尾，正文中用［1］这样的序号标出。",
    "changes": "文件里有修订记录：插入的文字已读入，删除的文字没有读入，请核对。",
    "hidden": "有 {0} 处隐藏文字没有读入。",
    "struck": "有 {0} 处带删除线的文字当作普通文字读入，请核对是否要删去。",
    "pinyin": "有 {0} 处拼音标注没有读入，只保留了汉字。",
    "symbols": "有 {0} 个特殊符号（符号字体）没有读入，请核对。",
    "equations": "有 {0} 个公式没有读入。",
    "charts": "有 {0} 个图表没有读入，可以截图后作为图片添加。",
    "smart_art": "有 {0} 个 SmartArt 图形没有读入，可以截图后作为图片添加。",
    "shapes": "有 {0} 个形状（线条、图框等）没有读入。",
    "objects": "有 {0} 个嵌入的对象（如 Excel 表格、附件）没有读入，需要的请作为附件添加。",
    "chunks": "有 {0} 段嵌入的外部文件没有读入。",
    "metafiles": "有 {0} 张 EMF 或 WMF 格式的图片没有读入，请另存为 PNG 后添加。",
    "formats": "有 {0} 张图片的格式（如 GIF、BMP、TIFF）本站不接受，没有读入，请另存为 JPG 或 PNG 后添加。",
    "linked": "有 {0} 张图片只是链接，不在文件里，没有读入，请另行添加。",
    "missing": "有 {0} 张图片在文件里找不到，没有读入，请另行添加。",
    "files": "有 {0} 处附件或视频没有读入，需要的请在正文中重新添加。",
    "links": "有 {0} 处链接只保留了文字，需要的请在正文中重新添加。",
    "numbering": "有 {0} 处自动编号的格式本站不认识，已改用 1、2、3，请核对。",
    "merged": "有 {0} 个表格含合并的单元格，已拆开：内容放在第一格，其余留空，请核对。",
    "nested": "有 {0} 个表格里还套着表格，里面的表格只保留了文字，请核对。",
    "wide": "有 {0} 个表格超过 63 列，多出的列没有读入。",
}


class LeftOut:
    """Counts what was left out while a file is read."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._boxes: list[str] = []

    def add(self, kind: str) -> None:
        """Note one more of *kind*, a key of ``SENTENCES``."""
        self._counts[kind] += 1

    def add_box(self, text: str) -> None:
        """Note a text box that says *text*."""
        self.add("text_boxes")
        self._boxes.append(text if len(text) <= QUOTED else f"{text[:QUOTED]}…")

    def sentences(self) -> list[str]:
        """Return a sentence for each kind that was met, the beginnings of text boxes quoted."""
        sentences = [
            text.format(self._counts[kind]) for kind, text in SENTENCES.items() if self._counts[kind]
        ]
        return sentences + [f"没有读入的文本框文字：“{box}”" for box in self._boxes[:10]]
