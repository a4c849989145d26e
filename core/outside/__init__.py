"""Requests to addresses that people wrote into pages: to machines everybody can reach, and to no other."""
