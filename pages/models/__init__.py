from .base import BasePage
from .correction import Correction
from .county import CountyPage
from .events import (
    EventPage,
    IllustratedPage,
    LecturePage,
    OnSiteMeetingPage,
    StoryIndexPage,
    StoryPage,
    VolunteerActivityPage,
)
from .featured import FeaturedStory
from .highlights import OfHighlight
from .home import HomePage
from .identity import SiteIdentity
from .links import ExternalLink
from .listing import ListedFigure, Listing
from .members import Post, SiteMember
from .notice import NoticeIndexPage, NoticePage
from .photos import PagePhoto
from .search import SearchDocument, SearchEquivalent
from .site import SitePage
from .terms import Term, Vocabulary
from .words import WordToAvoid
from .works import WorkPage
from .works.council import ArchivedRecord, DeliberationCouncilPage

__all__ = [
    "ArchivedRecord",
    "BasePage",
    "Correction",
    "CountyPage",
    "DeliberationCouncilPage",
    "EventPage",
    "ExternalLink",
    "FeaturedStory",
    "HomePage",
    "IllustratedPage",
    "LecturePage",
    "ListedFigure",
    "Listing",
    "NoticeIndexPage",
    "NoticePage",
    "OfHighlight",
    "OnSiteMeetingPage",
    "PagePhoto",
    "Post",
    "SearchDocument",
    "SearchEquivalent",
    "SiteIdentity",
    "SiteMember",
    "SitePage",
    "StoryIndexPage",
    "StoryPage",
    "Term",
    "Vocabulary",
    "VolunteerActivityPage",
    "WordToAvoid",
    "WorkPage",
]
