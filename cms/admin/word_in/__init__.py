"""From Word into the site: a .docx begins or fills a draft; what was left out is said, nothing is submitted by it."""
