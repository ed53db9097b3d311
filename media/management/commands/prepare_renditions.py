from django.core.management.base import BaseCommand
from wagtail.images import get_image_model

from media.renditions import is_prepared, prepare


class Command(BaseCommand):
    """Make the public renditions of all pictures that lack some; safe to stop and to run again."""

    help = "为缺少缩略版本的图片补做缩略版本；可随时中断、重复运行。"

    def handle(self, *args, **options) -> None:
        made = 0
        for image in get_image_model().objects.order_by("-pk").iterator():
            if not is_prepared(image):
                prepare(image)
                made += 1
        self.stdout.write(f"已处理 {made} 张图片。")
