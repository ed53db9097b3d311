"""Bulk actions for pictures and documents, without the titles of what the user has no access to.

Wagtail answers to a forged id with the file's title under "you have no permission"; here it does not exist.
Tags are not used, since their list is shared by all counties: the action that adds them is taken away.
"""

from typing import Any

from django.http import Http404
from wagtail.documents.views import bulk_actions as document_actions
from wagtail.images.views import bulk_actions as image_actions

# Wagtail registers an action for the models that it names.
image_actions.AddTagsBulkAction.models = []
document_actions.AddTagsBulkAction.models = []


class OwnFilesOnly:
    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        objects, _without_access = super().get_actionable_objects()
        if not objects:
            raise Http404("None of these files is there for this user.")
        return objects, {"items_with_no_access": []}


class MoveImages(OwnFilesOnly, image_actions.AddToCollectionBulkAction):
    pass


class DeleteImages(OwnFilesOnly, image_actions.DeleteBulkAction):
    pass


class MoveDocuments(OwnFilesOnly, document_actions.AddToCollectionBulkAction):
    pass


class DeleteDocuments(OwnFilesOnly, document_actions.DeleteBulkAction):
    pass


ACTIONS = (MoveImages, DeleteImages, MoveDocuments, DeleteDocuments)
