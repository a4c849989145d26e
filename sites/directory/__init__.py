"""The directory of all units of the register: lists, a page for each unit, files to take away."""
