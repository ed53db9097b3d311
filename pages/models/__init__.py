from .base import BasePage
from .county import CountyPage
from .home import HomePage
from .identity import SiteIdentity
from .notice import NoticeIndexPage, NoticePage
from .site import SitePage

__all__ = ["BasePage", "CountyPage", "HomePage", "NoticeIndexPage", "NoticePage", "SiteIdentity", "SitePage"]
