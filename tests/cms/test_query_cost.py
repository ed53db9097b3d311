"""What the rule and the isolation cost: the editing and approving views beside Wagtail's own."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.mail import EmailNotificationMixin
from wagtail.admin.viewsets.pages import base_page_viewset, page_viewset_registry
from wagtail.models import GroupApprovalTask, Page, PagePermissionTester, Workflow, WorkflowPage, WorkflowTask

from cms.admin.isolation import gate
from cms.notices.stock import STOCK_RECIPIENTS
from pages import publishing
from pages.forms import SitePageForm
from pages.models import BasePage
from tests.cms.forms import summary_data
from tests.factories.pages import make_site, make_summary
from tests.flow import fresh

pytestmark = pytest.mark.django_db
# Three of them by the checks: pictures, documents, links; five by the mails: past entries, county, people, rows, task;
# one by the task that counts the findings for the queue.
MOST_ADDED = 10 + 3 + 5 + 1


@pytest.fixture
def stock(monkeypatch, city_centre):
    """Wagtail as it comes: own views, tester, form and mails, a workflow of two group tasks, no guard, no gate."""

    def switch_on() -> None:
        monkeypatch.setitem(page_viewset_registry.values_by_class, Page, base_page_viewset)
        monkeypatch.setattr(
            BasePage, "permissions_for_user", lambda self, user: PagePermissionTester(user, self)
        )
        monkeypatch.setattr(SitePageForm, "is_valid", WagtailAdminPageForm.is_valid)
        monkeypatch.setattr(SitePageForm, "defer_required_fields", WagtailAdminPageForm.defer_required_fields)
        monkeypatch.setattr(publishing, "_guard", lambda page: None)
        monkeypatch.setattr(gate, "may_enter", lambda *args: True)
        monkeypatch.setattr(EmailNotificationMixin, "get_valid_recipients", STOCK_RECIPIENTS)
        monkeypatch.setattr(gate, "may_name", lambda *args: True)
        workflow = Workflow.objects.create(name="stock")
        for order, group in enumerate([city_centre.leads, Group.objects.get(name="市妇联组联部")]):
            task = GroupApprovalTask.objects.create(name=group.name)
            task.groups.add(group)
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        WorkflowPage.objects.update(workflow=workflow)

    return switch_on


def cost(send) -> int:
    """Queries of *send*, with warm caches for content types and site roots."""
    with CaptureQueriesContext(connection) as queries:
        assert send().status_code in (200, 302)
    return len(queries)


def costs(people, county) -> dict[str, int]:
    """Queries of opening, saving, submitting and approving a summary, each after a first one to warm up."""
    found = {}
    editor, lead = people.client(people.editor("450202")), people.client(people.lead("450202"))
    for _ in range(2):
        page = make_summary(make_site(county))
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        found["open"] = cost(lambda url=url: editor.get(url))
        found["save"] = cost(lambda url=url, page=page: editor.post(url, summary_data(page, title="改过")))
        page = fresh(page)
        found["submit"] = cost(
            lambda url=url, page=page: editor.post(url, summary_data(page, **{"action-submit": "1"}))
        )
        assert fresh(page).workflow_in_progress
        found["open to decide"] = cost(lambda url=url: lead.get(url))
        state = fresh(page).current_workflow_task_state
        decide = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        found["approve"] = cost(lambda decide=decide: lead.post(decide, {"comment": ""}))
        state.refresh_from_db()
        assert state.status == "approved"
    return found


def test_no_more_than_ten_queries_are_added(people, city_centre, stock, capsys):
    cache.clear()
    ours = costs(people, city_centre)
    stock()
    cache.clear()
    theirs = costs(people, city_centre)
    added = {name: ours[name] - theirs[name] for name in ours}
    with capsys.disabled():
        print(f"\nqueries, ours (added to stock): { {n: f'{ours[n]} ({added[n]:+d})' for n in ours} }")
    assert max(added.values()) <= MOST_ADDED, added
