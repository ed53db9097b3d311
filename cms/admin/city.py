"""What the organisation department keeps for all counties: stories on the home page, and lists of choices.

The views ask the model's permissions, which ``cms/roles.py`` gives to the organisation department only.
"""

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput
from wagtail.permission_policies import ModelPermissionPolicy

from pages.models import FeaturedStory, StoryPage, Term

from .yes_no import YesNoIndexView


class LiveStoryField(forms.ModelChoiceField):
    """A choice among published stories, named with their day."""

    def label_from_instance(self, story: StoryPage) -> str:
        return f"{story.title}（{story.first_published_at:%Y-%m-%d}）"


class FeaturedStoryForm(forms.ModelForm):
    """Only what is published can be featured."""

    story = LiveStoryField(label="经验故事", queryset=StoryPage.objects.none(), empty_label="请选择")

    class Meta:
        model = FeaturedStory
        fields = ["story", "starts_on", "ends_on", "sort_order"]
        widgets = {"starts_on": AdminDateInput, "ends_on": AdminDateInput}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["story"].queryset = StoryPage.objects.live().order_by("-first_published_at").defer("body")


class TermForm(forms.ModelForm):
    """Name and list are chosen once; afterwards a term is hidden or moved."""

    class Meta:
        model = Term
        fields = ["vocabulary", "name", "sort_order", "active"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("vocabulary", "name"):
            self.fields[name].disabled = bool(self.instance.pk)
        if self.instance.pk:
            self.fields[
                "name"
            ].help_text = "已经可能被页面使用，不能改。不再用的请取消“可以选用”，另外新建一个。"


class NeverDeleted(ModelPermissionPolicy):
    """A term that any page ever named stays, for superusers too: drafts and approved texts refer to it."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)


class FeaturedStoryViewSet(ModelViewSet):
    model = FeaturedStory
    name = "featured_stories"
    menu_label = "首页推荐"
    icon = "pick"
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["story", "starts_on", "ends_on", "sort_order"]
    search_fields = ["story__title"]

    def get_form_class(self, for_update: bool = False):
        return FeaturedStoryForm


class TermViewSet(ModelViewSet):
    model = Term
    name = "terms"
    menu_label = "选项表"
    icon = "list-ul"
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "vocabulary",
        "sort_order",
        Column("active", label="可以选用", accessor=lambda term: "是" if term.active else "已停用"),
    ]
    index_view_class = YesNoIndexView
    list_filter = ["vocabulary", "active"]
    list_per_page = 50
    search_fields = ["name"]

    def get_form_class(self, for_update: bool = False):
        return TermForm


featured_stories = FeaturedStoryViewSet()
terms = TermViewSet()
