"""The editors' side: what was received."""
