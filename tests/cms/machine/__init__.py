"""Random journeys of staff through the real admin; after every step the publishing rule must hold."""
