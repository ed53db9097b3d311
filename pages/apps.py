from django.apps import AppConfig


class PagesConfig(AppConfig):
    """What the public is shown: page types, blocks, lists."""

    name = "pages"
    verbose_name = "页面"

    def ready(self) -> None:
        from . import chrome, files, listing, publishing, sections, tasks, words
        from .api import listed, places
        from .checks import defaults as check_defaults
        from .events import defaults as event_defaults
        from .search import in_step, knowledge
        from .works import archive, defaults

        publishing.connect()
        chrome.connect()
        files.connect()
        listing.connect()
        tasks.connect()
        words.connect()
        knowledge.connect()
        in_step.connect()
        archive.connect()
        defaults.connect()
        event_defaults.connect()
        sections.register()
        check_defaults.register()
        places.connect()
        listed.connect()
