"""What a new unit's schema and site start with."""
