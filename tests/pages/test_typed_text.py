"""What the editor reads out of the rich text's form field, and what the server keeps of it, are the same text.

The browser counts the texts of the field's blocks (static_src/admin/count.js), the server the HTML made from it.
"""

import json
import random

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from pages.blocks.text import PARAGRAPH_FEATURES
from pages.text import count_characters, plain_text

PIECES = ["a", "Z", "9", "字", "，", " ", "\t", "\n", "\u3000", "\u00a0", "\u0085", "\u001c", "\u200b", "\ufeff", "😀",
          "<", ">", "&", '"', "&amp;", "&nbsp", "&#133;", "<br/>", "<!--", "]]>"]  # fmt: skip
KINDS = ["unstyled", "header-two", "header-three", "unordered-list-item", "ordered-list-item"]
LINKS = [{"url": "https://example.org/"}, {"id": 1, "parentId": 1, "url": "/"}]


def typed(dice: random.Random) -> dict:
    """Some blocks with styles and links, as the editor sends them."""
    blocks, links = [], {}
    for number in range(dice.randrange(1, 5)):
        text = "".join(dice.choices(PIECES, k=dice.randrange(1, 12)))
        start = dice.randrange(len(text))
        part = {"offset": start, "length": dice.randrange(1, len(text) - start + 1)}
        block = {"key": f"k{number}", "text": text, "type": dice.choice(KINDS), "depth": 0, "data": {}}
        block |= {"inlineStyleRanges": [part | {"style": "BOLD"}], "entityRanges": []}
        if dice.random() < 0.5:
            block["entityRanges"] = [part | {"key": number}]
            links[str(number)] = {"type": "LINK", "mutability": "MUTABLE", "data": dice.choice(LINKS)}
        blocks.append(block)
    return {"blocks": blocks, "entityMap": links}


def in_the_field(state: dict) -> int:
    return count_characters("\n".join(block["text"] for block in state["blocks"]))


def test_rich_text_counts_the_same_typed_kept_and_opened_again(db):
    dice = random.Random(2020)  # noqa: S311
    converter = ContentstateConverter(PARAGRAPH_FEATURES)
    for _ in range(500):
        state = typed(dice)
        kept = converter.to_database_format(json.dumps(state))
        assert count_characters(plain_text(kept)) == in_the_field(state), state
        assert in_the_field(json.loads(converter.from_database_format(kept))) == in_the_field(state), kept
