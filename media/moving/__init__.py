"""Moving all stored files between the local disk and the bucket, while the site runs."""
