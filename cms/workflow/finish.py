"""Named in ``WAGTAIL_FINISH_WORKFLOW_ACTION``.

Wagtail imports this module in the class body of ``WorkflowState``, before any model exists; so it imports
nothing itself and looks the real function up when a workflow ends.
"""

from importlib import import_module


def publish_approved_revision(workflow_state, user=None) -> None:
    """Publish what was approved; see ``cms.workflow.publishing``."""
    import_module("cms.workflow.publishing").publish_approved_revision(workflow_state, user)
