"""Leaders and officials, what the unit is made of, and how to reach both."""
