"""What ``setup_site`` makes, each part idempotent and safe on a site in use."""
