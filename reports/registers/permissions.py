"""Who may do what with a register: exactly Django's four permissions on its model, nothing implied."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from wagtail_modeladmin.helpers import PermissionHelper


class RegisterPermissions(PermissionHelper):
    """*view* for list, inspection, history and export; *add*, *change*, *delete* for what they say.

    modeladmin's own lets whoever has any of the four see everything, and whoever has none read the history.
    """

    def may(self, user: AbstractBaseUser, action: str) -> bool:
        """Whether *user* has the permission ``view``, ``add``, ``change`` or ``delete``."""
        return self.user_has_specific_permission(user, self.get_perm_codename(action))

    def user_can_list(self, user: AbstractBaseUser) -> bool:
        return self.may(user, "view")

    def user_can_inspect_obj(self, user: AbstractBaseUser, obj: Model) -> bool:
        return self.inspect_view_enabled and self.may(user, "view")
