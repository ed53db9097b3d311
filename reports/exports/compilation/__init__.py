"""汇编: the approved summaries of a year as one document, a chapter for each county (PRODUCT: exports)."""
