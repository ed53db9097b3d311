"""The site on a port of its own, with the files that a web server would serve before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.files.storage import storages
from django.http import FileResponse, HttpRequest
from django.test.testcases import LiveServerThread
from django.views.static import serve

HOST = "127.0.0.1"


class PublicFilesHandler(StaticFilesHandler):
    """Serves renditions at ``MEDIA_URL``, as nginx does."""

    def get_base_url(self) -> str:
        return settings.MEDIA_URL

    def serve(self, request: HttpRequest) -> FileResponse:
        return serve(request, self.file_path(request.path), document_root=storages["renditions"].location)


class CachedFilesHandler(StaticFilesHandler):
    """Styles and scripts, which a browser may keep for the tests' time, as it keeps hashed ones from nginx."""

    def serve(self, request: HttpRequest) -> FileResponse:
        response = super().serve(request)
        response["Cache-Control"] = "max-age=3600"
        return response


@contextmanager
def running() -> Iterator[str]:
    """Run the site in threads of this process; the value is its address without a slash at the end."""
    thread = LiveServerThread(HOST, static_handler=lambda site: CachedFilesHandler(PublicFilesHandler(site)))
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    try:
        yield f"http://{HOST}:{thread.port}"
    finally:
        thread.terminate()
