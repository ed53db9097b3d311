"""Admin views of what is owed."""
