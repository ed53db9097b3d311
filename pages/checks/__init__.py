"""What an office checks by hand before it signs: small functions from a page to findings (PRODUCT 5)."""
