"""A person's browser, which writes down what it should not have seen."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    WebError,
    expect,
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=zh-CN",
    # All hosts but the tests' own are unknown here: a request to one fails, and stands in ``Visit.outside``.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
NOTE_WATCHING = """document.addEventListener(
  "w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = "yes"; });"""
DESKTOP, PHONE, SMALLEST = 1280, 390, 320
PATIENCE = 60_000  # milliseconds: what is late on a busy machine is not broken
expect.set_options(timeout=PATIENCE / 2)


class Windows:
    """Contexts of the browser, used again by later tests: what they have cached saves most of a page's loading."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[tuple[int, bool], list[BrowserContext]] = {}

    def take(self, address: str, width: int, javascript: bool) -> BrowserContext:
        """Return one that nobody uses."""
        if free := self.free.get((width, javascript)):
            return free.pop()
        phone = width < 600
        context = self.browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 844 if phone else 900},
            has_touch=phone,
            is_mobile=phone,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(NOTE_WATCHING)
        return context

    def give_back(self, kind: tuple[int, bool], context: BrowserContext) -> None:
        """Keep *context* for the next."""
        self.free.setdefault(kind, []).append(context)


class Visit:
    """One browser window at *width* CSS pixels. ``page`` is Playwright's page.

    ``outside`` lists the addresses of other hosts that were asked for, ``complaints`` errors of the console
    (refusals by the content security policy among them), ``failures`` answers of 400 and above.
    """

    def __init__(self, windows: "Windows", address: str, width: int, javascript: bool = True) -> None:
        self.address = address
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.failures: list[str] = []
        self.windows, self.kind = windows, (width, javascript)
        self.context: BrowserContext = windows.take(address, width, javascript)
        self.listeners = {
            "request": self._asked,
            "response": self._answered,
            "console": self._said,
            "weberror": self._failed,
        }
        for event, listener in self.listeners.items():
            self.context.on(event, listener)
        self.page: Page = self.context.new_page()

    def close(self) -> None:
        """Leave nothing of this person behind; styles and scripts may stay in the browser's cache."""
        session = self.context.new_cdp_session(self.page)
        session.send(
            "Storage.clearDataForOrigin", {"origin": self.address, "storageTypes": "local_storage,indexeddb"}
        )
        for page in self.context.pages:
            page.close()
        for event, listener in self.listeners.items():
            self.context.remove_listener(event, listener)
        self.context.unroute_all()
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.windows.give_back(self.kind, self.context)

    def sign_in(self, user) -> None:
        """Have *user* logged in without the login form."""
        client = Client()
        client.force_login(user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}]
        )

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")

    def links(self) -> set[str]:
        """Addresses within the site that the page links to, without fragments."""
        found = self.page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        absolute = {urljoin(self.page.url, link).partition("#")[0] for link in found}
        return {link for link in absolute if link.startswith(f"{self.address}/")}

    def _failed(self, error: WebError) -> None:
        self.complaints.append(f"{error.page.url if error.page else ''}: {error.error}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and not request.url.startswith(f"{self.address}/"):
            self.outside.append(request.url)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status} {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.page.url if message.page else ''}: {message.text}")
