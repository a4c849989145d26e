"""Where published pages lead outside the network, and whether those places still answer: one list for all units."""
