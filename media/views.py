"""Serving of private files: the permission was asked, or is asked here, before a byte leaves."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from wagtail import hooks
from wagtail.documents.models import document_served

from .access import is_staff_of
from .models import CustomDocument, CustomImage
from .names import split_extension
from .types import content_type_of

UNSAFE_IN_NAMES = '\\/:*?"<>|'


def original(request: HttpRequest, image_id: int) -> HttpResponseBase:
    """Send a stored photo in full size to whoever may choose or change it (behind the admin's login)."""
    image = get_object_or_404(CustomImage, pk=image_id)
    if not is_staff_of(request.user, image):
        raise PermissionDenied
    return send_private(request, image, attachment=False)


def document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Send a document, in place of Wagtail's view, which shows a PDF in the page and lets caches keep it.

    Whoever may not have it gets the same 404 as for a document that does not exist (``guard_document``).
    """
    document = get_object_or_404(CustomDocument, pk=document_id)
    if document.filename != filename:
        raise Http404("No such document.")
    for hook in hooks.get_hooks("before_serve_document"):
        if isinstance(answer := hook(document, request), HttpResponseBase):
            return answer
    document_served.send(sender=CustomDocument, instance=document, request=request)
    return send_private(request, document)


def send_private(
    request: HttpRequest, instance: CustomImage | CustomDocument, attachment: bool = True
) -> HttpResponseBase:
    """Return the response with the file of *instance*; the caller has checked that it may go out.

    Caches must ask again each time: permission can end, a page can be withdrawn.
    """
    name = download_name(instance)
    content_type = content_type_of(name)
    if signed_url := getattr(instance.file.storage, "signed_url", None):
        disposition = content_disposition_header(attachment, name)
        response = HttpResponseRedirect(signed_url(instance.file.name, disposition, content_type))
        response["Cache-Control"] = "private, no-store"
        return response
    etag = quote_etag(instance.file_hash)
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    file = instance.file.storage.open(instance.file.name)
    response = FileResponse(file, as_attachment=attachment, filename=name, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def download_name(instance: CustomImage | CustomDocument) -> str:
    """Return the title as a file name: a reader wants 《实施方案》.pdf and not a transliteration."""
    stem = "".join("_" if c in UNSAFE_IN_NAMES or ord(c) < 32 else c for c in instance.title)
    extension = split_extension(instance.file.name)[1]
    stem = stem.strip(" .").removesuffix(f".{extension}") or "file"
    return f"{stem[:80]}.{extension}"
