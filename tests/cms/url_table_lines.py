"""Reading the table of addresses: from a line to requests."""

import re
from dataclasses import dataclass

from .url_table import POLICIES, TABLE

# Argument of a route -> key in the world, or a literal after an apostrophe. The first that fits decides.
DEFAULTS = [
    (r"admin/collections/.*<int:pk>", "pk", "collection"),
    (r"admin/groups/.*<int:pk>", "pk", "group"),
    (r"admin/users/.*<int:pk>", "pk", "user"),
    (r"admin/(sites|settings)/.*<int:pk>", "pk", "web_site"),
    (r"admin/people/", "user_id", "spare_user"),
    (r"admin/people/", "code", "'450202"),
    (r"admin/people/", "role", "'lead"),
    (r"admin/workflows/tasks/.*<int:pk>", "pk", "task"),
    (r"admin/workflows/.*<int:pk>", "pk", "workflow"),
    (r"admin/.*images/.*:pk>", "pk", "image"),
    (r"admin/.*documents/.*:pk>", "pk", "document"),
    (r"admin/api/main/\^pages/", "pk", "page"),
    (r"admin/settings/", "app_name", "'pages"),
    (r"admin/settings/", "model_name", "'siteidentity"),
    (r"admin/images/", "uploaded_file_id", "waiting_image"),
    (r"admin/documents/", "uploaded_file_id", "waiting_document"),
    (r"admin/featured_stories/", "pk", "featured"),
    (r"admin/terms/", "pk", "term"),
    (r"admin/words/", "pk", "word"),
    (r"", "visit_id", "visit"),
    (r"", "export_id", "export"),
    (r"admin/words/", "instance_pk", "word"),
    (r"admin/equivalents/", "instance_pk", "equivalent"),
    (r"admin/corrections/", "instance_pk", "correction"),
    (r"admin/adoptions/", "instance_pk", "adoption"),
    (r"admin/years/", "instance_pk", "year"),
    (r"admin/adoption-channels/", "instance_pk", "channel"),
    (r"", "page_id", "page"),
    (r"", "page_pk", "page"),
    (r"", "page_to_move_id", "page"),
    (r"", "destination_id", "county"),
    (r"", "parent_page_id", "site"),
    (r"", "object_id", "page"),
    (r"", "image_id", "image"),
    (r"", "document_id", "document"),
    (r"", "doc_id", "document"),
    (r"", "revision_id", "revision"),
    (r"", "workflow_state_id", "workflow_state"),
    (r"", "task_state_id", "task_state"),
    (r"", "task_id", "task"),
    (r"", "workflow_pk", "workflow"),
    (r"", "collection_id", "collection"),
    (r"", "redirect_id", "redirect"),
    (r"", "session_id", "session"),
    (r"", "content_type_app_name", "'reports"),
    (r"", "content_type_model_name", "'yearendsummarypage"),
    (r"admin/pages/create/", "app_label", "'reports"),
    (r"admin/pages/create/", "model_name", "'yearendsummarypage"),
    (r"", "app_label", "'wagtailcore"),
    (r"", "model_name", "'page"),
    (r"admin/bulk/", "action", "'delete"),
    (r"", "action_name", "'approve"),
    (r"", "filter_spec", "'max-100x100"),
    (r"", "uidb64", "'x"),
    (r"", "token", "'y"),
    (r"", "page_view_restriction_id", "'1"),
    (r"", "restriction_id", "'1"),
]
# Routes that are regular expressions.
ADDRESSES = {
    r"^((?:[\w\-]+/)*)$": "",
    r"^(?!_util/)((?:[\w\-]+/)+)$": "notices/",
    r"admin/^.*/$": "admin/nowhere/",
    r"^api/v1/.+$": "api/v1/nowhere",
    r"^documents/(\d+)/(.*)$": "documents/{document}/{filename}",
    r"documents/^(\d+)/(.*)$": "documents/{document}/{filename}",
    r"admin/pages/^(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)"
    r"\.\.\.(?P<revision_id_b>live|latest|\d+)/$": "admin/pages/{page}/revisions/compare/earliest...latest/",
}
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Line:
    """One decision."""

    policy: str
    methods: tuple[str, ...]
    route: str
    arguments: tuple[tuple[str, str], ...]
    query: str

    def __str__(self) -> str:
        extra = [f"{name}={value}" for name, value in self.arguments]
        return " ".join([*self.methods, self.route, *extra, self.query]).strip()

    def option(self, name: str) -> str:
        """Value of ``form=…`` or ``crashes=…``, or nothing."""
        return dict(self.arguments).get(name, "")

    def allows(self, column: int) -> bool:
        """Whether the role of that column may enter."""
        return POLICIES[self.policy][column] == "Y"

    def address(self, values: dict[str, object]) -> str:
        """The address with the objects of the world filled in."""
        if self.route in ADDRESSES:
            return "/" + ADDRESSES[self.route].format(**values)
        path = _ARGUMENT.sub(lambda match: self._argument(match[1], values), self.route)
        return "/" + path.replace("^", "") + self.query.format(**values)

    def _argument(self, name: str, values: dict[str, object]) -> str:
        source = dict(self.arguments).get(name) or next(
            source for pattern, one, source in DEFAULTS if one == name and re.match(pattern, self.route)
        )
        return source[1:] if source.startswith("'") else str(values[source])


def lines() -> list[Line]:
    """Return the table's lines."""
    return [
        _line(policy, text.split())
        for policy, block in TABLE.items()
        for text in block.split("\n")
        if text.strip()
    ]


def _line(policy: str, words: list[str]) -> Line:
    methods = [word for word in words if word in ("GET", "POST")]
    route, *rest = words[len(methods) :]
    query = next((word for word in rest if word.startswith("?")), "")
    arguments = [tuple(word.split("=", 1)) for word in rest if not word.startswith("?")]
    return Line(policy, tuple(methods), route, tuple(arguments), query)
