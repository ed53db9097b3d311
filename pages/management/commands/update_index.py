from collections.abc import Iterator

from modelsearch.management.commands import rebuild_modelsearch_index
from tqdm import tqdm

CHUNK = 200


class Command(rebuild_modelsearch_index.Command):
    """Takes the place of Wagtail's command: the same in small steps and with a progress bar."""

    help = "重建搜索索引（页面、图片、文件）；网站照常使用。"

    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(chunk_size=CHUNK)

    def queryset_chunks(self, qs, chunk_size: int = CHUNK) -> Iterator[list]:
        """Yield *qs* in lists by its keys, so that what is added or deleted meanwhile skips nothing."""
        name = str(qs.model._meta.verbose_name)
        last = None
        with tqdm(total=qs.count(), desc=name, unit="", disable=not self.verbosity) as bar:
            while items := list((qs if last is None else qs.filter(pk__gt=last))[:chunk_size]):
                yield items
                last = items[-1].pk
                bar.update(len(items))

    def print_iter_progress(self, iterable):
        return iterable
