"""What leaves the system as files: every cell by an allow-list of columns."""
