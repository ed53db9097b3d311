"""The compilation 汇编: all approved summaries of a year in one file, a chapter for each county."""
