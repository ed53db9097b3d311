from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = "图片与文件"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import pillow_heif

        pillow_heif.register_heif_opener()

        from . import (
            freezing,
            uploads,  # noqa: F401  (connects its signal)
        )

        freezing.connect()
