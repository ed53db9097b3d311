"""Registration only."""

from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail_modeladmin.options import modeladmin_register

from pages.models import Term

from .accounts import admin as accounts_admin
from .accounts import urls as accounts_urls
from .admin import (
    action_menu,
    background,
    checks,
    choosers,
    city,
    guide,
    home,
    mail_choice,
    menu,
    photo_upload,
    registers,
    site_board,
    withdraw,
)
from .admin.content_list.views import ContentListView
from .admin.isolation import bulk_actions, people, rich_text, titles, widgets
from .admin.page_views import page_viewset
from .admin.queue import views as queue
from .admin.quick.views import QuickView, SavedView
from .admin.review import ReviewView
from .admin.word_in.views import DoneView, FillView, NewView
from .audit import menu as audit_menu
from .corrections import forwarded
from .sheets import buttons

LAST = 100


@hooks.register("register_admin_urls")
def own_urls():
    return [
        path("review/<int:page_id>/", ReviewView.as_view(), name="cms_review"),
        path("sites/<int:page_id>/", site_board.board, name="cms_site_board"),
        path("works/<int:page_id>/copy/", site_board.copy_work, name="cms_copy_work"),
        path("checks/<int:page_id>/", checks.ChecklistOnEdit.as_view(), name="cms_checks"),
        path(
            "checks/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
            checks.ChecklistOnCreate.as_view(),
            name="cms_checks_new",
        ),
        path("guide/", guide.guide, name="cms_guides"),
        path("guide/<slug:slug>/", guide.guide, name="cms_guide"),
        path("queue/", queue.queue, name="cms_queue"),
        path("withdraw/<int:page_id>/", withdraw.withdraw_view, name="cms_withdraw"),
        path("photos/upload/", photo_upload.upload, name="cms_photo_upload"),
    ]


@hooks.register("register_admin_urls")
def quick_urls():
    return [
        path("quick/<int:site_id>/<slug:kind>/", QuickView.as_view(), name="cms_quick"),
        path("quick/saved/<int:page_id>/", SavedView.as_view(), name="cms_quick_saved"),
    ]


@hooks.register("register_admin_urls")
def word_urls():
    return [
        path("word/<int:page_id>/", NewView.as_view(), name="cms_word_new"),
        path("word/fill/<int:page_id>/", FillView.as_view(), name="cms_word_fill"),
        path("word/done/<int:page_id>/", DoneView.as_view(), name="cms_word_done"),
    ]


@hooks.register("register_admin_urls")
def sheet_and_audit_urls():
    return [
        path("sheets/", include("cms.sheets.urls")),
        path("audit/", include("cms.audit.urls")),
    ]


@hooks.register("register_admin_urls")
def administrators_urls():
    return [path("background/", background.background, name="cms_background")]


@hooks.register("register_admin_urls")
def correction_urls():
    return [path("forwarded/", forwarded.forwarded, name="cms_forwarded")]


@hooks.register("register_admin_urls")
def people_urls():
    return accounts_urls.urlpatterns


@hooks.register("register_admin_urls")
def content_urls():
    return [
        path("content/", ContentListView.as_view(), name="cms_content"),
        path("content/results/", ContentListView.as_view(results_only=True), name="cms_content_results"),
    ]


@hooks.register("register_admin_viewset")
def city_views():
    return [city.featured_stories, city.terms]


@hooks.register("register_admin_viewset", order=LAST)
def page_views():
    return page_viewset


@hooks.register("insert_global_admin_css")
def brand():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/brand.css"))


@hooks.register("insert_global_admin_js")  # before the form's own scripts, which make the panels
def gallery():
    return format_html('<script src="{}"></script>', static("admin/gallery.js"))


@hooks.register("insert_editor_js")
def editor_scripts():
    names = ("admin/autosave.js", "admin/checks.js", "admin/count.js")
    return format_html_join("", '<script src="{}"></script>', ((static(name),) for name in names))


hooks.register("register_admin_menu_item", menu.content_item)
hooks.register("register_admin_menu_item", queue.menu_item)
hooks.register("register_admin_menu_item", guide.menu_item)
hooks.register("register_admin_menu_item", forwarded.menu_item)
hooks.register("register_page_header_buttons", withdraw.header_buttons)
hooks.register("register_settings_menu_item", accounts_admin.menu_item)
hooks.register("register_settings_menu_item", background.menu_item)
hooks.register("register_reports_menu_item", audit_menu.item)
hooks.register("register_page_header_buttons", buttons.header_buttons)
hooks.register("construct_homepage_panels", home.construct, order=LAST)
hooks.register("construct_page_action_menu", action_menu.construct, order=LAST)
hooks.register("construct_main_menu", menu.construct_main, order=LAST)
hooks.register("construct_homepage_summary_items", menu.construct_summary, order=LAST)
hooks.register("construct_help_menu", menu.construct_help, order=LAST)
hooks.register("construct_page_chooser_queryset", choosers.pages_to_choose, order=LAST)
hooks.register("construct_reports_menu", menu.construct_reports, order=LAST)
hooks.register("register_account_settings_panel", mail_choice.panel)
hooks.register("register_rich_text_features", rich_text.replace_links, order=LAST)
for action in bulk_actions.ACTIONS:
    hooks.register("register_bulk_action", action, order=LAST)
modeladmin_register(registers.Registers)
register_permission_policy(Term, city.NeverDeleted(Term))
for seam in (titles, widgets, people):
    seam.connect()
