"""Pure detectors: text in, matches with their positions out."""
