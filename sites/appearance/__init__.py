"""How a unit's site looks: what its administrator decides, and what the law leaves nobody to decide."""
