"""The county as an administrative fact: which page, groups and collection belong to it."""

from django.contrib.auth.models import AbstractBaseUser, Group
from django.db import models
from django.db.models import QuerySet
from wagtail.models import Collection, Page

from pages import tree
from pages.models import CountyPage

from .membership import groups_of, members


class County(models.Model):
    """Links a county page to its groups and collection.

    Kept apart from the page because editors may change the page; only administrators change this.
    """

    code = models.CharField("行政区划代码", max_length=6, unique=True)
    name = models.CharField("名称", max_length=40)
    page = models.OneToOneField(
        CountyPage, verbose_name="县区页面", on_delete=models.PROTECT, related_name="county"
    )
    editors = models.OneToOneField(Group, verbose_name="编辑组", on_delete=models.PROTECT, related_name="+")
    leads = models.OneToOneField(Group, verbose_name="审定组", on_delete=models.PROTECT, related_name="+")
    collection = models.OneToOneField(
        Collection, verbose_name="文件集合", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "县区账户"
        verbose_name_plural = "县区账户"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, page: Page) -> "County | None":
        """Return the county that *page* is or stands under; ``None`` for the city's own pages."""
        if not page.path or page.depth < tree.COUNTY_DEPTH:
            return None
        path = tree.prefix(page.path, tree.COUNTY_DEPTH)
        known = getattr(page, "_county", None)  # asked many times while one request handles one page
        if known is None or known[0] != path:
            known = page._county = (path, cls.objects.filter(page__path=path).first())
        return known[1]

    @classmethod
    def led_by(cls, user: AbstractBaseUser) -> QuerySet["County"]:
        """Counties whose lead reviewer *user* is."""
        return cls.objects.filter(leads__in=groups_of(user))

    @classmethod
    def edited_by(cls, user: AbstractBaseUser) -> QuerySet["County"]:
        """Counties whose editor *user* is."""
        return cls.objects.filter(editors__in=groups_of(user))

    @classmethod
    def without_lead(cls) -> QuerySet["County"]:
        """Counties in which nobody can decide: no lead reviewer, or none whose account is open."""
        leads = cls.objects.values("leads")
        return cls.objects.exclude(leads__in=members(leads).values("group"))

    @staticmethod
    def leads_page(user: AbstractBaseUser, page: Page) -> bool:
        """Whether *user* is a lead reviewer of the county of *page*. Superuser status does not count."""
        return any((page.path or "").startswith(path) for path in County.led_paths(user))

    @staticmethod
    def led_paths(user: AbstractBaseUser) -> list[str]:
        """Paths of the pages of the counties whose lead reviewer *user* is."""
        return [
            county.page.path for county in County.worked_for_by(user) if county.leads_id in groups_of(user)
        ]

    @classmethod
    def worked_for_by(cls, user: AbstractBaseUser) -> list["County"]:
        """Counties whose editor or lead *user* is, with their pages; asked once for a user object."""
        groups = groups_of(user)
        if not hasattr(user, "_worked_for"):
            own = cls.objects.filter(models.Q(leads__in=groups) | models.Q(editors__in=groups))
            user._worked_for = list(own.select_related("page")) if groups else []
        return user._worked_for

    def has_member(self, user: AbstractBaseUser) -> bool:
        """Whether *user* is an editor or a lead of this county."""
        return not {self.editors_id, self.leads_id}.isdisjoint(groups_of(user))
