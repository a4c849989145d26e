"""What a reader meant to write: marks that were left out, slips of the finger. Learned from our own published texts."""
