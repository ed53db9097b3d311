"""操作记录: who did what and when, out of the approval ledger, Wagtail's logs and the logins. Reads, writes nothing."""
