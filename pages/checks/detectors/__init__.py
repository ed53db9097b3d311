"""From a text to what was found in it: pure functions, no page and no database."""
