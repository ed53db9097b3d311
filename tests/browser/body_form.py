"""The body in the form of a page, as its writer fills it block by block."""

from playwright.sync_api import Locator, Page


class BodyForm:
    """Adds, writes and deletes blocks of the body in the form that *page* shows."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def block(self, number: int) -> Locator:
        """The block that came as that number from 0, wherever it stands now."""
        kind = self.page.locator(f"[name=body-{number}-type]")
        return self.page.locator("[data-contentpath=body] [data-streamfield-child]").filter(has=kind)

    def add(self, kind: str) -> Locator:
        """Add a block of the kind with that label as the last one, and return it."""
        number = int(self.page.locator("[name=body-count]").input_value())
        self.page.get_by_role("button", name="插入内容块").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        return self.block(number)

    def add_paragraph(self, words: str) -> Locator:
        """Add a paragraph and type *words* with the keyboard."""
        block = self.add("正文段落")
        block.locator("[contenteditable=true]").click()
        self.page.keyboard.type(words)
        return block

    def add_heading(self, words: str) -> Locator:
        """Add a heading."""
        block = self.add("小标题")
        block.get_by_role("textbox").fill(words)
        return block

    def add_quotation(self, words: str, attribution: str) -> Locator:
        """Add a quotation with its source."""
        block = self.add("引文")
        block.get_by_role("textbox", name="引文").fill(words)
        block.get_by_role("textbox", name="出处").fill(attribution)
        return block

    def add_table(self, caption: str, columns: dict[str, str], *rows: list[str]) -> Locator:
        """Add a table with *caption*; *columns* gives each heading the label of its kind."""
        block = self.add("表格")
        block.get_by_role("textbox", name="表题").fill(caption)
        for column, (heading, kind) in enumerate(columns.items()):
            block.locator("[data-append-column]").click()
            block.locator(".add-column-menu").get_by_role("button", name=kind).click()
            block.locator(f"[name$='-column-{column}-heading']").fill(heading)
        for row, cells in enumerate(rows):
            if row:  # the first column brings the first row
                block.locator("[data-add-row]").click()
            for column, cell in enumerate(cells):
                block.locator(f"[name$='-cell-{row}-{column}']").fill(cell)
        return block

    def delete(self, block: Locator) -> None:
        """Press the button of *block* that deletes it."""
        block.get_by_role("button", name="删除", exact=True).first.click()
