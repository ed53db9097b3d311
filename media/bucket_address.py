"""Where a bucket answers to everybody. Plain text work: settings use it before Django is there."""

from urllib.parse import quote, urlsplit

AMAZON = "https://s3.amazonaws.com"
AMAZON_IN = "https://s3.{region}.amazonaws.com"
PATH, VIRTUAL = "path", "virtual"


def bucket_address(bucket: str, endpoint: str | None, region: str | None, style: str) -> str:
    """Return the address of *bucket* without a slash at the end, as *style* (``path`` or ``virtual``) puts it."""
    service = urlsplit(endpoint or (AMAZON_IN.format(region=region) if region else AMAZON))
    path = service.path.rstrip("/")
    if style == VIRTUAL:
        return f"{service.scheme}://{bucket}.{service.netloc}{path}"
    return f"{service.scheme}://{service.netloc}{path}/{bucket}"


def with_scheme(domain: str) -> str:
    """Return *domain* as an address without a slash at the end; a bare host speaks HTTPS."""
    return (domain if "://" in domain else f"https://{domain}").rstrip("/")


def origin(address: str) -> str:
    """Return scheme and host of *address*, as a Content-Security-Policy names an origin."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def object_address(base: str, *parts: str) -> str:
    """Return the address of the object named by *parts* below *base*."""
    return "/".join([base, *(quote(part.strip("/"), safe="/~") for part in parts)])
