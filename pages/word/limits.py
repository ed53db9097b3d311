"""How large a Word file may be, packed and unpacked.

What is made to be the worst takes some 300 MB and 15 seconds; a text of 200,000 characters three seconds.
"""

MEGABYTE = 1024 * 1024

MAX_BYTES = 20 * MEGABYTE
MAX_PICTURES = 20
MAX_MEMBERS = 2000
MAX_UNPACKED = 100 * MEGABYTE
# All the XML of a file. A text of 200,000 characters in short runs, as WPS writes them, needs about half of it.
MAX_XML = 40 * MEGABYTE
# Signs "<" and "=" in the XML: what takes memory is the number of elements and attributes.
MAX_MARKUP = 1_500_000
# Text packs well; two hundredfold is what bombs do.
MAX_PACKING_RATIO = 200
RATIO_MATTERS_FROM = 10 * MEGABYTE
# A paragraph of Word costs time even if it is empty.
MAX_PARAGRAPHS = 20_000
# A style may rest on others; Word itself allows some ten.
MAX_STYLE_DEPTH = 20
# Word's own limit.
MAX_COLUMNS = 63
