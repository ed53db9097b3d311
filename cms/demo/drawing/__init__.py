"""The parts of the demonstration landscapes: each module draws one thing with Pillow alone."""
