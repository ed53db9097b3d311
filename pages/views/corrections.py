"""我要纠错: the form for one page, and the page of thanks with the report's number."""

from datetime import timedelta
from http import HTTPStatus

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from .. import queries, tree
from ..corrections import limits, stamp
from ..corrections.forms import CorrectionForm
from ..models import Correction

SALT = "pages.corrections.thanks"
TWICE_WITHIN = timedelta(hours=1)
TOO_MANY = "您这个网络一小时内提交得太多了。您写的都还在，请过一会儿再点“提交”，或者打电话告诉我们。"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correction_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a report about a public page. Whatever goes wrong, what was typed is still there."""
    page = Page.objects.filter(pk=page_id, depth__gte=tree.HOME_DEPTH).first()
    if page is None or not (page.live or page.first_published_at):
        raise Http404
    if not page.live:
        return render(request, "410.html", status=HTTPStatus.GONE)
    status = HTTPStatus.OK
    if request.method == "POST":
        form = CorrectionForm(page.pk, request.POST)
        if form.is_valid():
            known = _sent_before(page, form)
            if known or limits.taken(request):
                report = known or _store(page, form)
                number = signing.dumps(report.pk, salt=SALT, compress=True)
                return redirect(f"{reverse('correction_thanks')}?n={number}")
            form.add_error(None, TOO_MANY)
            status = HTTPStatus.TOO_MANY_REQUESTS
    else:
        form = CorrectionForm(page.pk, initial={"stamp": stamp.make(page.pk)})
    context = {"form": form, "about": page, "about_url": page.get_url(), "heading": "我要纠错"}
    return render(request, "pages/corrections/form.html", context, status=status)


@never_cache
@require_safe
def thanks_view(request: HttpRequest) -> HttpResponse:
    """Tell the number by which a reader can ask what became of her report."""
    try:
        pk = signing.loads(request.GET.get("n", ""), salt=SALT)
    except signing.BadSignature:
        raise Http404 from None
    report = Correction.objects.filter(pk=pk).select_related("page").first()
    if report is None:
        raise Http404
    context = {"report": report, "back": report.page.get_url() if report.page and report.page.live else "/"}
    return render(request, "pages/corrections/thanks.html", context | {"heading": "谢谢您"})


def _sent_before(page: Page, form: CorrectionForm) -> Correction | None:
    """The same words about the same page: a second click, not a second report."""
    lately = Correction.objects.filter(page=page, created_at__gte=timezone.now() - TWICE_WITHIN)
    return lately.filter(text=form.cleaned_data["text"], kind=form.cleaned_data["kind"]).first()


def _store(page: Page, form: CorrectionForm) -> Correction:
    return Correction.objects.create(
        page=page,
        page_title=page.title,
        page_url=page.get_url() or "/",
        county=queries.county_of(page),
        **{name: form.cleaned_data[name] for name in ("kind", "text", "contact")},
    )
