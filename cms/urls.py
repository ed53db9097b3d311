from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls

from . import health
from .admin.isolation import urls as admin_urls

urlpatterns = [
    path("healthz/", health.healthz),
    path("readyz/", health.readyz),
    path("admin/", include(admin_urls)),
    path("", include("media.urls")),
]

if settings.DEBUG:
    from django.conf.urls.static import static

    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT / "public")

urlpatterns += [path("", include("pages.urls")), path("", include(wagtail_urls))]
