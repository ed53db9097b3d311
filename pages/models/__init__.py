from .base import BasePage
from .county import CountyPage
from .home import HomePage
from .identity import SiteIdentity
from .listing import ListedFigure, Listing
from .members import Post, SiteMember
from .notice import NoticeIndexPage, NoticePage
from .photos import PagePhoto
from .site import SitePage
from .terms import Term, Vocabulary
from .works import WorkPage
from .works.council import ArchivedRecord, DeliberationCouncilPage

__all__ = [
    "ArchivedRecord",
    "BasePage",
    "CountyPage",
    "DeliberationCouncilPage",
    "HomePage",
    "ListedFigure",
    "Listing",
    "NoticeIndexPage",
    "NoticePage",
    "PagePhoto",
    "Post",
    "SiteIdentity",
    "SiteMember",
    "SitePage",
    "Term",
    "Vocabulary",
    "WorkPage",
]
