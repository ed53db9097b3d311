from django.urls import path

from . import paper_orders, papers

urlpatterns = [
    path("", papers.papers_view, name="reports_papers"),
    path("state/", papers.state_view, name="reports_papers_state"),
    path("make/", paper_orders.make, name="reports_papers_make"),
    path("<int:export_id>/cancel/", paper_orders.cancel, name="reports_papers_cancel"),
    path("<int:export_id>/again/", paper_orders.again, name="reports_papers_again"),
    path("<int:export_id>/delete/", paper_orders.delete, name="reports_papers_delete"),
    path("<int:export_id>/file/", paper_orders.file, name="reports_papers_file"),
]
