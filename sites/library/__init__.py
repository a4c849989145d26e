"""What a unit keeps for others: pictures and videos, teaching resources, lists of systems and services elsewhere."""
