"""Ten readers at once on a page whose pictures were lost: each size is made once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

from media.models import CustomImage, CustomRendition
from tests.factories.events import make_lecture
from tests.flow import publish

from . import content

READERS = 10


def test_a_missing_picture_is_made_once(site, people, monkeypatch):
    content.open_year()
    lecture = make_lecture(content.published_site(people), photos=2)
    publish(lecture, people)
    CustomRendition.objects.all().delete()
    images = {photo.image_id for photo in lecture.photos.all()}
    made: Counter = Counter()
    generate = CustomImage.generate_rendition_file

    def counted(self, filter, **kwargs):
        made[self.pk, filter.spec] += 1
        return generate(self, filter, **kwargs)

    monkeypatch.setattr(CustomImage, "generate_rendition_file", counted)
    with ThreadPoolExecutor(READERS) as readers:
        answers = list(readers.map(lambda _: urlopen(f"{site}{lecture.url}").read(), range(READERS)))  # noqa: S310
    assert len({answer.count(b"<picture") for answer in answers}) == 1
    assert {pk for pk, _spec in made} >= images
    assert set(made.values()) == {1}
