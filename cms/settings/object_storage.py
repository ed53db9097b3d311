"""The storages that take the local disk's place where files lie in a bucket, see ``docs/operations/storage.md``."""

IN_BUCKET = {
    "default": {"BACKEND": "media.s3.PrivateS3Storage"},
    "renditions": {"BACKEND": "media.s3.PublicS3Storage"},
    "exports": {"BACKEND": "media.s3.ExportS3Storage"},
}
