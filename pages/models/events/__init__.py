"""What took place, and what is told of it: lectures, volunteer activities, on-site meetings, stories."""

from .activity import VolunteerActivityPage
from .base import IllustratedPage
from .lecture import LecturePage
from .meeting import OnSiteMeetingPage
from .story import StoryIndexPage, StoryPage
from .timed import EventPage

__all__ = [
    "EventPage",
    "IllustratedPage",
    "LecturePage",
    "OnSiteMeetingPage",
    "StoryIndexPage",
    "StoryPage",
    "VolunteerActivityPage",
]
