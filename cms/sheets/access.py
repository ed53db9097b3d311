"""Who may see which sheets."""

from django.contrib.auth.models import AbstractBaseUser

from .. import roles
from ..county import County


def may_see(user: AbstractBaseUser, county_code: str) -> bool:
    """Whether *user* may see sheets of that county, or with an empty code those of the city's own pages.

    The county's own people may, the organisation department and administrators; nobody of another county.
    """
    if user.is_superuser or roles.is_moderator(user):
        return True
    return any(county.code == county_code for county in County.worked_for_by(user))
