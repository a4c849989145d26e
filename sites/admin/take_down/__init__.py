"""Taking pages down by whatever button: one page that asks why, one way back."""
