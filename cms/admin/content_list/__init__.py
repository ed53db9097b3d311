"""内容总表: everything that counties and city write, with filters and export, each user's own part of it."""
