"""Whose business a county is, for many people at once."""

from django.contrib.auth.models import AbstractBaseUser

from .. import roles
from ..county import County


class Reach:
    """Asks the counties once; people must come with their groups prefetched."""

    def __init__(self) -> None:
        self._codes = {
            group: code
            for code, *groups in County.objects.values_list("code", "editors_id", "leads_id")
            for group in groups
        }

    def works_for(self, user: AbstractBaseUser, county_code: str) -> bool:
        """Whether *user* is an editor or a lead of that county; for "", the city, whether she is a moderator."""
        if not county_code:
            return self.is_moderator(user)
        return any(self._codes.get(group.pk) == county_code for group in user.groups.all())

    def is_moderator(self, user: AbstractBaseUser) -> bool:
        """Whether *user* belongs to the organisation department."""
        return any(group.name == roles.ORGANISATION for group in user.groups.all())

    def may_hear(self, user: AbstractBaseUser | None, county_code: str) -> bool:
        """Whether *user* may be told what a county, or the city, has under way."""
        if user is None or not user.is_active:
            return False
        return self.is_moderator(user) or self.works_for(user, county_code)
