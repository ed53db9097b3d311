"""审签单: the approval sheet of each publication, out of the approval ledger, on screen, as PDF and filed by year."""
