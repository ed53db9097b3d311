"""Registration only."""
