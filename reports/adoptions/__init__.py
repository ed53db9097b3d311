"""采用登记: which material of the counties channels took up, and the ranking by points."""
