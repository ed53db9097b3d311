"""The quick form: a lecture or an activity on one short page of a phone, with up to nine photos.

It makes the same pages as the edit form, as drafts, by the same rules; submitting goes through the same workflow.
"""
