"""Blocks with files and links: picture, gallery, document, video link."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label="图片")
    caption = blocks.CharBlock(label="图片说明", max_length=120, required=False)
    description = blocks.CharBlock(
        label="图片描述", max_length=255, help_text="给看不见图片的读者：画面里有什么。必填。"
    )

    class Meta:
        icon = "image"
        label = "图片"
        template = "blocks/picture.html"


class GalleryBlock(blocks.ListBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(PictureBlock(), min_num=2, max_num=12, **kwargs)

    class Meta:
        icon = "image"
        label = "图集"
        template = "blocks/gallery.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="文件")
    title = blocks.CharBlock(label="显示名称", max_length=120, required=False)

    class Meta:
        icon = "doc-full"
        label = "附件"
        template = "blocks/document.html"


class VideoLinkBlock(blocks.StructBlock):
    """A plain link: no player of another host is ever loaded into the page."""

    url = blocks.URLBlock(label="视频网址")
    title = blocks.CharBlock(label="视频标题", max_length=80)
    cover = ImageChooserBlock(label="封面", required=False)

    class Meta:
        icon = "media"
        label = "视频链接"
        template = "blocks/video.html"
