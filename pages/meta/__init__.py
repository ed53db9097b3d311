"""What a page says of itself to machines: description, picture for a shared link, feeds, structured data."""
